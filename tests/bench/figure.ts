/** A figure: a ratio measured inside one run, side by side, never a bare time. */
export interface Figure {
  readonly name: string;
  /** `at most` or `at least` this much. */
  readonly target: { readonly atMost: number } | { readonly atLeast: number };
  /** What the number is: `x` for ratios, or a unit where the target is a size. */
  readonly unit: string;
  readonly measure: () => Promise<number> | number;
}

export interface Group {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** Called once after the group's figures, whatever happened. */
  readonly close?: () => Promise<void> | void;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}

export function timed(body: () => void): number {
  const start = performance.now();
  body();
  return performance.now() - start;
}

/**
 * Measures two things turn by turn, so that a noisy moment of the machine meets both, and returns the ratio of
 * their medians. The first turns warm caches and compilers and do not count.
 */
export function ratioOf(
  turns: number,
  ours: (turn: number) => void,
  theirs: (turn: number) => void,
  warm = 400,
): { ratio: number; ours: number; theirs: number } {
  const a: number[] = [];
  const b: number[] = [];
  for (let turn = 0; turn < turns + warm; turn += 1) {
    const first = timed(() => ours(turn));
    const second = timed(() => theirs(turn));
    if (turn >= warm) {
      a.push(first);
      b.push(second);
    }
  }
  return { ratio: median(a) / median(b), ours: median(a), theirs: median(b) };
}
