import { expect, it } from 'vitest';
import { SPEAKERS } from '../../shared/domain/floor/constants.ts';
import type { Balance, Sum } from '../../shared/domain/floor/types.ts';
import { balanceBar, withRunning } from './balance.ts';

const sum = (ms: number, turns = 1): Sum => ({ ms, turns });
function balance(times: { G: number; E: number; W: number; chair?: number }, target = 1 / 3): Balance {
  const time = Object.fromEntries(SPEAKERS.map((s) => [s, sum((times as never)[s] ?? 0)])) as Balance['time'];
  const share = { share: null, target, budgetMs: 600_000 };
  const none = sum(0, 0);
  return {
    time,
    sex: { F: none, M: none, X: none, withheld: none },
    pointsOfOrder: none,
    shares: { G: share, E: share, W: share },
    totalMs: times.G + times.E + times.W,
  };
}

it('[room] the parts of the bar follow one another and fill it', () => {
  const { rows, lines } = balanceBar(balance({ G: 300_000, E: 100_000, W: 200_000 }));
  expect(rows.map(({ from }) => from)).toEqual([0, 0.5, 0.5 + 1 / 6]);
  expect(rows.reduce((all, { share }) => all + (share ?? 0), 0)).toBeCloseTo(1);
  expect(lines.map((at) => at.toFixed(3))).toEqual(['0.333', '0.667']);
});

it('[room] a share is above, near or below what the mandate sets', () => {
  const { rows } = balanceBar(balance({ G: 300_000, E: 100_000, W: 200_000 }));
  expect(rows.map(({ standing }) => standing)).toEqual(['above', 'below', 'near']);
});

it('[room] before anyone has spoken there is no share', () => {
  const { rows, totalMs } = balanceBar(balance({ G: 0, E: 0, W: 0, chair: 90_000 }));
  expect(totalMs).toBe(0);
  expect(rows.map(({ share, standing }) => [share, standing])).toEqual(Array(3).fill([null, 'none']));
});

it('[room] a budget may be overdrawn', () => {
  const { rows } = balanceBar(balance({ G: 700_000, E: 0, W: 0 }));
  expect(rows.map(({ leftMs }) => leftMs)).toEqual([-100_000, 600_000, 600_000]);
});

it('[room] the running turn counts on from the answer, and negative time counts nothing', () => {
  const held = balance({ G: 1000, E: 0, W: 0 });
  expect(withRunning(held, 'G', 500).time.G.ms).toBe(1500);
  expect(withRunning(held, 'G', -500)).toBe(held);
});
