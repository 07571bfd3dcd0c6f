import { expect, test } from 'vitest';
import type { FloorSpeaking } from '../../../../shared/domain/floor/state.ts';
import { actOf } from './floor-keys.ts';

const speaking = { id: 't1', isHeld: false } as FloorSpeaking;

test('[room] a key means the one who has the floor, and what needs somebody does nothing without', () => {
  for (const key of ['hold', 'extend', 'stop'] as const) expect(actOf(key, null)).toBeUndefined();
  expect(actOf('next', null)).toEqual({ kind: 'next', current: null });
  expect(actOf('next', speaking)).toEqual({ kind: 'next', current: 't1' });
  expect(actOf('chair', speaking)).toEqual({ kind: 'apart', speaker: 'chair', current: 't1' });
  expect(actOf('stop', speaking)).toEqual({ kind: 'stop', current: 't1' });
});

test('[room] the same key holds a turn and lets it go on', () => {
  expect(actOf('hold', speaking)).toEqual({ kind: 'hold', on: true });
  expect(actOf('hold', { ...speaking, isHeld: true })).toEqual({ kind: 'hold', on: false });
});
