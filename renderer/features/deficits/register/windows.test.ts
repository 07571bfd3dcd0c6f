import { describe, expect, it } from 'vitest';
import { indexIn, pagesBetween, placeAt, placeSegments } from './windows.ts';

const flat = placeSegments([{ key: '', hasHead: false, isOpen: true, rows: 250 }]);
const grouped = placeSegments([
  { key: 'TA1', hasHead: true, isOpen: true, rows: 150 },
  { key: 'TA2', hasHead: true, isOpen: false, rows: 40 },
  { key: 'TA3', hasHead: true, isOpen: true, rows: 3 },
]);

describe('places in a register read in pages', () => {
  it('counts heads and open rows, and nothing of a closed group', () => {
    expect(grouped.map(({ first }) => first)).toEqual([0, 151, 152]);
    expect(placeAt(grouped, 0)).toMatchObject({ kind: 'head', segment: { key: 'TA1' } });
    expect(placeAt(grouped, 1)).toMatchObject({ kind: 'row', segment: { key: 'TA1' }, offset: 0 });
    expect(placeAt(grouped, 150)).toMatchObject({ kind: 'row', segment: { key: 'TA1' }, offset: 149 });
    expect(placeAt(grouped, 151)).toMatchObject({ kind: 'head', segment: { key: 'TA2' } });
    expect(placeAt(grouped, 155)).toMatchObject({ kind: 'row', segment: { key: 'TA3' }, offset: 2 });
    expect(placeAt(grouped, 156)).toBeUndefined();
  });

  it('finds every row again where it said that it stands', () => {
    for (const segments of [flat, grouped])
      for (let index = 0; index < 156; index += 1) {
        const place = placeAt(segments, index);
        if (place?.kind === 'row') expect(indexIn(place.segment, place.offset)).toBe(index);
      }
  });

  it('asks for the pages on screen and no others', () => {
    expect(pagesBetween(flat, 0, 20)).toEqual([{ segment: '', page: 0 }]);
    expect(pagesBetween(flat, 90, 210)).toEqual([0, 1, 2].map((page) => ({ segment: '', page })));
    expect(pagesBetween(grouped, 0, 0)).toEqual([]);
    expect(pagesBetween(grouped, 140, 155)).toEqual([
      { segment: 'TA1', page: 1 },
      { segment: 'TA3', page: 0 },
    ]);
    expect(pagesBetween(grouped, 151, 151)).toEqual([]);
  });
});
