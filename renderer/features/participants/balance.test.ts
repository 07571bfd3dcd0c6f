import { describe, expect, it } from 'vitest';
import { balanceOf } from './balance.ts';

describe('the balance of a seat', () => {
  it('counts each seat by itself', () => {
    const people = [
      { seat: 'G', sex: 'F' },
      { seat: 'G', sex: 'M' },
      { seat: 'W', sex: 'F' },
    ] as const;
    expect(balanceOf('G', people)).toMatchObject({ all: 2, women: 1, men: 1, share: 0.5, isBelow: false });
    expect(balanceOf('E', people)).toMatchObject({ all: 0, share: undefined, isBelow: false });
  });

  it('never takes a missing sex for a man or a woman', () => {
    const people = [
      { seat: 'E', sex: 'F' },
      { seat: 'E', sex: { missing: 'withheld' } },
      { seat: 'E' },
    ] as const;
    expect(balanceOf('E', people)).toMatchObject({ all: 3, women: 1, men: 0, missing: 2, share: 1 });
  });

  it('draws the line at 30 per cent, which itself is not below', () => {
    const of = (women: number, men: number) =>
      balanceOf('W', [
        ...Array.from({ length: women }, () => ({ seat: 'W', sex: 'F' }) as const),
        ...Array.from({ length: men }, () => ({ seat: 'W', sex: 'M' }) as const),
      ]).isBelow;
    expect(of(3, 7)).toBe(false);
    expect(of(2, 7)).toBe(true);
  });

  it('seats those of no seat among the invited', () => {
    expect(balanceOf('invited', [{ sex: 'X' }])).toMatchObject({ all: 1, other: 1 });
  });
});
