import { expect, test } from 'vitest';
import { SMALLEST, scaleFor } from './fit.ts';

test('[room] a long text is drawn smaller, so that none of it is below the edge, and never too small to read', () => {
  expect(scaleFor(500, 700)).toBe(1);
  expect(scaleFor(1000, 700)).toBeCloseTo(0.7);
  expect(scaleFor(10_000, 700)).toBe(SMALLEST);
  expect(scaleFor(0, 700)).toBe(1);
});
