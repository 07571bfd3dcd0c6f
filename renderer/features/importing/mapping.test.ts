import { expect, test } from 'vitest';
import { lackOf, letterOf, type Mapping } from './mapping.ts';

const mapping = (columns: Mapping['columns'], deficit?: string): Mapping => ({
  columns,
  lang: 'ar',
  deficit,
  deficitLabel: undefined,
  vintage: undefined,
  ownCountry: true,
});
const column = (target: Mapping['columns'][number]['target'], lang: 'ar' | 'en' | null = null) => ({
  target,
  lang,
});

test('a table can be checked once what it needs is said, and no two columns claim one place', () => {
  expect(lackOf('deficits', mapping([column(null), column('area')]))).toEqual({
    kind: 'needed',
    target: 'title',
  });
  expect(lackOf('deficits', mapping([column('title'), column('title', 'ar')]))).toEqual({
    kind: 'twice',
    target: 'title',
  });
  expect(lackOf('deficits', mapping([column('title'), column('title', 'en')]))).toBeUndefined();
  expect(
    lackOf('deficits', mapping([column('title'), column('grounds'), column('grounds')])),
  ).toBeUndefined();
  expect(lackOf('evidence', mapping([column('figure')]))).toEqual({ kind: 'deficit' });
  expect(lackOf('evidence', mapping([column('figure')], 'some id'))).toBeUndefined();
  expect(lackOf('evidence', mapping([column('figure'), column('deficit')]))).toBeUndefined();
});

test('columns have the letters that spreadsheets give them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
