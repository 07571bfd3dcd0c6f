/** Time: what has passed since the last look, and what was out of the ordinary about it. */
import { advance, isLeftOpen, LONG_GAP_MS, LONG_TURN_MS } from '../../../shared/domain/floor/clock.ts';
import type { Desk, OpenedDossier } from '../desk.ts';
import { keepLive } from './live.ts';
import { refresh } from './load.ts';
import { type Floor, floorsOf, type Notice, noticeOf } from './memory.ts';
import { floorMoved } from './watch.ts';

export const isRunning = (floor: Floor): boolean => floor.phase === 'open' || floor.phase === 'suspended';

/**
 * Moves the floor to now. Returns whether a window has to be told: a notice came, the turn was held by itself, or
 * its time ran out. Time in which the machine stood still counts nowhere until somebody says so.
 */
export function settle(desk: Desk, floor: Floor): boolean {
  const tick = { mono: desk.mono(), wall: desk.now() };
  const { clock, passedMs, jumps } = advance(floor.clock, tick);
  floor.clock = clock;
  if (!isRunning(floor)) return false;
  floor.idleMs += passedMs;
  if (floor.item !== null && passedMs > 0)
    floor.spent = new Map([...floor.spent, [floor.item, (floor.spent.get(floor.item) ?? 0) + passedMs]]);
  let isNews = false;
  const { speaking } = floor;
  if (speaking && !speaking.isHeld) {
    const elapsedMs = speaking.elapsedMs + passedMs;
    isNews =
      speaking.limitMs !== null && speaking.elapsedMs < speaking.limitMs && elapsedMs >= speaking.limitMs;
    floor.speaking = { ...speaking, elapsedMs };
  }
  const notices: Notice[] = jumps.map(({ kind, ms }) => noticeOf(kind, ms, tick.wall, speaking?.id ?? null));
  const hold = (): boolean => {
    const held = floor.speaking !== null && !floor.speaking.isHeld;
    if (floor.speaking) floor.speaking = { ...floor.speaking, isHeld: true };
    return held;
  };
  if (jumps.some(({ kind, ms }) => kind === 'gap' && ms > LONG_GAP_MS)) hold();
  if (floor.idleMs > LONG_TURN_MS && hold())
    notices.push(noticeOf('long-turn', floor.idleMs, tick.wall, speaking?.id ?? null));
  const { wall } = floor.lastAct;
  if (
    isLeftOpen(wall, tick.wall, floor.facts.session.utcOffset ?? 0) &&
    !floor.notices.some(({ kind }) => kind === 'left-open')
  ) {
    hold();
    notices.push(noticeOf('left-open', tick.wall - wall, tick.wall));
  }
  if (notices.length > 0) floor.notices = [...floor.notices, ...notices].slice(-50);
  return isNews || notices.length > 0;
}

export function tell(desk: Desk, opened: OpenedDossier, floor: Floor): void {
  desk.emit({ type: 'floor', dossier: opened.id, session: floor.session, revision: floor.revision });
  floorMoved(desk, opened.id, floor.session);
}

const KEEP_EVERY_MS = 5000;

/** Once a second: time goes on, a running turn is kept every few seconds, and windows are told what they must know. */
export function tickFloors(desk: Desk): void {
  for (const opened of desk.open.values())
    for (const floor of floorsOf(opened).values()) {
      if (!isRunning(floor)) continue;
      // What is kept of people follows the level of now, not that of the last act.
      refresh(opened, floor);
      const isNews = settle(desk, floor);
      if (isNews) floor.revision += 1;
      const isDue = floor.clock.last.mono - floor.writtenMono >= KEEP_EVERY_MS;
      if (floor.isDriven && (isNews || isDue)) keep(opened, floor);
      if (isNews) tell(desk, opened, floor);
    }
}

/** A full disk must not end the thread: the next act says so to whoever does it. */
function keep(opened: OpenedDossier, floor: Floor): void {
  try {
    if (opened.db.open && !opened.db.inTransaction) keepLive(opened.db, floor);
  } catch (thrown) {
    if ((thrown as { code?: string }).code?.startsWith('SQLITE_') !== true) throw thrown;
  }
  floor.writtenMono = floor.clock.last.mono;
}

/** Before a dossier is closed: what its sessions are in the middle of is kept as it is now. */
export function leaveFloors(desk: Desk, opened: OpenedDossier): void {
  for (const floor of floorsOf(opened).values()) {
    if (!floor.isDriven || !isRunning(floor)) continue;
    settle(desk, floor);
    keep(opened, floor);
  }
  floorsOf(opened).clear();
}
