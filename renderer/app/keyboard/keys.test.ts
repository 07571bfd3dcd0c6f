import { describe, expect, it } from 'vitest';
import { isPressed, isSingleKey } from './keys.ts';

const event = (part: Partial<KeyboardEvent>) => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
});

describe('the same shortcuts on every layout', () => {
  const undo = { key: 'z', ctrl: true };
  it('takes a Latin letter as printed', () => {
    expect(isPressed(event({ key: 'z', code: 'KeyW', ctrlKey: true }), undo)).toBe(true);
    expect(isPressed(event({ key: 'w', code: 'KeyZ', ctrlKey: true }), undo)).toBe(false);
  });
  it('takes the place of the key on an Arabic layout', () => {
    expect(isPressed(event({ key: 'ئ', code: 'KeyZ', ctrlKey: true }), undo)).toBe(true);
    expect(isPressed(event({ key: 'ن', code: 'KeyK', ctrlKey: true }), { key: 'k', ctrl: true })).toBe(true);
  });
  it('takes digits by place', () => {
    const first = { key: 'Digit1', alt: true };
    expect(isPressed(event({ key: '&', code: 'Digit1', altKey: true }), first)).toBe(true);
    expect(isPressed(event({ key: '١', code: 'Digit1', altKey: true }), first)).toBe(true);
  });
  it('knows the question mark of both scripts', () => {
    expect(isPressed(event({ key: '؟', code: 'Slash', shiftKey: true }), { key: '?' })).toBe(true);
    expect(isPressed(event({ key: '?', code: 'KeyM', shiftKey: true }), { key: '?' })).toBe(true);
  });
  it('tells Ctrl Z from Ctrl Shift Z, and takes Command for Control', () => {
    expect(isPressed(event({ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }), undo)).toBe(false);
    expect(isPressed(event({ key: 'z', code: 'KeyZ', metaKey: true }), undo)).toBe(true);
  });
});

it('counts as single only what types something', () => {
  expect(isSingleKey({ key: '?' })).toBe(true);
  expect(isSingleKey({ key: 'F6' })).toBe(false);
  expect(isSingleKey({ key: 'k', ctrl: true })).toBe(false);
});
