/** The end of a session: everybody leaves, the totals are taken, and what only memory knew is gone. */
import { presenceOf } from '../../../db/queries/session.ts';
import type { FloorState, Parsed } from '../../../shared/contract/index.ts';
import { SEATS, type Seat } from '../../../shared/domain/codes.ts';
import { SMALLEST_CELL } from '../../../shared/domain/floor/constants.ts';
import { type Sex, SPEAKERS, type Sum } from '../../../shared/domain/floor/types.ts';
import type { Json } from '../../../shared/domain/json.ts';
import type { Closing } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';
import { goTo } from './acts.ts';
import type { Floor } from './memory.ts';
import { go } from './presence.ts';
import { quorumOfFloor, stateOfFloor, womenOf } from './state.ts';
import { act, type Doing, requireRunning } from './step.ts';
import { endTurn } from './turns.ts';

const LONGEST_MS = 86_400_000;
const within = (ms: number): number => Math.max(0, Math.min(Math.round(ms), LONGEST_MS));
const sumOf = (sum: Sum): Sum => ({ ms: within(sum.ms), turns: sum.turns });

export function closeSession(desk: Desk, input: Parsed<'session.close'>): FloorState {
  const floor = act(desk, input.dossier, input.session, (doing) => {
    requireRunning(doing.floor);
    if (doing.floor.facts.openReadBack !== null) throw new Refusal('read-back.open');
    close(doing, input.at);
    return true;
  });
  return stateOfFloor(floor, desk.now());
}

function close(doing: Doing, at: 'now' | 'last-act'): void {
  const { floor } = doing;
  if (at === 'last-act') goBack(floor);
  const wall = at === 'last-act' ? Math.min(floor.lastAct.wall, doing.wall) : doing.wall;
  const then: Doing = { ...doing, wall, now: new Date(wall).toISOString() };
  // Before anybody leaves: the quorum and the shares of the room as it was.
  const quorum = quorumOfFloor(floor, then.now);
  const women = womenOf(floor);
  const cells = cellsOfRoom(floor);
  endTurn(then);
  goTo(then, null);
  for (const one of floor.presence) if (one.isHere) go(then, one);
  const closing: Closing = {
    elapsedMs: within(floor.clock.elapsedMs),
    heldMs: within(floor.clock.heldMs),
    time: Object.fromEntries(
      SPEAKERS.filter((speaker) => floor.balance.time[speaker].turns > 0).map((speaker) => [
        speaker,
        sumOf(floor.balance.time[speaker]),
      ]),
    ),
    pointsOfOrder: floor.balance.pointsOfOrder.turns,
    sex: sexOf(floor, cells),
    women: { ...women, time: mayTell(cells) ? womenOf(floor).time : null },
    most: mostHere(doing),
    quorum,
  };
  floor.phase = 'closed';
  floor.clock = { ...floor.clock, isHeld: true };
  doing.drafts.push({
    recordType: 'session',
    recordId: floor.session,
    set: { phase: 'closed', closedAt: then.now, closing: closing as unknown as Json },
    intent: 'edit',
  });
  forget(floor);
}

/** Nothing was done since: the hours in which the machine stood open are nobody's. */
function goBack(floor: Floor): void {
  const { lastAct } = floor;
  const { speaking } = floor;
  const idleMs = floor.clock.elapsedMs - lastAct.elapsedMs;
  floor.clock = { ...floor.clock, elapsedMs: lastAct.elapsedMs, heldMs: lastAct.heldMs };
  if (floor.item !== null) floor.spent = new Map([...floor.spent, [floor.item, lastAct.itemMs]]);
  if (speaking) floor.speaking = { ...speaking, elapsedMs: Math.max(0, speaking.elapsedMs - idleMs) };
}

function cellsOfRoom(floor: Floor): { [S in Sex]: number } {
  const cells = { F: 0, M: 0, X: 0 };
  for (const { isHere, identity } of floor.presence) if (isHere && identity?.sex) cells[identity.sex] += 1;
  return cells;
}

/** Sums by sex single nobody out where each cell of the whole room holds three people. */
function mayTell(cells: { readonly [S in Sex]: number }): boolean {
  const filled = Object.values(cells).filter((count) => count > 0);
  return filled.length > 0 && filled.every((count) => count >= SMALLEST_CELL);
}

function sexOf(floor: Floor, cells: { readonly [S in Sex]: number }): Closing['sex'] {
  if (!mayTell(cells)) return null;
  const { F, M, X, withheld } = floor.balance.sex;
  return { F: sumOf(F), M: sumOf(M), X: sumOf(X), withheld: sumOf(withheld) };
}

/** The most that were here together, by seat, from times of arrival and departure. */
function mostHere({ opened, floor }: Doing): Closing['most'] {
  const most: { [S in Seat]?: number } = {};
  const records = presenceOf(opened.db, floor.session);
  for (const seat of SEATS) {
    const moves = records
      .filter((one) => one.seat === seat)
      .flatMap((one) => [
        { at: one.arrivedAt ?? '', by: 1 },
        ...(one.leftAt === undefined ? [] : [{ at: one.leftAt, by: -1 }]),
      ])
      // Who leaves in the moment in which another arrives was not here with them.
      .sort((a, b) => (a.at === b.at ? a.by - b.by : a.at < b.at ? -1 : 1));
    let here = 0;
    let highest = 0;
    for (const { by } of moves) {
      here += by;
      highest = Math.max(highest, here);
    }
    if (highest > 0) most[seat] = highest;
  }
  return most;
}

/** Whoever was known in the room is known no more. */
function forget(floor: Floor): void {
  floor.queue = [];
  floor.identities = new Map();
  floor.speaking = null;
  floor.ended = null;
  floor.notices = [];
  floor.presence = floor.presence.map((one) => ({ ...one, identity: null, isLost: false }));
  floor.heard = { ...floor.heard, persons: new Set() };
}
