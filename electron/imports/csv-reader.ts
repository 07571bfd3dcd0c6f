/** Tables of separated values: the separator is guessed by which one cuts the first lines alike. */
import Papa from 'papaparse';
import {
  type Encoding,
  SEPARATORS,
  type Separator,
  type Table,
} from '../../shared/domain/import/constants.ts';
import { IMPORT_LIMITS } from '../../shared/domain/import/limits.ts';
import { Refusal } from '../../shared/errors.ts';
import { decode, guessEncoding } from './encoding.ts';

const LINES = 12;

const parse = (text: string, delimiter: Separator, preview: number): string[][] =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data;

export function guessSeparator(text: string): Separator {
  const head = text.slice(0, 64 * 1024);
  let best: Separator = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const widths = parse(head, separator, LINES)
      .map((row) => row.length)
      .filter((width) => width > 1);
    const common = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
    const score = widths.filter((width) => width === common).length * Math.min(common, 20);
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

export interface TextChoices {
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
}

export function readCsv(bytes: Uint8Array, choices: TextChoices): Table {
  const encoding = choices.encoding ?? guessEncoding(bytes);
  const text = decode(bytes, encoding);
  const separator = choices.separator ?? guessSeparator(text);
  // Rows above the header and empty ones do not count: read a little further than the limit.
  const { data: rows, errors } = Papa.parse<string[]>(text, {
    delimiter: separator,
    preview: IMPORT_LIMITS.rows + 1000,
    skipEmptyLines: false,
  });
  // Behind a quotation mark that is not closed the following rows are one cell: they must not go unseen.
  const unquoted = errors.find(({ type }) => type === 'Quotes');
  if (unquoted) throw new Refusal('import.quotes', { row: (unquoted.row ?? 0) + 1 });
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.some((row) => row.length > IMPORT_LIMITS.columns))
    throw new Refusal('import.too-many-rows', { columns: IMPORT_LIMITS.columns });
  return { format: 'csv', sheets: [], sheet: 0, encoding, separator, rows, marks: [] };
}
