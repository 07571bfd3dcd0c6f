/** Times of day and lengths of time as they are printed. */
import type { SayPaper } from './strings.ts';

const MINUTE_MS = 60_000;

/** `HH:MM` as the room's clock showed it; `utcOffset` in minutes east of UTC. */
export function timeOfDay(instant: string, utcOffset: number): string {
  return new Date(Date.parse(instant) + utcOffset * MINUTE_MS).toISOString().slice(11, 16);
}

/** The day in the room, `YYYY-MM-DD`. */
export const dayOf = (instant: string, utcOffset: number): string =>
  new Date(Date.parse(instant) + utcOffset * MINUTE_MS).toISOString().slice(0, 10);

/** Rounded to the minute. */
export function duration(ms: number, say: SayPaper): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return h > 0 ? say('duration.hours', { h, m: String(m).padStart(2, '0') }) : say('duration.minutes', { m });
}

/** `MM:SS`, for what one speaks: minutes go on past sixty. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
