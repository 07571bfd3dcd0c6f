/** What a file seems to be, before a person says what it is. */
import type { ImportInspection, Parsed } from '../../../shared/contract/index.ts';
import type { Table } from '../../../shared/domain/import/constants.ts';
import {
  guessColumns,
  guessHeader,
  guessKind,
  repeatedHeaders,
} from '../../../shared/domain/import/guess.ts';
import { isUndecodable } from '../../../shared/domain/import/values.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { dossierRecord } from './books.ts';
import { tableOf } from './load.ts';

const SAMPLE_ROWS = 6;
const SAMPLES = 3;
/** Of a text, as much as is looked at. */
const SHOWN = 200;

export const isFilled = (row: readonly string[]): boolean => row.some((text) => text.trim() !== '');

/** Headers without the marks that would turn the words around them. */
export const headersOf = (table: Table, header: number): string[] =>
  (table.rows[header] ?? []).map((text) => text.replace(/\s+/g, ' ').trim());

export async function inspect(desk: Desk, input: Parsed<'import.inspect'>): Promise<ImportInspection> {
  const { db } = dossierOf(desk, input.dossier);
  const table = await tableOf(desk, input);
  const header = input.headerRow === undefined ? guessHeader(table.rows) : input.headerRow - 1;
  const named = headersOf(table, header);
  const below = table.rows.slice(header + 1);
  const rows = below
    .map((texts, n) => ({ row: header + n + 2, texts }))
    .filter(({ texts }) => isFilled(texts));
  // Text under no name can be mapped as well: a table may lack the name of a column.
  const width = Math.max(named.length, ...rows.slice(0, 100).map(({ texts }) => texts.length));
  const headers = Array.from({ length: width }, (_, n) => named[n] ?? '');
  const kind = input.kind ?? (table.format === 'json' ? 'ratifications' : guessKind(headers));
  const guesses = guessColumns(kind, headers);
  const repeated = new Set(repeatedHeaders(headers));
  const cut = (text: string | undefined): string => (text ?? '').slice(0, SHOWN);
  return {
    format: table.format,
    sheets: table.sheets,
    sheet: table.sheet,
    encoding: table.encoding,
    separator: table.separator,
    kind,
    headerRow: header + 1,
    rows: rows.length,
    columns: headers.map((text, n) => ({
      header: cut(text),
      target: guesses[n]?.target ?? null,
      lang: guesses[n]?.lang ?? null,
      samples: samplesOf(rows, n).map(cut),
      isRepeated: repeated.has(n),
    })),
    lang: languageOf(rows, dossierRecord(db).languages ?? []),
    sample: rows
      .slice(0, SAMPLE_ROWS)
      .map(({ row, texts }) => ({ row, texts: headers.map((_, n) => cut(texts[n])) })),
    isUndecodable: table.rows.some((row) => row.some(isUndecodable)),
  };
}

type Rows = readonly { readonly row: number; readonly texts: readonly string[] }[];

function samplesOf(rows: Rows, column: number): string[] {
  const samples: string[] = [];
  for (const { texts } of rows) {
    const text = texts[column]?.trim();
    if (!text || samples.includes(text)) continue;
    samples.push(text);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/** Arabic where most letters are; of the others the first the dialogue works in. */
function languageOf(rows: Rows, languages: readonly Lang[]): Lang {
  const text = rows
    .slice(0, 50)
    .map(({ texts }) => texts.join(' '))
    .join(' ');
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return 'ar';
  return languages.find((lang) => lang !== 'ar') ?? 'en';
}
