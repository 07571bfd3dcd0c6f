/** Tables of XLSX files: every cell as the text a person sees there, and what is to be known of it besides. */
import { type Cell, type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import type { CellMark, Table } from '../../shared/domain/import/constants.ts';
import { IMPORT_LIMITS } from '../../shared/domain/import/limits.ts';
import { numberText } from '../../shared/domain/import/values.ts';
import { Refusal } from '../../shared/errors.ts';
import { unpackedWorkbook } from './zip-guard.ts';

export async function readWorkbook(bytes: Buffer, wanted?: number): Promise<Table> {
  const unpacked = await unpackedWorkbook(bytes);
  try {
    return await readUnpacked(unpacked, wanted);
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    // The library refuses what is no workbook by throwing; its words may quote the file.
    throw new Refusal('import.not-a-table', { why: 'workbook' });
  }
}

async function readUnpacked(unpacked: Uint8Array, wanted: number | undefined): Promise<Table> {
  const sheets: { name: string; isHidden: boolean }[] = [];
  await readXlsx(unpacked, {
    sheets: ({ name, hidden, veryHidden }) => {
      sheets.push({ name, isHidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  if (sheets.length === 0) throw new Refusal('import.empty');
  const shown = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  );
  const sheet = wanted !== undefined && wanted < sheets.length ? wanted : shown;
  const book = await readXlsx(unpacked, {
    sheets: (_, index) => index === sheet,
    maxRows: IMPORT_LIMITS.rows + 1000,
  });
  const [read] = book.sheets;
  if (!read) throw new Refusal('import.empty');
  const marks = marksOf(read);
  const rows = read.rows.map((row) => Array.from(row, textOf));
  while (rows.length > 0 && rows.at(-1)?.every((text) => text.trim() === '')) rows.pop();
  if (rows.some((row) => row.slice(IMPORT_LIMITS.columns).some((text) => text !== '')))
    throw new Refusal('import.too-many-rows', { columns: IMPORT_LIMITS.columns });
  return {
    format: 'xlsx',
    sheets,
    sheet,
    encoding: null,
    separator: null,
    // Empty cells to the right are not told apart from none.
    rows: rows.map(trimmed),
    marks: marks.filter(([row]) => row < rows.length),
  };
}

function trimmed(row: readonly string[]): string[] {
  let length = Math.min(row.length, IMPORT_LIMITS.columns);
  while (length > 0 && row[length - 1] === '') length -= 1;
  return row.slice(0, length);
}

/** `#REF!`, `#N/A` and their kin. */
/** A table has a few merged cells; a sheet that is one merged range is none. */
const MOST_MARKS = 100_000;

const ERROR = /^#(?:REF|N\/A|NAME|VALUE|DIV\/0|NUM|NULL|SPILL|CALC)[!?]?$/;

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
}

function marksOf(sheet: Sheet): [number, number, CellMark][] {
  const marks: [number, number, CellMark][] = [];
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const mark = markOf(cell, sheet.rows[row]?.[column]);
    if (mark) marks.push([row, column, mark]);
  }
  for (const [row, values] of sheet.rows.entries())
    for (const [column, value] of values.entries())
      if (typeof value === 'string' && ERROR.test(value) && !sheet.cells?.has(`${row},${column}`))
        marks.push([row, column, 'error-value']);
  // Only as far as there are rows: a range may be merged down to the last line a sheet can have.
  for (const range of sheet.merges ?? [])
    for (let row = range.startRow; row <= Math.min(range.endRow, sheet.rows.length - 1); row += 1)
      for (let column = range.startCol; column <= Math.min(range.endCol, IMPORT_LIMITS.columns); column += 1)
        if (row !== range.startRow || column !== range.startCol) {
          if (marks.length >= MOST_MARKS) throw new Refusal('import.not-a-table', { why: 'merged' });
          marks.push([row, column, 'merged']);
        }
  return marks;
}

function markOf(cell: Cell, value: CellValue | undefined): CellMark | undefined {
  if (typeof value === 'string' && ERROR.test(value)) return 'error-value';
  if (cell.type === 'error') return 'error-value';
  if (cell.formula === undefined && cell.type !== 'formula') return undefined;
  return value === null || value === undefined || value === '' ? 'formula-empty' : 'formula-value';
}
