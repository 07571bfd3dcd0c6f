/** Who has spoken, how often and how long, against what the mandate says is due. */
import { APART, SEXES, type Sex, SPEAKERS, THREE } from './constants.ts';
import type { Balance, Sum, Targets, TurnFact } from './types.ts';

const NOTHING: Sum = { ms: 0, turns: 0 };
const plus = (sum: Sum, ms: number): Sum => ({ ms: sum.ms + ms, turns: sum.turns + 1 });
const each = <K extends string, T>(keys: readonly K[], of: (key: K) => T): { [P in K]: T } =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as { [P in K]: T };

/** Equal shares, and no budget, unless the mandate says otherwise. `shares` are hundredths, `budget` minutes. */
export function targetsOf(
  shares: { readonly [C in 'G' | 'E' | 'W']?: number } | undefined,
  budget: { readonly [C in 'G' | 'E' | 'W']?: number } | undefined,
): Targets {
  const sum = THREE.reduce((total, key) => total + (shares?.[key] ?? 0), 0);
  return each(THREE, (key) => ({
    target: sum > 0 ? (shares?.[key] ?? 0) / sum : 1 / 3,
    budgetMs: budget?.[key] === undefined ? null : budget[key] * 60_000,
  }));
}

export const emptyBalance = (targets: Targets): Balance => ({
  time: each(SPEAKERS, () => NOTHING),
  sex: each([...SEXES, 'withheld'] as const, () => NOTHING),
  pointsOfOrder: NOTHING,
  shares: each(THREE, (key) => ({ share: null, ...targets[key] })),
  totalMs: 0,
});

/**
 * Adds a turn that has ended. Points of order are counted by themselves; chair, ceremony and interpretation have
 * their time and are in no share, no total and no sum by sex. `totalMs` is of constituencies and those invited.
 */
export function addTurn(balance: Balance, fact: TurnFact): Balance {
  if (fact.kind === 'point-of-order' && !isApart(fact.speaker))
    return { ...balance, pointsOfOrder: plus(balance.pointsOfOrder, fact.ms) };
  const time = { ...balance.time, [fact.speaker]: plus(balance.time[fact.speaker], fact.ms) };
  if (isApart(fact.speaker)) return { ...balance, time };
  const cell: Sex | 'withheld' = fact.sex ?? 'withheld';
  return {
    ...withShares({ ...balance, time }),
    sex: { ...balance.sex, [cell]: plus(balance.sex[cell], fact.ms) },
    totalMs: balance.totalMs + fact.ms,
  };
}

function withShares(balance: Balance): Balance {
  const spoken = THREE.reduce((total, key) => total + balance.time[key].ms, 0);
  return {
    ...balance,
    shares: each(THREE, (key) => ({
      ...balance.shares[key],
      share: spoken === 0 ? null : balance.time[key].ms / spoken,
    })),
  };
}

const isApart = (speaker: TurnFact['speaker']): boolean => (APART as readonly string[]).includes(speaker);

export const balanceOf = (facts: Iterable<TurnFact>, targets: Targets): Balance =>
  [...facts].reduce(addTurn, emptyBalance(targets));

/** The same turns against other targets: the mandate may change while a session runs. */
export const withTargets = (balance: Balance, targets: Targets): Balance => ({
  ...balance,
  shares: each(THREE, (key) => ({ share: balance.shares[key].share, ...targets[key] })),
});

/** Women's part of what is known by sex, between 0 and 1; null where nothing is. */
export function womenShare(sums: { readonly [S in Sex]: number }): number | null {
  const known = sums.F + sums.M + sums.X;
  return known === 0 ? null : sums.F / known;
}
