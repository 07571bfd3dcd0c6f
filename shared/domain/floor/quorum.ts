/** Whether the room may decide: counted for each constituency by itself, by the rule of the mandate. */
import type { Seat } from '../codes.ts';
import type { QuorumRule } from '../position.ts';
import type { QuorumTaken } from '../records/session.ts';
import { THREE } from './constants.ts';
import type { Counts } from './types.ts';

/**
 * `share-of-each` needs the share of those entitled, `number-of-each` a number; a constituency in which nobody is
 * entitled never reaches a share. Without a rule, and with `none`, the quorum is met.
 */
export function quorumOf(rule: QuorumRule | undefined, counts: Counts): Omit<QuorumTaken, 'at'> {
  const seat = ({ present, entitled }: Counts['G']) => {
    const needed = neededOf(rule, entitled);
    const met =
      rule === undefined || rule.kind === 'none'
        ? true
        : present >= needed && (rule.kind === 'number-of-each' || entitled > 0);
    return { present, entitled, needed, met };
  };
  const seats = { G: seat(counts.G), E: seat(counts.E), W: seat(counts.W) };
  return { rule: rule ?? null, met: THREE.every((key) => seats[key].met), seats };
}

function neededOf(rule: QuorumRule | undefined, entitled: number): number {
  if (rule === undefined || rule.kind === 'none') return 0;
  if (rule.kind === 'number-of-each') return rule.number;
  return Math.ceil((rule.numerator * entitled) / rule.denominator);
}

/**
 * Who counts: titulars, and alternates who stepped in, while they are here. Never more than are entitled, which is
 * the number of titulars registered.
 */
export function countsOf(
  presence: Iterable<{ readonly seat?: Seat; readonly counts?: true; readonly leftAt?: string }>,
  titulars: { readonly [C in 'G' | 'E' | 'W']: number },
): Counts {
  const here = { G: 0, E: 0, W: 0, invited: 0 };
  for (const one of presence)
    if (one.counts && one.leftAt === undefined && one.seat !== undefined) here[one.seat] += 1;
  const seat = (key: 'G' | 'E' | 'W') => ({
    present: Math.min(here[key], titulars[key]),
    entitled: titulars[key],
  });
  return { G: seat('G'), E: seat('E'), W: seat('W') };
}
