import { expect, test } from 'vitest';
import { neighbour, type Spot, type Way } from './spatial.ts';

const box = (id: string, x: number, y: number, width = 100, height = 40): Spot => ({
  id,
  x,
  y,
  width,
  height,
});
/** Two columns under a wide problem, the second one longer. */
const boxes = [
  box('problem', 0, 0, 220),
  box('a', 0, 80),
  box('a1', 16, 132, 84),
  box('b', 120, 80),
  box('b1', 136, 132, 84),
  box('b2', 136, 184, 84),
];
const from = (id: string, way: Way): string | undefined => neighbour(boxes, id, way)?.id;

test('arrows go to what is nearest that way, and stay where nothing lies', () => {
  expect(from('problem', 'down')).toBe('a');
  expect(from('a', 'right')).toBe('b');
  expect(from('b', 'left')).toBe('a');
  expect(from('a', 'down')).toBe('a1');
  expect(from('b2', 'left')).toBe('a1');
  expect(from('b', 'up')).toBe('problem');
  expect(from('a', 'left')).toBeUndefined();
  expect(from('problem', 'up')).toBeUndefined();
});

test('in the mirrored picture the same boxes lie the other way', () => {
  const mirrored = boxes.map((one) => ({ ...one, x: 220 - one.x - one.width }));
  expect(neighbour(mirrored, 'a', 'left')?.id).toBe('b');
  expect(neighbour(mirrored, 'b', 'right')?.id).toBe('a');
  expect(neighbour(mirrored, 'a', 'right')).toBeUndefined();
});
