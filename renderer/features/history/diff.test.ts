import { describe, expect, it } from 'vitest';
import { agreedVersion, compose, paragraphsOf, rowsOf, wordDiff } from './diff.ts';

const joined = (pieces: ReturnType<typeof wordDiff>, without: 'added' | 'removed'): string =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('differences by word', () => {
  it('tells both texts whole', () => {
    const before = 'لا تبلغ التغطية سوى ثلث العاملين في الاقتصاد غير المنظم';
    const after = 'لا تبلغ تغطية الضمان سوى ربع العاملين في الاقتصاد';
    const pieces = wordDiff(before, after);
    expect(joined(pieces, 'added')).toBe(before);
    expect(joined(pieces, 'removed')).toBe(after);
    expect(pieces.some(({ kind, text }) => kind === 'removed' && text.includes('ثلث'))).toBe(true);
  });

  it('finds no difference in equal texts and everything in different ones', () => {
    expect(wordDiff('one two', 'one two')).toEqual([{ kind: 'same', text: 'one two' }]);
    expect(wordDiff('', 'one two')).toEqual([{ kind: 'added', text: 'one two' }]);
    expect(wordDiff('one', '')).toEqual([{ kind: 'removed', text: 'one' }]);
  });
});

describe('differences by paragraph', () => {
  const base = 'First.\n\nSecond.\n\nThird.';

  it('sets changed, added and removed paragraphs beside their base', () => {
    expect(rowsOf(base, ['First.\n\nSecond, changed.\n\nThird.\n\nFourth.', 'Second.\n\nThird.'])).toEqual([
      { base: 'First.', versions: ['First.', null] },
      { base: 'Second.', versions: ['Second, changed.', 'Second.'] },
      { base: 'Third.', versions: ['Third.', 'Third.'] },
      { base: null, versions: ['Fourth.', null] },
    ]);
  });

  it('gives back each version when it is taken everywhere', () => {
    const versions = ['Zero.\n\nFirst!\n\nThird.', 'First.\n\nSecond?\n\nThird.\n\nLast.'];
    const rows = rowsOf(base, versions);
    versions.forEach((version, n) => {
      expect(
        compose(
          rows,
          rows.map(() => n),
        ),
      ).toBe(version);
    });
  });

  it('takes over what one side changed and leaves open what both did', () => {
    const [first, second, third] = rowsOf(base, [
      'First, left.\n\nSecond, left.\n\nThird.',
      'First.\n\nSecond, right.\n\nThird.',
    ]);
    expect(first && agreedVersion(first)).toBe(0);
    expect(second && agreedVersion(second)).toBeUndefined();
    expect(third && agreedVersion(third)).toBe(0);
  });

  it('sees one change where both sides made the same one', () => {
    const [row] = rowsOf('Old.', ['New.', 'New.']);
    expect(row && agreedVersion(row)).toBe(0);
  });

  it('counts lines without text as none', () => {
    expect(paragraphsOf('One.\n\n \nTwo.\n')).toEqual(['One.', 'Two.']);
  });
});
