import { describe, expect, it } from 'vitest';
import { type GridSituation, gridStep } from './keyboard.ts';

const at = (row: number, column: number, part: Partial<GridSituation> = {}): GridSituation => ({
  place: { row, column },
  rows: 100,
  columns: 5,
  pageRows: 10,
  isRtl: false,
  group: 'none',
  canMark: false,
  ...part,
});
const press = (key: string, situation: GridSituation, part = {}) =>
  gridStep({ key, ctrlKey: false, metaKey: false, altKey: false, ...part }, situation);
const go = (row: number, column: number) => ({ kind: 'go', place: { row, column } });

describe('arrows', () => {
  it('follow the reading direction', () => {
    expect(press('ArrowRight', at(3, 1))).toEqual(go(3, 2));
    expect(press('ArrowRight', at(3, 1, { isRtl: true }))).toEqual(go(3, 0));
    expect(press('ArrowLeft', at(3, 1, { isRtl: true }))).toEqual(go(3, 2));
  });
  it('go from the first row to the header and no further', () => {
    expect(press('ArrowUp', at(0, -1))).toEqual(go(-1, 0));
    expect(press('ArrowUp', at(-1, 2))).toEqual(go(-1, 2));
    expect(press('ArrowDown', at(-1, 2))).toEqual(go(0, 2));
  });
  it('stop at the last row', () => {
    expect(press('ArrowDown', at(99, 0))).toEqual(go(99, 0));
  });
});

describe('pages and ends', () => {
  it('moves by pages without entering the header', () => {
    expect(press('PageDown', at(5, -1))).toEqual(go(15, -1));
    expect(press('PageUp', at(5, -1))).toEqual(go(0, -1));
  });
  it('goes to the ends of the row, with Ctrl to the ends of the grid', () => {
    expect(press('Home', at(5, 3))).toEqual(go(5, 0));
    expect(press('End', at(5, 3))).toEqual(go(5, 4));
    expect(press('Home', at(5, 3), { ctrlKey: true })).toEqual(go(0, 3));
    expect(press('End', at(5, 3), { ctrlKey: true })).toEqual(go(99, 3));
  });
});

describe('groups', () => {
  it('open forward, close backward, toggle with Space and Enter', () => {
    expect(press('ArrowRight', at(0, -1, { group: 'closed' }))).toEqual({ kind: 'open' });
    expect(press('ArrowLeft', at(0, -1, { group: 'closed', isRtl: true }))).toEqual({ kind: 'open' });
    expect(press('ArrowLeft', at(0, -1, { group: 'open' }))).toEqual({ kind: 'close' });
    expect(press('ArrowRight', at(0, -1, { group: 'open' }))).toBeUndefined();
    expect(press(' ', at(0, -1, { group: 'open' }))).toEqual({ kind: 'toggle' });
    expect(press('Enter', at(0, -1, { group: 'open' }))).toEqual({ kind: 'toggle' });
  });
});

describe('what Enter and Space do', () => {
  it('opens a row, sorts on a header, marks where rows can be marked', () => {
    expect(press('Enter', at(2, 1))).toEqual({ kind: 'enter' });
    expect(press('Enter', at(-1, 1))).toEqual({ kind: 'sort' });
    expect(press(' ', at(2, 1, { canMark: true }))).toEqual({ kind: 'mark' });
  });
  it('marks the rows that Shift and an arrow pass, and all of them with Ctrl A on any layout', () => {
    const marking = at(2, 1, { canMark: true });
    expect(press('ArrowDown', marking, { shiftKey: true })).toEqual({
      kind: 'extend',
      place: { row: 3, column: 1 },
    });
    expect(press('ArrowUp', at(0, -1, { canMark: true }), { shiftKey: true })).toEqual({
      kind: 'extend',
      place: { row: 0, column: -1 },
    });
    expect(press('ArrowDown', at(2, 1), { shiftKey: true })).toEqual(go(3, 1));
    expect(press('ش', marking, { code: 'KeyA', ctrlKey: true })).toEqual({ kind: 'mark-all' });
    expect(press('a', at(2, 1), { ctrlKey: true })).toBeUndefined();
  });
  it('leaves keys with Alt to the window', () => {
    expect(press('ArrowDown', at(2, 1), { altKey: true })).toBeUndefined();
  });
});
