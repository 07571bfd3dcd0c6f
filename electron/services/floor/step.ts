/** One act on the floor: decided on a copy, written in one transaction, and then made the floor that stands. */
import type { Draft } from '../../../db/ledger/append.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, type OpenedDossier, writable, writeStep } from '../desk.ts';
import { readFacts, seenNow } from './facts.ts';
import { keepLive } from './live.ts';
import { floorOf } from './load.ts';
import { copyOf, type Floor, floorsOf } from './memory.ts';
import { settle, tell } from './settle.ts';

export interface Doing {
  readonly desk: Desk;
  readonly opened: OpenedDossier;
  /** To be changed: members are replaced and never mutated. */
  readonly floor: Floor;
  /** What the ledger gets with it. */
  readonly drafts: Draft[];
  readonly wall: number;
  readonly now: string;
}

/** `false` from `body` says that nothing was to be done: then nothing is written and nobody is told. */
export function act(
  desk: Desk,
  dossier: string,
  session: string,
  body: (doing: Doing) => boolean | undefined,
): Floor {
  writable(desk, dossier);
  const { opened, floor: held } = floorOf(desk, dossier, session);
  settle(desk, held);
  const floor = copyOf(held);
  const wall = desk.now();
  const doing = { desk, opened, floor, drafts: [] as Draft[], wall, now: new Date(wall).toISOString() };
  if (body(doing) === false) return held;
  floor.revision += 1;
  floor.idleMs = 0;
  floor.isDriven = true;
  floor.writtenMono = floor.clock.last.mono;
  floor.lastAct = {
    wall,
    elapsedMs: floor.clock.elapsedMs,
    heldMs: floor.clock.heldMs,
    itemMs: floor.item === null ? 0 : (floor.spent.get(floor.item) ?? 0),
  };
  writeStep(desk, opened, 'floor', doing.drafts, { quiet: true, also: () => keepLive(opened.db, floor) });
  const isPlanTouched = doing.drafts.some(
    ({ recordType }) => recordType === 'session' || recordType === 'agendaItem',
  );
  floor.facts = isPlanTouched ? readFacts(opened.db, session) : { ...floor.facts, seen: seenNow(opened.db) };
  floorsOf(opened).set(session, floor);
  tell(desk, opened, floor);
  return floor;
}

/** Refuses where the session is not running: `floor.not-open` before it was opened, `floor.closed` after. */
export function requireRunning(floor: Floor): void {
  if (floor.phase === 'closed') throw new Refusal('floor.closed');
  if (floor.phase === 'planned') throw new Refusal('floor.not-open');
}

/** Nothing of what a caucus says enters the record of all three. */
export function refuseInCaucus(floor: Floor): void {
  if (floor.facts.session.kind === 'caucus') throw new Refusal('session.caucus');
}
