/** Who sits where, by sex: counted for each seat by itself and never as one figure for the room. */
import type { Seat } from '../../../shared/domain/codes.ts';
import { MINIMUM_SHARE } from '../../../shared/domain/floor/constants.ts';
import type { Participant } from '../../../shared/domain/records/index.ts';

export { MINIMUM_SHARE };

export interface Balance {
  readonly seat: Seat;
  readonly all: number;
  readonly women: number;
  readonly men: number;
  readonly other: number;
  /** Those whose sex is coded as missing, or was never asked. */
  readonly missing: number;
  /** Women among those whose sex is recorded; undefined where it is recorded for nobody. */
  readonly share: number | undefined;
  readonly isBelow: boolean;
}

export const seatOf = (participant: Pick<Participant, 'seat'>): Seat => participant.seat ?? 'invited';

export function balanceOf(seat: Seat, people: readonly Pick<Participant, 'seat' | 'sex'>[]): Balance {
  const seated = people.filter((person) => seatOf(person) === seat);
  const of = (sex: string): number => seated.filter((person) => person.sex === sex).length;
  const [women, men, other] = [of('F'), of('M'), of('X')];
  const known = women + men + other;
  const share = known === 0 ? undefined : women / known;
  return {
    seat,
    all: seated.length,
    women,
    men,
    other,
    missing: seated.length - known,
    share,
    isBelow: share !== undefined && share < MINIMUM_SHARE,
  };
}
