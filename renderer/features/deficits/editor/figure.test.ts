import { describe, expect, it } from 'vitest';
import { figureOf, isFigure } from './figure.ts';

describe('a figure as it is typed', () => {
  it.each([
    ['11.40', '11.40'],
    ['11,4', '11.4'],
    ['١١٫٤٠', '11.40'],
    ['١٬٢٣٤٫٥', '1234.5'],
    ['12 500', '12500'],
    ['-3', '-3'],
  ])('reads %s', (typed, figure) => {
    expect(figureOf(typed)).toBe(figure);
    expect(isFigure(figureOf(typed))).toBe(true);
  });

  it.each(['1,234', '1,234,567', '1.2.3', 'about ten', '12%'])('refuses %s rather than guessing', (typed) => {
    expect(isFigure(figureOf(typed))).toBe(false);
  });
});
