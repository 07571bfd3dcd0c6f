/** Who has the floor: given, ended and written, taken back. */

import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import type { Seat } from '../../../shared/domain/codes.ts';
import { kept, strictest } from '../../../shared/domain/floor/attribution.ts';
import { addTurn } from '../../../shared/domain/floor/balance.ts';
import type { Cells, Entry, Sex, Speaker } from '../../../shared/domain/floor/types.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { hearTurn } from './load.ts';
import { type Floor, nobody, type Speaking } from './memory.ts';
import type { Doing } from './step.ts';

/** People here in one seat, by sex, as far as it is known. */
export function cellsOf(floor: Floor, seat: string): Cells {
  const cells: { [S in Sex]: number } = { F: 0, M: 0, X: 0 };
  for (const one of floor.presence)
    if (one.isHere && one.seat === seat && one.identity?.sex) cells[one.identity.sex] += 1;
  return cells;
}

const ORDER_LIMIT_MS = 60_000;

export function limitOf(floor: Floor, speaker: Speaker, turn: Speaking['turn']): number | null {
  if (speaker === 'chair' || speaker === 'ceremony' || speaker === 'interpretation') return null;
  if (turn === 'point-of-order') return ORDER_LIMIT_MS;
  const seconds = floor.facts.session.speakerSeconds ?? floor.facts.dossier.speakerSeconds;
  return seconds === undefined ? null : seconds * 1000;
}

export function draftOfTurn(floor: Floor, speaking: Speaking): Draft {
  // Learnt under a stricter level than that of now: loosening reveals nothing of it.
  const level = strictest(floor.facts.level, speaking.identity.level);
  const seat = speaking.speaker as Seat;
  const identity = kept(level, { ...speaking.identity, seat }, cellsOf(floor, seat), 'turn');
  return {
    recordType: 'turn',
    recordId: speaking.id,
    set: {
      session: floor.session,
      ...(speaking.item === null ? {} : { item: speaking.item }),
      order: floor.nextOrder,
      speaker: speaking.speaker,
      kind: speaking.turn,
      startedAt: speaking.startedAt,
      ms: Math.min(Math.round(speaking.elapsedMs), 86_400_000),
      level,
      ...(identity as { [field: string]: Json }),
    },
    intent: 'create',
  };
}

/** Ends the turn that runs, if one does, and writes it. */
export function endTurn({ desk, floor, drafts }: Doing): void {
  const { speaking } = floor;
  if (!speaking) return;
  drafts.push(draftOfTurn(floor, speaking));
  const { balance, heard } = floor;
  const fact = {
    speaker: speaking.speaker,
    kind: speaking.turn,
    sex: speaking.identity.sex,
    ms: Math.round(speaking.elapsedMs),
  };
  floor.ended = { speaking, balance, heard, mono: desk.mono() };
  floor.balance = addTurn(balance, fact);
  floor.heard = hearTurn(heard, {
    ...fact,
    person: personOf(speaking),
    spokesperson: speaking.entry?.spokesperson === true,
  });
  floor.nextOrder += 1;
  floor.speaking = null;
}

const personOf = ({ entry, identity }: Speaking): string | null => entry?.person ?? identity.participant;

export function giveFloor({ floor, now }: Doing, entry: Entry): void {
  const identity = floor.identities.get(entry.id) ?? nobody(floor.facts.level);
  const identities = new Map(floor.identities);
  identities.delete(entry.id);
  floor.identities = identities;
  floor.queue = floor.queue.filter(({ id }) => id !== entry.id);
  floor.speaking = {
    id: randomUUID() as RecordId,
    speaker: entry.seat,
    turn: entry.turn,
    startedAt: now,
    elapsedMs: 0,
    limitMs: limitOf(floor, entry.seat, entry.turn),
    isHeld: false,
    item: floor.item,
    entry,
    identity,
  };
}

export function giveApart({ floor, now }: Doing, speaker: Speaker): void {
  floor.speaking = {
    id: randomUUID() as RecordId,
    speaker,
    turn: 'turn',
    startedAt: now,
    elapsedMs: 0,
    limitMs: null,
    isHeld: false,
    item: floor.item,
    entry: null,
    identity: nobody(floor.facts.level),
  };
}

const TAKE_BACK_MS = 300_000;
/** What was spoken longer than this was meant, and is not thrown away. */
const MISTAKEN_MS = 30_000;

/** A slip of the hand: the turn that ended last goes on, held, and who was called meanwhile waits first again. */
export function takeBack({ desk, floor, drafts }: Doing): boolean {
  const { ended, speaking } = floor;
  if (!ended || desk.mono() - ended.mono > TAKE_BACK_MS) return false;
  if (speaking && speaking.elapsedMs > MISTAKEN_MS) return false;
  if (speaking?.entry) {
    floor.queue = [speaking.entry, ...floor.queue];
    floor.identities = new Map([...floor.identities, [speaking.entry.id, speaking.identity]]);
  }
  drafts.push({
    recordType: 'turn',
    recordId: ended.speaking.id,
    set: { withdrawn: true },
    intent: 'withdraw',
  });
  floor.speaking = { ...ended.speaking, id: randomUUID() as RecordId, isHeld: true };
  floor.balance = ended.balance;
  floor.heard = ended.heard;
  floor.ended = null;
  return true;
}
