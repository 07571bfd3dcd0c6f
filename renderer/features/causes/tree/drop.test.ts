import { expect, test } from 'vitest';
import type { TreeBox } from '../../../../shared/domain/causes/layout.ts';
import type { Point } from '../../../../shared/domain/causes/svg.ts';
import type { CauseKind, CauseRow } from '../../../../shared/domain/causes/types.ts';
import { dropAt } from './drop.ts';

const row = (id: string, parent: string | null, level: number, kind: CauseKind = 'cause'): CauseRow => ({
  id,
  kind,
  parent,
  level,
  order: null,
  body: {},
  evidence: 0,
  flags: [],
});
const box = (id: string, x: number, y: number, role: TreeBox['role'] = 'cause'): TreeBox => ({
  id,
  role,
  dir: 'ltr',
  lines: [],
  marks: [],
  flags: [],
  whole: '',
  x,
  y,
  width: 100,
  height: 40,
});
/** An effect above the problem; below it the columns a, with a1 and a2 under it, and b. */
const rows = [
  row('e', null, 1, 'effect'),
  row('a', null, 1),
  row('a1', 'a', 2),
  row('a2', 'a', 2),
  row('b', null, 1),
];
const boxes = [
  box('e', 60, 0, 'effect'),
  box('problem', 60, 84, 'problem'),
  box('a', 0, 168),
  box('a1', 16, 220),
  box('a2', 16, 272),
  box('b', 124, 168),
];
const drop = (id: string, point: Point, isRtl = false) => dropAt({ boxes }, rows, id, point, isRtl);
const place = (under: string | null, after?: string | null) => ({
  place: { under, ...(after !== undefined && { after }) },
});

test('a box let go on another comes under it, and beside it at its edges', () => {
  expect(drop('b', [50, 188])).toMatchObject({ ...place('a'), isUnder: true });
  expect(drop('b', [5, 188])).toMatchObject(place(null, null));
  expect(drop('a', [220, 188])).toMatchObject(place(null, 'b'));
  expect(drop('b', [60, 224])).toMatchObject(place('a', null));
  expect(drop('b', [60, 256])).toMatchObject(place('a', 'a1'));
  expect(drop('a2', [110, 100])).toMatchObject({ ...place(null), isUnder: true });
});

test('in the gaps the nearest box counts, and far from all of them nothing does', () => {
  expect(drop('a2', [112, 188])).toMatchObject(place(null, 'a'));
  expect(drop('a2', [240, 188])).toMatchObject(place(null, 'b'));
  expect(drop('a2', [400, 400])).toBeUndefined();
});

test('columns that are read from the right are put in order from there', () => {
  expect(drop('a2', [5, 188], true)).toMatchObject(place(null, 'a'));
});

test('nothing changes where it lies already', () => {
  expect(drop('a2', [60, 256])).toBeUndefined();
  expect(drop('b', [110, 100])).toBeUndefined();
  expect(drop('a1', [60, 240])).toBeUndefined();
});

test('a ring and the other kind are refused before anything is let go', () => {
  expect(drop('a', [60, 240])).toMatchObject({ refused: 'ring' });
  expect(drop('a', [110, 20])).toMatchObject({ refused: 'kind' });
});
