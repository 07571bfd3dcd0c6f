/**
 * Time in the room, reckoned from a clock that nobody can set. The wall clock is read beside it only to notice that
 * it was moved, or that the machine slept; neither ever changes a duration.
 */
import type { Clock, Jump, Tick } from './types.ts';

/** Two readings further apart than this: the machine stood still between them. */
export const GAP_MS = 5000;
export const WALL_MS = 2000;
/** Such a gap also holds the turn. */
export const LONG_GAP_MS = 600_000;
/** A turn in which nothing is done for so long is forgotten rather than spoken. */
export const LONG_TURN_MS = 3_600_000;
/** A session in which nothing was done for so long was left open. */
export const STALE_MS = 14_400_000;

export const startClock = (tick: Tick, elapsedMs = 0, heldMs = 0, isHeld = false): Clock => ({
  last: tick,
  elapsedMs,
  heldMs,
  isHeld,
});

/**
 * Moves the clock to a new reading. What lies between two readings counts as `passedMs`, into `heldMs` while the
 * session is held; nothing counts where the steady clock went back or jumped.
 */
export function advance(clock: Clock, tick: Tick): { clock: Clock; passedMs: number; jumps: Jump[] } {
  const steady = tick.mono - clock.last.mono;
  const moved = tick.wall - clock.last.wall - steady;
  const jumps: Jump[] = [];
  if (steady > GAP_MS) jumps.push({ kind: 'gap', ms: steady });
  if (steady >= 0 && Math.abs(moved) > WALL_MS) jumps.push({ kind: 'wall', ms: moved });
  const passedMs = steady < 0 || steady > GAP_MS ? 0 : steady;
  return {
    clock: {
      last: tick,
      elapsedMs: clock.elapsedMs + (clock.isHeld ? 0 : passedMs),
      heldMs: clock.heldMs + (clock.isHeld ? passedMs : 0),
      isHeld: clock.isHeld,
    },
    passedMs,
    jumps,
  };
}

/** Minutes east of UTC. A session that runs past midnight is not left open while something is done in it. */
export function isLeftOpen(lastActWall: number, nowWall: number, utcOffset: number): boolean {
  const age = nowWall - lastActWall;
  const day = (wall: number): number => Math.floor((wall + utcOffset * 60_000) / 86_400_000);
  return age > STALE_MS || (age > LONG_TURN_MS && day(lastActWall) !== day(nowWall));
}
