import { expect, test } from 'vitest';
import { outlineKey } from './keys.ts';

const pressed = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('arrows that set in and out follow the way the page is read', () => {
  const alt = { altKey: true };
  expect(outlineKey(pressed('ArrowRight', alt), false, true)).toBe('indent');
  expect(outlineKey(pressed('ArrowRight', alt), true, true)).toBe('outdent');
  expect(outlineKey(pressed('ArrowLeft'), true, true)).toBe('open');
  expect(outlineKey(pressed('ArrowUp', alt), true, true)).toBe('up');
});

test('Tab leaves for those who pass through, and sets in for those who work here', () => {
  expect(outlineKey(pressed('Tab'), false, true)).toBeUndefined();
  expect(outlineKey(pressed('Tab'), false, false)).toBe('indent');
  expect(outlineKey(pressed('Tab', { shiftKey: true }), false, false)).toBe('outdent');
});

test('a letter of any script writes; what is held with Control is somebody else’s', () => {
  expect(outlineKey(pressed('ع'), true, true)).toEqual({ type: 'ع' });
  expect(outlineKey(pressed('z', { ctrlKey: true }), false, true)).toBeUndefined();
  expect(outlineKey(pressed(' '), false, true)).toBeUndefined();
});
