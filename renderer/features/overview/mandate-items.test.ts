import { expect, test } from 'vitest';
import { MANDATE_ITEMS, openItems } from './mandate-items.ts';

test('an empty mandate has every item open', () => {
  expect(openItems({})).toEqual(MANDATE_ITEMS);
});

test('the keeper is agreed only by all three constituencies', () => {
  expect(openItems({ keeperAgreed: { G: true, E: true } })).toContain('keeperAgreed');
  expect(openItems({ keeperAgreed: { G: true, E: true, W: true } })).not.toContain('keeperAgreed');
});

test('no thematic area chosen leaves the areas open', () => {
  expect(openItems({ areas: [] })).toContain('areas');
  expect(openItems({ areas: ['TA2'] })).not.toContain('areas');
});
