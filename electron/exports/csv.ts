/** Comma-separated tables in two flavours: exact for programs, safe for spreadsheets. */
import Papa from 'papaparse';

export type CsvValue = string | number | boolean | null;
export interface CsvOptions {
  /**
   * `data`: UTF-8 without a mark, commas, every value as it is. `spreadsheet`: with a mark so that Arabic is
   * recognised, and with an apostrophe before text a spreadsheet would run as a formula, which changes it.
   */
  readonly flavour: 'data' | 'spreadsheet';
  /** What separates values where the decimal mark is a comma is `;`. */
  readonly delimiter?: ',' | ';';
}

const BYTE_ORDER_MARK = '\ufeff';
/** What spreadsheets take for the start of a formula, full-width forms included. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

const plain = (value: CsvValue): string => (value === null ? '' : String(value));
const defused = (value: CsvValue): string =>
  typeof value === 'string' && formulaStart.test(value) ? `'${value}` : plain(value);

export function toCsv(
  header: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  { flavour, delimiter = ',' }: CsvOptions = { flavour: 'data' },
): string {
  const cell = flavour === 'data' ? plain : defused;
  const body = Papa.unparse([[...header], ...rows.map((row) => row.map(cell))], {
    newline: '\r\n',
    delimiter,
    skipEmptyLines: false,
  });
  return `${flavour === 'spreadsheet' ? BYTE_ORDER_MARK : ''}${body}\r\n`;
}
