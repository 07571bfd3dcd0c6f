/** Sheets made of columns that each know what they say of a row. */
import type { Decided } from '../../../shared/domain/content.ts';
import { decidedColumns, decidedValues, type Words } from './words.ts';
import type { SheetColumn, SheetSpec, SheetValue } from './xlsx.ts';

/** One column: its header, and what it says of a row. */
export interface Told<R> extends SheetColumn {
  readonly of: (row: R) => SheetValue;
}
export const told = <R>(
  header: string,
  width: number,
  of: (row: R) => SheetValue,
  options?: readonly string[],
): Told<R> => ({ header, width, of, options });

export const sheet = <R>(name: string, rows: readonly R[], columns: readonly Told<R>[]): SheetSpec => ({
  name,
  columns: columns.map(({ of: _, ...column }) => column),
  rows: rows.map((row) => columns.map(({ of }) => of(row))),
});

/** Puts the columns of the positions between those of a record. */
export function decidedSheet<R extends Decided>(
  name: string,
  rows: readonly R[],
  before: readonly Told<R>[],
  after: readonly Told<R>[],
  words: Words,
): SheetSpec {
  const plain = (column: Told<R>): SheetColumn => ({
    header: column.header,
    width: column.width,
    options: column.options,
  });
  return {
    name,
    columns: [...before.map(plain), ...decidedColumns(words), ...after.map(plain)],
    rows: rows.map((row) => [
      ...before.map(({ of }) => of(row)),
      ...decidedValues(row, words),
      ...after.map(({ of }) => of(row)),
    ]),
  };
}
