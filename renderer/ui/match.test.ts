import { expect, it } from 'vitest';
import { matches } from './match.ts';

it('wants every word, in any order and any spelling', () => {
  expect(matches('ضعف التغطية بالضمان الاجتماعي', 'الاجتماعى ضَعف')).toBe(true);
  expect(matches('ضعف التغطية', 'ضعف الاجور')).toBe(false);
});

it('finds within a word, as codes and long labels are typed', () => {
  expect(matches('C087 – Liberté syndicale', '087 libert')).toBe(true);
});

it('lets everything pass while nothing is typed', () => {
  expect(matches('x', '  ')).toBe(true);
});
