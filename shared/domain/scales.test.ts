import { expect, test } from 'vitest';
import { EvidenceStrength, Prevalence } from './records/deficit.ts';
import { apart, distanceOn, type OnScales, STEP_CODES, stepOn } from './scales.ts';

const missing = { missing: 'withheld' };

test('the scales are those of the records, lowest first', () => {
  expect(STEP_CODES.prevalence).toEqual(Prevalence.options);
  expect(STEP_CODES.evidence).toEqual(EvidenceStrength.options);
  expect(
    ['isolated', 'systemic', 'never heard of', missing, undefined].map((each) => stepOn('prevalence', each)),
  ).toEqual([1, 4, 0, 0, 0]);
  expect([3, 0, 5, 2.5, '3', missing].map((each) => stepOn('severity', each))).toEqual([3, 0, 0, 0, 0, 0]);
});

test('how far apart is said of two or more that stated it, and of nobody else', () => {
  expect(apart('severity', { G: 1, E: 4, W: 2 })).toBe(3);
  expect(apart('evidence', { G: 'strong', E: missing, W: 'strong' })).toBe(0);
  expect(apart('evidence', { G: 'strong', E: missing })).toBeNull();
  expect(apart('prevalence')).toBeNull();
});

test('those furthest apart come first, on one scale or on whichever', () => {
  const a: OnScales = { severity: { G: 1, E: 3 }, prevalence: {}, evidence: { G: 'strong', W: 'strong' } };
  const b: OnScales = { severity: { G: 2, E: 3 }, prevalence: {}, evidence: { G: 'anecdotal', W: 'strong' } };
  const c: OnScales = { severity: {}, prevalence: { E: 'isolated', W: 'systemic' }, evidence: {} };
  const none: OnScales = { severity: {}, prevalence: {}, evidence: {} };
  const sorted = (by: 'any' | 'severity' | 'prevalence' | 'evidence'): OnScales[] =>
    [none, a, b, c].sort((x, y) => distanceOn(by, y) - distanceOn(by, x));
  expect(sorted('any')).toEqual([b, c, a, none]);
  expect(sorted('severity')).toEqual([a, b, c, none]);
  expect(sorted('prevalence')).toEqual([c, a, b, none]);
  expect(sorted('evidence')).toEqual([b, a, c, none]);
});
