import { describe, expect, test } from 'vitest';
import { inOneLine, originalOf } from './pasted.ts';

describe('what was pasted', () => {
  test('is what the clipboard held, with its lines, where the field kept all but the blanks', () => {
    expect(originalOf('one\r\ntwo', 'one two')).toBe('one\ntwo');
    expect(originalOf('one\ntwo', 'onetwo')).toBe('one\ntwo');
    expect(originalOf('one  two', 'one  two')).toBe('one  two');
  });

  test('is what lies in the field where that took a part of it, or nothing can be read', () => {
    expect(originalOf('one\ntwo three', 'one two')).toBe('one two');
    expect(originalOf('', 'one two')).toBe('one two');
  });

  test('stands in a field of one line without breaks', () => {
    expect(inOneLine('one \n two\n\nthree  four')).toBe('one two three  four');
  });
});
