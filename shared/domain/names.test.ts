import { expect, test } from 'vitest';
import type { EditionContent } from './content.ts';
import { findName } from './names.ts';

const content = (statement: string) =>
  ({
    deficits: [{ number: '007', statement: { ar: { text: statement, status: 'original' } } }],
  }) as unknown as EditionContent;

test('a name typed into a statement is found with its place, in any Arabic spelling', () => {
  expect(findName(content('قالت السيدة فاطِمة الزهراء أحمد إن الأجور تتأخر'), ['فاطمه الزهراء احمد'])).toEqual(
    {
      number: '007',
      field: 'text',
    },
  );
  expect(findName(content('as Maria García said'), ['maria garcia'])).toBeDefined();
});

test('part of a word, and a name of one word, are not names', () => {
  expect(findName(content('Annamaria Garciano spoke'), ['Maria Garcia'])).toBeUndefined();
  expect(findName(content('النور في المصنع ضعيف'), ['نور'])).toBeUndefined();
  expect(findName(content('anything'), [])).toBeUndefined();
});
