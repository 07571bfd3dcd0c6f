/** How speaking time is drawn: places along a bar, as shares between 0 and 1. No colour and no text here. */
import type { Constituency } from '../../shared/domain/codes.ts';
import type { Balance, Sum } from '../../shared/domain/floor/types.ts';

const ORDER = ['G', 'E', 'W'] as const satisfies readonly Constituency[];
/** Nearer to its share than this is on its share. */
const CLOSE = 0.05;

export interface BalanceRow {
  readonly seat: Constituency;
  readonly ms: number;
  readonly turns: number;
  /** Of the time of all three; null where nobody has spoken. */
  readonly share: number | null;
  readonly target: number;
  /** Where its part of the common bar begins. */
  readonly from: number;
  readonly standing: 'above' | 'near' | 'below' | 'none';
  /** Minutes that are left of its budget, in milliseconds; negative when overdrawn, null without a budget. */
  readonly leftMs: number | null;
}
export interface BalanceBar {
  readonly rows: readonly BalanceRow[];
  /** Where the parts would meet if each had its share. */
  readonly lines: readonly number[];
  /** Of the three, without what is timed apart and without invited speakers. */
  readonly totalMs: number;
}

/** What the turn in course adds while it runs: the totals of the answer are those of its arrival. */
export function withRunning(balance: Balance, speaker: keyof Balance['time'], ms: number): Balance {
  if (ms <= 0) return balance;
  const add = (sum: Sum): Sum => ({ ...sum, ms: sum.ms + ms });
  return { ...balance, time: { ...balance.time, [speaker]: add(balance.time[speaker]) } };
}

/** The three constituencies against the shares the mandate sets. */
export function balanceBar(balance: Pick<Balance, 'time' | 'shares'>): BalanceBar {
  const totalMs = ORDER.reduce((sum, seat) => sum + Math.max(0, balance.time[seat].ms), 0);
  let from = 0;
  let line = 0;
  const lines: number[] = [];
  const rows = ORDER.map((seat): BalanceRow => {
    const { ms, turns } = balance.time[seat];
    const { target, budgetMs } = balance.shares[seat];
    const share = totalMs === 0 ? null : Math.max(0, ms) / totalMs;
    const row = {
      seat,
      ms,
      turns,
      share,
      target,
      from,
      standing: standingOf(share, target),
      leftMs: budgetMs === null ? null : budgetMs - ms,
    };
    from += share ?? 0;
    line += target;
    lines.push(line);
    return row;
  });
  return { rows, lines: lines.slice(0, -1).filter((at) => at > 0 && at < 1), totalMs };
}

function standingOf(share: number | null, target: number): BalanceRow['standing'] {
  if (share === null) return 'none';
  if (Math.abs(share - target) <= CLOSE) return 'near';
  return share > target ? 'above' : 'below';
}
