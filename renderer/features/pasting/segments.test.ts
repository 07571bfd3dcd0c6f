import { expect, test } from 'vitest';
import { clean } from '../../../shared/domain/paste/index.ts';
import { segmentsOf } from './segments.ts';

test('the stretches of a text are the text, and each change has its own', () => {
  const { original, result, changes } = clean('حـــق  العمل ﺍﻟﻼﺋﻖ');
  for (const [text, side] of [
    [original, 'from'],
    [result, 'to'],
  ] as const) {
    const segments = segmentsOf(text, changes, side);
    expect(segments.map((each) => each.text).join('')).toBe(text);
    for (const change of changes) expect(segments.some((each) => each.changes.includes(change))).toBe(true);
  }
});
