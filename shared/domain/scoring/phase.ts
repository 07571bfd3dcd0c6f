/**
 * What holds of a round that went on in several copies. Copies may begin, abandon and open one round without knowing
 * of each other; until a person has decided, this says what counts. It never lets anything vanish that was opened
 * before all, and lets no round go on that somebody gave up.
 */
import type { RoundPhase } from './types.ts';

/** The phase that counts of those that copies set last. */
export function phaseOf(set: readonly RoundPhase[]): RoundPhase {
  if (set.includes('opened')) return 'opened';
  // Sealed in any case: whether it goes on is for a person to say, see `isUndecided`.
  if (set.includes('scoring')) return 'scoring';
  return set.includes('abandoned') ? 'abandoned' : 'prepared';
}

/** One copy gave the round up while another went on: no ballot and no opening before a person has decided. */
export const isUndecided = (set: readonly RoundPhase[]): boolean =>
  phaseOf(set) === 'scoring' && set.includes('abandoned');

/** What a person may decide for: what was opened before all stays so. */
export const choosablePhases = (set: readonly RoundPhase[]): readonly RoundPhase[] =>
  phaseOf(set) === 'opened' ? ['opened'] : set;

const LEADERS: { readonly [name: string]: string } = { fixedAt: 'publicKey', ballots: 'openedAt' };

/**
 * The field of a round that is decided on when the flat field is in conflict: the time of a beginning goes with its
 * key, and counts of ballots with their opening. Whoever took them one by one would mix what belongs together.
 */
export const decidedWith = (flat: string): string => LEADERS[flat.split(/[.:]/, 1)[0] as string] ?? flat;
