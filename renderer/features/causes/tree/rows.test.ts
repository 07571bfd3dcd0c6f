import { expect, test } from 'vitest';
import type { CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import { linesOf, type Place, placeLast, shifted, withDraft } from './rows.ts';

const row = (id: string, parent: string | null, level: number): CauseRow => ({
  id,
  kind: 'cause',
  parent,
  level,
  order: null,
  body: {},
  evidence: 0,
  flags: [],
});
const rows = [row('a', null, 1), row('a1', 'a', 2), row('a2', 'a', 2), row('b', null, 1)];
const tree = { deficit: { id: 'd' }, rows, links: [], others: [] } as unknown as CauseTree;
const keys = (draft?: Place, closed: string[] = []) =>
  linesOf(tree, new Set(closed), draft, []).map((line) => line.key);
const under = (after: string | null, parent: string | null = null): Place => ({
  kind: 'cause',
  under: parent,
  after,
});

test('what is being written stands behind the whole branch of its neighbour', () => {
  expect(keys(under('a'))).toEqual(['head-effect', 'problem', 'head-cause', 'a', 'a1', 'a2', 'draft', 'b']);
  expect(keys(under(null)).indexOf('draft')).toBe(3);
  expect(keys(under(null, 'a')).indexOf('draft')).toBe(4);
  expect(keys(under('a2', 'a')).indexOf('draft')).toBe(6);
});

test('a closed branch hides what lies under it and nothing else', () => {
  expect(keys(undefined, ['a'])).toEqual(['head-effect', 'problem', 'head-cause', 'a', 'b']);
});

test('what is being written goes in under its neighbour and out behind its parent', () => {
  expect(shifted(rows, under('a'), 'indent')).toEqual(under('a2', 'a'));
  expect(shifted(rows, under('a1', 'a'), 'outdent')).toEqual(under('a'));
  expect(shifted(rows, under(null), 'indent')).toEqual(under(null));
  expect(shifted(rows, under('b'), 'outdent')).toEqual(under('b'));
});

test('in the drawing what is written has a box where it will stand, and what waits to be stored has one with its text', () => {
  const pending = [{ key: 'pending-0', text: 'Waiting' }];
  const shown = withDraft(tree, under('a1', 'a'), pending, 'en');
  expect(shown.rows.map(({ id, parent, level }) => [id, parent, level])).toEqual([
    ['a', null, 1],
    ['a1', 'a', 2],
    ['pending-0', 'a', 2],
    ['draft', 'a', 2],
    ['a2', 'a', 2],
    ['b', null, 1],
  ]);
  expect(shown.rows[2]?.body).toEqual({ en: { text: 'Waiting', status: 'original' } });
  expect(withDraft(tree, undefined, [], 'en')).toBe(tree);
  // Who has stopped writing still sees what is not stored yet.
  const left = [{ key: 'pending-0', text: 'Waiting', run: { place: under('a1', 'a') } }];
  expect(withDraft(tree, undefined, left, 'en').rows.map(({ id }) => id)).toEqual([
    'a',
    'a1',
    'pending-0',
    'a2',
    'b',
  ]);
  expect(linesOf(tree, new Set(), undefined, left).map(({ key }) => key)).toContain('pending-0');
});

test('what is added without a neighbour comes last of its kind', () => {
  expect(placeLast(tree, 'cause', null)).toEqual(under('b'));
  expect(placeLast(tree, 'cause', 'a')).toEqual(under('a2', 'a'));
  expect(placeLast(tree, 'effect', null)).toEqual({ kind: 'effect', under: null, after: null });
});
