import { expect, test } from 'vitest';
import { drawingKey } from './drawing-keys.ts';

const pressed = (key: string, more: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('arrows go where they point on the screen, and with Alt they move as in the outline', () => {
  const alt = { altKey: true };
  expect(drawingKey(pressed('ArrowLeft'), true)).toEqual({ go: 'left' });
  expect(drawingKey(pressed('ArrowLeft'), false)).toEqual({ go: 'left' });
  expect(drawingKey(pressed('ArrowLeft', alt), true)).toEqual({ move: 'indent' });
  expect(drawingKey(pressed('ArrowLeft', alt), false)).toEqual({ move: 'outdent' });
  expect(drawingKey(pressed('ArrowUp', alt), true)).toEqual({ move: 'up' });
});

test('a letter writes, the keys of the size do not, and Tab leaves', () => {
  expect(drawingKey(pressed('ع'), true)).toEqual({ type: 'ع' });
  expect(drawingKey(pressed('7'), false)).toEqual({ type: '7' });
  for (const key of ['+', '-', '0', '=', 'Tab', 'Escape', ' '])
    expect(drawingKey(pressed(key), false)).toBeUndefined();
  expect(drawingKey(pressed('Enter'), false)).toBe('write');
  expect(drawingKey(pressed('F2'), false)).toBe('write');
  expect(drawingKey(pressed('z', { ctrlKey: true }), false)).toBeUndefined();
});
