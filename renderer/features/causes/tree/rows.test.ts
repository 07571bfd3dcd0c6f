import { expect, test } from 'vitest';
import type { CauseRow, CauseTree } from '../../../../shared/domain/causes/types.ts';
import { linesOf, type Place, shifted } from './rows.ts';

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
