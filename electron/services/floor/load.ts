/** Brings a session into memory: from the live row and the turns that were written. */
import { presenceOf, turnsOf } from '../../../db/queries/session.ts';
import type { Attribution, Seat } from '../../../shared/domain/codes.ts';
import { strictest } from '../../../shared/domain/floor/attribution.ts';
import { balanceOf, withTargets } from '../../../shared/domain/floor/balance.ts';
import { startClock } from '../../../shared/domain/floor/clock.ts';
import type { Entry, Heard, Sex, TurnFact } from '../../../shared/domain/floor/types.ts';
import type { Presence, Turn } from '../../../shared/domain/records/index.ts';
import { type Desk, dossierOf, type OpenedDossier } from '../desk.ts';
import { FACT_TYPES, type Facts, readFacts, seenNow, typesSince } from './facts.ts';
import { type LiveRow, liveRowOf } from './live.ts';
import {
  emptyHeard,
  type Floor,
  floorsOf,
  type Identity,
  nobody,
  noticeOf,
  type Present,
  type Speaking,
} from './memory.ts';

/** The floor of a session, loaded at the first touch and kept up with what others write. */
export function floorOf(
  desk: Desk,
  dossier: string,
  session: string,
): { opened: OpenedDossier; floor: Floor } {
  const opened = dossierOf(desk, dossier);
  const held = floorsOf(opened);
  let floor = held.get(session);
  if (!floor) {
    floor = load(desk, opened, session);
    held.set(session, floor);
  } else refresh(opened, floor);
  return { opened, floor };
}

const known = (sex: unknown): Sex | null => (typeof sex === 'string' ? (sex as Sex) : null);

export const factOf = (turn: Turn): TurnFact => ({
  speaker: turn.speaker ?? 'invited',
  kind: turn.kind ?? 'turn',
  sex: known(turn.sex),
  ms: turn.ms ?? 0,
});

function load(desk: Desk, opened: OpenedDossier, session: string): Floor {
  const facts = readFacts(opened.db, session);
  const { phase = 'planned' } = facts.session;
  const isRunning = phase === 'open' || phase === 'suspended';
  const live = isRunning ? liveRowOf(opened.db, session) : undefined;
  const turns = turnsOf(opened.db, session);
  const tick = { mono: desk.mono(), wall: desk.now() };
  const spent = new Map(facts.items.map((item) => [item.id as string, item.spentMs ?? 0]));
  if (live?.item) spent.set(live.item.id, live.item.spentMs);
  const spoken = turns.reduce((sum, turn) => sum + (turn.ms ?? 0), 0);
  const elapsedMs = live?.elapsedMs ?? facts.session.closing?.elapsedMs ?? spoken;
  const heldMs = live?.heldMs ?? facts.session.closing?.heldMs ?? 0;
  const speaking = live?.speaking ? restored(facts, live.speaking) : null;
  const entries = (live?.queue ?? []).map((row) => entryOf(facts, row));
  const floor: Floor = {
    session: facts.session.id,
    facts,
    revision: live?.revision ?? 0,
    phase,
    clock: startClock(tick, elapsedMs, heldMs, phase !== 'open'),
    item: live?.item?.id ?? null,
    spent,
    speaking,
    queue: entries.map(({ entry }) => entry),
    identities: new Map(entries.map(({ entry, identity }) => [entry.id, identity])),
    heard: heardOf(facts, turns, live),
    balance: balanceOf(turns.map(factOf), facts.targets),
    presence: presenceOf(opened.db, session).map((record) => presentOf(facts, record)),
    notices: live?.notices ?? [],
    lastAct: live?.lastAct ?? { wall: tick.wall, elapsedMs, heldMs, itemMs: 0 },
    idleMs: 0,
    ended: null,
    nextOrder: nextOrder(turns),
    writtenMono: tick.mono,
    isDriven: false,
    isHearingLost: isRunning && turns.length > 0 && facts.level !== 'named',
  };
  if (isRunning && live) {
    const age = Math.max(0, tick.wall - live.wall);
    floor.notices = [...floor.notices, noticeOf('restored', age, tick.wall, speaking?.id ?? null)];
  }
  return floor;
}

const nextOrder = (turns: readonly Turn[]): number =>
  turns.reduce((most, turn) => Math.max(most, turn.order ?? 0), 0) + 1;

/** What other windows, a merge or the page's own edits have written since. */
export function refresh(opened: OpenedDossier, floor: Floor): void {
  const types = typesSince(opened.db, floor.facts.seen);
  if (types.length === 0) return;
  if (types.some((type) => FACT_TYPES.includes(type))) {
    const before = floor.facts.level;
    floor.facts = readFacts(opened.db, floor.session);
    floor.phase = floor.facts.session.phase ?? 'planned';
    floor.balance = withTargets(floor.balance, floor.facts.targets);
    for (const item of floor.facts.items)
      if (item.id !== floor.item && !floor.spent.has(item.id))
        floor.spent = new Map([...floor.spent, [item.id, item.spentMs ?? 0]]);
    if (before !== floor.facts.level) {
      floor.revision += 1;
      lower(floor, floor.facts.level);
    }
  } else floor.facts = { ...floor.facts, seen: seenNow(opened.db) };
  if (types.includes('turn')) {
    const turns = turnsOf(opened.db, floor.session);
    floor.balance = balanceOf(turns.map(factOf), floor.facts.targets);
    floor.nextOrder = nextOrder(turns);
    floor.ended = null;
  }
  if (types.includes('presence')) {
    const before = new Map(floor.presence.map((one) => [one.id, one]));
    floor.presence = presenceOf(opened.db, floor.session).map((record) => {
      // Who was only counted is not lost because another session has counted its own.
      const known = before.get(record.id);
      const read = presentOf(floor.facts, record);
      return known ? { ...read, identity: known.identity ?? read.identity, isLost: known.isLost } : read;
    });
  }
}

/**
 * What was learnt before the level was tightened is from now on as if it had been learnt under the stricter one: a
 * level that is loosened again lets none of it out.
 */
function lower(floor: Floor, level: Attribution): void {
  const lowered = (identity: Identity): Identity => ({
    ...identity,
    level: strictest(identity.level, level),
  });
  if (floor.speaking) floor.speaking = { ...floor.speaking, identity: lowered(floor.speaking.identity) };
  floor.identities = new Map([...floor.identities].map(([id, identity]) => [id, lowered(identity)]));
  floor.presence = floor.presence.map((one) => ({ ...one, identity: one.identity && lowered(one.identity) }));
}

function identityOf(facts: Facts, known: LiveRow['queue'][number]['known']): Identity {
  const participant = known.participant === undefined ? undefined : facts.participants.get(known.participant);
  return {
    participant: participant?.id ?? null,
    organization: known.organization ?? participant?.organization ?? null,
    name: null,
    sex: known.sex ?? null,
    level: known.level,
  };
}

function entryOf(facts: Facts, row: LiveRow['queue'][number]): { entry: Entry; identity: Identity } {
  const identity = identityOf(facts, row.known);
  const { id, seat, turn, sinceMs, spokesperson } = row;
  return {
    entry: { id, seat, turn, sinceMs, spokesperson, person: identity.participant, sex: identity.sex },
    identity,
  };
}

/** The turn in course comes back held, with the last time that was kept. */
const restored = (facts: Facts, row: NonNullable<LiveRow['speaking']>): Speaking => ({
  id: row.id,
  speaker: row.speaker,
  turn: row.turn,
  startedAt: row.startedAt,
  elapsedMs: row.elapsedMs,
  limitMs: row.limitMs,
  isHeld: true,
  item: row.item,
  entry: null,
  identity: identityOf(facts, row.known),
});

function presentOf(facts: Facts, record: Presence): Present {
  const participant =
    record.participant === undefined ? undefined : facts.participants.get(record.participant);
  const level: Attribution = record.level ?? facts.level;
  return {
    id: record.id,
    seat: record.seat ?? 'invited',
    standing: record.standing ?? 'adviser',
    counts: record.counts === true,
    isHere: record.leftAt === undefined,
    identity: participant
      ? {
          ...nobody(level),
          participant: participant.id,
          organization: record.organization ?? participant.organization ?? null,
          sex: known(record.sex),
        }
      : null,
    isLost: !participant && record.onPaper === undefined,
  };
}

const SEATS: readonly string[] = ['G', 'E', 'W', 'invited'] satisfies Seat[];

export function hearTurn(
  heard: Heard,
  fact: TurnFact & { readonly person: string | null; readonly spokesperson: boolean },
): Heard {
  if (!SEATS.includes(fact.speaker)) return heard;
  const seat = fact.speaker as Seat;
  const persons = fact.person === null ? heard.persons : new Set([...heard.persons, fact.person]);
  const spokespersons =
    fact.spokesperson && seat !== 'invited' && !heard.spokespersons.includes(seat)
      ? [...heard.spokespersons, seat]
      : heard.spokespersons;
  // A point of order is no turn: it moves neither who spoke last nor what was had of the time.
  if (fact.kind === 'point-of-order') return heard;
  const plus = (sum: { ms: number; turns: number }) => ({ ms: sum.ms + fact.ms, turns: sum.turns + 1 });
  return {
    last: seat,
    bySeat: { ...heard.bySeat, [seat]: plus(heard.bySeat[seat]) },
    bySex: fact.sex === null ? heard.bySex : { ...heard.bySex, [fact.sex]: plus(heard.bySex[fact.sex]) },
    persons,
    spokespersons,
  };
}

function heardOf(facts: Facts, turns: readonly Turn[], live: LiveRow | undefined): Heard {
  const heard = turns.reduce(
    (so, turn) =>
      hearTurn(so, {
        ...factOf(turn),
        person:
          turn.participant !== undefined && facts.participants.has(turn.participant)
            ? turn.participant
            : null,
        spokesperson: false,
      }),
    emptyHeard(),
  );
  return { ...heard, spokespersons: live?.spokespersons ?? [] };
}
