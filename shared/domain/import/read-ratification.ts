/** A row of a table of ratifications: what it says of one instrument in one country. */
import { norm } from '../records/diagnosis.ts';
import { type Flat, putText } from './read-deficit.ts';
import type { Reading, Row } from './row.ts';
import { dateOf, instrumentCode } from './values.ts';

/** How tables write the status, `in_force` first; ours behind it. */
export const RATIFICATION_WORDS: { readonly [status: string]: readonly string[] } = {
  'in-force': ['in_force', 'in force', 'ratified', 'نافذة', 'ساري', 'en vigueur', 'en vigor'],
  'not-in-force': [
    'not_in_force',
    'not in force',
    'غير نافذة',
    'غير ساري',
    'pas en vigueur',
    'no está en vigor',
  ],
  denounced: ['denounced', 'منقوضة', 'نُقضت', 'dénoncée', 'denunciado'],
  'not-ratified': ['not_ratified', 'not ratified', 'غير مصدق عليها', 'non ratifiée', 'no ratificado'],
};

export interface ReadRatification {
  /** All of the norm but the deficit it is of. */
  readonly flat: Flat;
  readonly country: string | undefined;
  readonly instrument: string | undefined;
}

export function readRatification(row: Row, reading: Reading): ReadRatification {
  const flat: Flat = { kind: 'instrument' };
  const land = row.one('country');
  const country = land && reading.books.countries.resolve(land.text);
  if (land && country === undefined) row.problem(land.column, 'code-unknown');
  const cell = row.one('instrument');
  const named = cell && (instrumentCode(cell.text) ?? cell.text);
  const instrument = named === undefined ? undefined : reading.books.instruments.resolve(named);
  if (!cell) {
    const column = reading.columns.findIndex(({ target }) => target === 'instrument');
    if (!row.problems.some((problem) => problem.column === column)) row.problem(column, 'required');
  } else if (instrument === undefined) row.problem(cell.column, 'code-unknown');
  else flat.instrument = instrument;
  const denounced = day(row, 'denounced');
  const ratified = day(row, 'ratifiedOn');
  if (ratified !== undefined) flat.ratifiedOn = ratified;
  const status = row.one('ratification');
  const known = status && reading.books.ratifications.resolve(status.text);
  if (denounced !== undefined) flat.ratification = 'denounced';
  else if (known !== undefined) flat.ratification = known;
  else if (status) row.problem(status.column, 'code-unknown');
  else if (ratified !== undefined) flat.ratification = { missing: 'not-known' };
  const note = row.one('note');
  // The record has no day of denunciation: it stands before what else is said.
  const text = [denounced, note?.text].filter(Boolean).join(' – ');
  if (text !== '') {
    const { column, lang } = note ?? { column: row.one('denounced')?.column ?? 0, lang: reading.lang };
    putText(row, flat, { column, lang, text }, 'text', norm.fields.text, reading.lang);
  }
  if (reading.vintage !== null) flat.checkedOn = reading.vintage;
  return { flat, country, instrument };
}

function day(row: Row, target: 'ratifiedOn' | 'denounced'): string | undefined {
  const cell = row.one(target);
  if (!cell) return undefined;
  const date = dateOf(cell.text);
  if (date === undefined) row.problem(cell.column, 'date-invalid');
  return date;
}
