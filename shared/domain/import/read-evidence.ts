/** A row of statistics, as ILOSTAT's bulk files and SDMX-CSV write them, made into one piece of evidence. */

import type { Json } from '../json.ts';
import { evidence } from '../records/deficit.ts';
import { isCode } from './codes-shape.ts';
import { type Flat, putText } from './read-deficit.ts';
import type { Named, Reading, Row } from './row.ts';
import { dateOf, figureOf, periodOf } from './values.ts';

/** `ILO:DF_UNE_DEAP_SEX_AGE_RT(1.0)`: agency, flow and version of an SDMX file. */
const FLOW = /^([A-Za-z0-9_.]+):(?:DF_)?([A-Za-z0-9_]+)(?:\(.*\))?$/;
/** ILOSTAT's file names carry the frequency behind the indicator. */
const FREQUENCY = /_[AQM]$/;

export interface ReadEvidence {
  readonly flat: Flat;
  readonly refArea: string | undefined;
  /** What makes two rows one observation. */
  readonly key: string;
}

/** The same of a record in the dossier. */
export const evidenceKey = (flat: { readonly [field: string]: Json }): string =>
  JSON.stringify(
    ['deficit', 'indicator', 'refArea', 'sex', 'classification', 'year', 'unit', 'source', 'date'].map(
      (name) => flat[name] ?? (name === 'source' ? sourceOf(flat) : null),
    ),
  );
const sourceOf = (flat: { readonly [field: string]: Json }): Json =>
  Object.entries(flat)
    .filter(([field]) => field.startsWith('source.'))
    .map(([, entry]) => (entry as { text?: string }).text ?? '')
    .sort()
    .join(' ') || null;

function deficitOf(row: Row, reading: Reading): Named | null {
  const cell = row.one('deficit');
  if (!cell) {
    if (!reading.deficit) row.problem(null, 'required');
    return reading.deficit;
  }
  const found = reading.findDeficit(cell.text);
  if (found === undefined) row.problem(cell.column, 'deficit-unknown');
  else if (found === 'many') row.problem(cell.column, 'deficit-ambiguous');
  return found === undefined || found === 'many' ? null : found;
}

export function readEvidence(row: Row, reading: Reading): ReadEvidence {
  const flat: Flat = {};
  const deficit = deficitOf(row, reading);
  if (deficit) flat.deficit = deficit.id;
  const agency = indicator(row, reading, flat);
  const refArea = plainCode(row, reading, flat, 'refArea');
  plainCode(row, reading, flat, 'sex');
  const classes = row.all('classification').filter(({ text }) => !/^_[ZT]$/.test(text));
  const joined = classes.map(({ text }) => text).join('/');
  if (joined !== '') {
    if (isCode(joined)) flat.classification = joined;
    else row.problem(classes[0]?.column ?? null, joined.length > 64 ? 'too-long' : 'code-unknown');
  }
  const notes = row.all('note').map(({ text }) => text);
  period(row, flat, notes);
  const value = row.one('figure');
  const read = value && figureOf(value.text);
  const needed = reading.columns.findIndex(({ target }) => target === 'figure');
  if (!value) {
    if (!row.problems.some(({ column }) => column === needed && column >= 0))
      row.problem(needed < 0 ? null : needed, 'required');
  } else if (read && 'figure' in read) flat.figure = read.figure;
  else if (read) row.problem(value.column, read.problem);
  short(row, flat, 'observation', row.one('observation')?.text);
  const multiplier = row.one('multiplier')?.text;
  const unit = row.one('unit')?.text;
  const scaled = multiplier && multiplier !== '0' ? `${unit ?? ''} ×10^${multiplier}`.trim() : unit;
  short(row, flat, 'unit', scaled);
  sources(row, reading, flat, agency);
  if (notes.length > 0) {
    const text = notes.join('\n');
    if (text.length > evidence.fields.note.max) row.problem(row.one('note')?.column ?? null, 'too-long');
    else flat[`note.${row.one('note')?.lang ?? reading.lang}`] = { text, status: 'original' };
  }
  for (const name of ['geography', 'quote'] as const)
    for (const cell of row.all(name)) putText(row, flat, cell, name, evidence.fields[name], reading.lang);
  const strength = row.one('strength');
  if (strength) {
    const code = reading.books.evidenceStrength.resolve(strength.text);
    if (code === undefined) row.problem(strength.column, 'code-unknown');
    else flat.strength = code;
  }
  const vintage = row.one('vintage');
  const day = vintage ? dateOf(vintage.text) : (reading.vintage ?? undefined);
  if (day !== undefined) flat.vintage = day;
  else if (vintage) row.problem(vintage.column, 'date-invalid');
  flat.kind = 'indicator';
  return { flat, refArea, key: evidenceKey(flat) };
}

/** The code of the indicator; answers the agency an SDMX flow names. Newer codes than our list are told, and taken. */
function indicator(row: Row, reading: Reading, flat: Flat): string | undefined {
  const cell = row.one('indicator');
  if (!cell) return undefined;
  const flow = FLOW.exec(cell.text);
  const code = flow?.[2] ?? cell.text;
  const book = reading.books.indicators;
  const known = book.resolve(code) ?? book.resolve(code.replace(FREQUENCY, ''));
  if (known !== undefined) flat.indicator = known;
  else if (isCode(code)) {
    flat.indicator = code;
    row.problem(cell.column, 'code-unlisted');
  } else row.problem(cell.column, 'code-unknown');
  return flow?.[1];
}

function plainCode(row: Row, reading: Reading, flat: Flat, name: 'refArea' | 'sex'): string | undefined {
  const cell = row.one(name);
  if (!cell) return undefined;
  // A country may be named in any of the four languages.
  const country = name === 'refArea' ? reading.books.countries.resolve(cell.text) : undefined;
  if (country !== undefined) {
    flat[name] = country;
    return country;
  }
  if (!isCode(cell.text)) {
    row.problem(cell.column, 'code-unknown');
    return undefined;
  }
  flat[name] = cell.text;
  return cell.text;
}

/** The year. Of a quarter or month the first day is kept beside it, and the period as it stood in the note. */
function period(row: Row, flat: Flat, notes: string[]): void {
  const cell = row.one('year');
  if (!cell) return;
  const read = periodOf(cell.text);
  if (!read) {
    row.problem(cell.column, 'year-invalid');
    return;
  }
  flat.year = read.year;
  if (read.part === undefined) return;
  row.problem(cell.column, 'period-part');
  flat.date = read.part.from;
  notes.unshift(read.part.text);
}

const SHORT = 60;
function short(row: Row, flat: Flat, name: 'observation' | 'unit', text: string | undefined): void {
  if (text === undefined || text === '') return;
  if (text.length > SHORT) row.problem(row.one(name)?.column ?? null, 'too-long');
  else flat[name] = text;
}

/** ILOSTAT's own code of a source says nothing without its name before it. */
function sources(row: Row, reading: Reading, flat: Flat, agency: string | undefined): void {
  const publisher = agency === 'ILO' ? 'ILOSTAT' : agency;
  const cells = row.all('source');
  for (const cell of cells) {
    const from = /^[A-Z]{1,3}:\d+$/.test(cell.text) ? (publisher ?? 'ILOSTAT') : publisher;
    const text = from ? `${from}, ${cell.text}` : cell.text;
    putText(row, flat, { ...cell, text }, 'source', evidence.fields.source, reading.lang);
  }
  if (cells.length === 0 && publisher)
    flat[`source.${reading.lang}`] = { text: publisher, status: 'original' };
}
