/**
 * What was kept on paper while there was no power, typed afterwards: turns, heads counted and entries of the record,
 * in one step. Never who it was.
 */
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../../db/ledger/append.ts';
import { listRecords } from '../../../db/queries/record-view.ts';
import { turnsOf } from '../../../db/queries/session.ts';
import type { FloorState, Parsed } from '../../../shared/contract/index.ts';
import { expandMembers } from '../../../shared/domain/fields.ts';
import { balanceOf } from '../../../shared/domain/floor/balance.ts';
import { SPEAKERS } from '../../../shared/domain/floor/types.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { definitionOf, type Minutes } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, writable, writeStep } from '../desk.ts';
import { nextNumber } from '../records.ts';
import { factOf, floorOf, hearTurn } from './load.ts';
import type { Floor } from './memory.ts';
import { settle, tell } from './settle.ts';
import { stateOfFloor } from './state.ts';
import { refuseInCaucus } from './step.ts';

type Paper = Parsed<'floor.keyIn'>;

/** Allowed while the session runs and after the close, until the minutes are final. Refuses with `floor.closed` then. */
export function keyIn(desk: Desk, input: Paper): FloorState {
  const opened = writable(desk, input.dossier);
  const { floor } = floorOf(desk, input.dossier, input.session);
  refuseWhenFinal();
  if (input.turns.length > 0 || input.points.length > 0) refuseInCaucus(floor);
  const drafts = [
    ...input.turns.map((turn, n) => turnDraft(floor, turn, n)),
    ...input.presence.flatMap((counted) => presenceDrafts(floor, counted)),
    ...input.points.map((point, n) => pointDraft(point, n)),
  ];
  settle(desk, floor);
  if (drafts.length > 0) {
    writeStep(desk, opened, 'floor', [...drafts, ...closingDraft()], { quiet: true });
    const { floor: read } = floorOf(desk, input.dossier, input.session);
    read.revision += 1;
    // While the session is suspended it goes on: whose turn is fair next takes account of what was said meanwhile.
    read.heard = input.turns.reduce(
      (heard, { seat, kind, ms }) =>
        hearTurn(heard, { speaker: seat, kind, ms, sex: null, person: null, spokesperson: false }),
      read.heard,
    );
    tell(desk, opened, read);
  }
  return stateOfFloor(floor, desk.now());

  function refuseWhenFinal(): void {
    const phases = listRecords(opened.db, 'minutes', { of: { field: 'session', id: input.session } });
    if (phases.some(({ record }) => (record as Minutes).phase === 'final')) throw new Refusal('floor.closed');
  }

  function pointDraft(point: Paper['points'][number], n: number): Draft {
    const { flat, problems } = expandMembers(definitionOf('point').fields, { body: point.body });
    if (problems[0]) throw new Refusal('input.invalid', { path: problems[0].path });
    const number = nextNumber(opened, 'point', n);
    return {
      recordType: 'point',
      recordId: randomUUID() as RecordId,
      set: {
        session: floor.session,
        kind: point.kind,
        ...(flat as { [field: string]: Json }),
        ...(number ? { number } : {}),
        ...(point.item === undefined ? {} : { item: point.item }),
        ...(point.seat === undefined || floor.facts.level === 'none' ? {} : { seat: point.seat }),
        confidentiality: 'secretariat',
        level: floor.facts.level,
      },
      intent: 'create',
    };
  }

  /** Totals that were taken at the close are taken again, from what is written now and what was typed. */
  function closingDraft(): Draft[] {
    const { closing } = floor.facts.session;
    if (floor.phase !== 'closed' || !closing || input.turns.length === 0) return [];
    const typed = input.turns.map(({ seat, kind, ms }) => ({ speaker: seat, kind, ms, sex: null }));
    const balance = balanceOf(
      [...turnsOf(opened.db, floor.session).map(factOf), ...typed],
      floor.facts.targets,
    );
    const spoken = SPEAKERS.filter((speaker) => balance.time[speaker].turns > 0);
    const { sex } = closing;
    const withheld = typed
      .filter(
        ({ kind, speaker }) => kind !== 'point-of-order' && ['G', 'E', 'W', 'invited'].includes(speaker),
      )
      .reduce(
        (sum, { ms }) => ({ ms: sum.ms + ms, turns: sum.turns + 1 }),
        sex?.withheld ?? { ms: 0, turns: 0 },
      );
    const set = {
      ...closing,
      time: Object.fromEntries(spoken.map((speaker) => [speaker, balance.time[speaker]])),
      pointsOfOrder: balance.pointsOfOrder.turns,
      sex: sex && { ...sex, withheld },
    };
    return [
      {
        recordType: 'session',
        recordId: floor.session,
        set: { closing: set as unknown as Json },
        intent: 'edit',
      },
    ];
  }
}

const turnDraft = (floor: Floor, turn: Paper['turns'][number], n: number): Draft => ({
  recordType: 'turn',
  recordId: randomUUID() as RecordId,
  set: {
    session: floor.session,
    ...(turn.item === undefined ? {} : { item: turn.item }),
    order: floor.nextOrder + n,
    speaker: turn.seat,
    kind: turn.kind,
    ...(turn.at === undefined ? {} : { startedAt: turn.at }),
    ms: turn.ms,
    level: floor.facts.level,
    onPaper: true,
  },
  intent: 'create',
});

const presenceDrafts = (floor: Floor, counted: Paper['presence'][number]): Draft[] =>
  Array.from({ length: counted.count }, () => ({
    recordType: 'presence',
    recordId: randomUUID() as RecordId,
    set: {
      session: floor.session,
      seat: counted.seat,
      standing: counted.standing,
      ...(counted.arrivedAt === undefined ? {} : { arrivedAt: counted.arrivedAt }),
      ...(counted.leftAt === undefined ? {} : { leftAt: counted.leftAt }),
      ...(counted.standing === 'titular' ? { counts: true } : {}),
      level: floor.facts.level,
      onPaper: true,
    },
    intent: 'create',
  }));
