import type { Overview } from '../../../shared/contract/index.ts';

/** The least share of women that international guidance asks of a delegation. */
export const LINE = 0.3;

type Seated = Overview['participation'][number];

/** Everyone on the seat, and the share of women among those whose sex is recorded (null where none is). */
export function shareOf({ women, men, other, missing }: Seated): {
  readonly all: number;
  readonly recorded: number;
  readonly share: number | null;
} {
  const recorded = women + men + other;
  return { all: recorded + missing, recorded, share: recorded === 0 ? null : women / recorded };
}
