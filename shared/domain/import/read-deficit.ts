/** A row of a table of deficits, made into fields of one deficit. */
import type { SEATS } from '../codes.ts';
import type { TextField } from '../fields.ts';
import type { Json } from '../json.ts';
import type { Lang } from '../languages.ts';
import { deficit } from '../records/deficit.ts';
import type { CodeBook } from './code-book.ts';
import type { Target } from './constants.ts';
import type { BookName, Cell, Reading, Row } from './row.ts';
import { instrumentCode, isPlainNumber, latinDigits, listItems, ownNumber } from './values.ts';

export type Flat = { [field: string]: Json };

/** A text in its language: the table's own is the original, another stands beside it as a draft of it. */
export function putText(row: Row, flat: Flat, cell: Cell, name: string, field: TextField, main: Lang): void {
  if (cell.text.length > field.max) {
    row.problem(cell.column, 'too-long');
    return;
  }
  flat[`${name}.${cell.lang}`] = { text: cell.text, status: cell.lang === main ? 'original' : 'draft' };
}

const resolve = (
  book: CodeBook,
  text: string,
  own?: (text: string) => string | undefined,
): string | undefined => {
  const shaped = own?.(text);
  return (shaped === undefined ? undefined : book.resolve(shaped)) ?? book.resolve(text);
};

/** One code, or the word for why there is none where the field takes it. Tells what is neither. */
function code(
  row: Row,
  reading: Reading,
  target: Target,
  book: BookName,
  isCoded: boolean,
): Json | undefined {
  const cell = row.one(target);
  if (!cell) return undefined;
  const found = reading.books[book].resolve(cell.text);
  if (found !== undefined) return found;
  const missing = reading.books.missing.resolve(cell.text);
  // A field that takes no word for why there is none is left unset, which says the same.
  if (missing !== undefined) return isCoded ? { missing } : undefined;
  row.problem(cell.column, 'code-unknown');
  return undefined;
}

/** `Target 8.8` and `8.8` are one code. */
const sdgCode = (text: string): string | undefined =>
  /(?:^|\s)(\d{1,2}\.[0-9a-z]{1,2}(?:\.\d{1,2})?)$/i.exec(latinDigits(text).trim())?.[1]?.toLowerCase();

const SETS: readonly {
  readonly target: Target & BookName;
  readonly own?: (text: string) => string | undefined;
}[] = [
  { target: 'affectedGroups' },
  { target: 'grounds' },
  { target: 'instruments', own: instrumentCode },
  { target: 'sdgTargets', own: sdgCode },
  { target: 'sdgIndicators', own: sdgCode },
  { target: 'priorityProgrammes' },
];

/** Several codes or names in one cell. */
function codes(row: Row, reading: Reading, flat: Flat): void {
  const unasked = new Set<number>();
  for (const { target, own } of SETS)
    for (const { column, text } of row.all(target)) {
      const items = listItems(text, (item) => resolve(reading.books[target], item, own));
      if (items.length === 0 || items.includes(undefined)) row.problem(column, 'code-unknown');
      for (const item of items)
        if (item !== undefined) {
          // Held until a person takes the row without it: what a table says is not cut down unseen.
          if (target === 'grounds' && !reading.isGroundAsked(item)) unasked.add(column);
          else flat[`${target}:${item}`] = true;
        }
    }
  for (const column of unasked) row.problem(column, 'ground-not-asked');
}

/** Area and sub-topic; an area that is not given is that of the sub-topic. */
function place(row: Row, reading: Reading, flat: Flat): void {
  const area = code(row, reading, 'area', 'areas', false);
  const subTopic = code(row, reading, 'subTopic', 'subTopics', false);
  if (area !== undefined) flat.area = area;
  if (typeof subTopic !== 'string') return;
  flat.subTopic = subTopic;
  const own = reading.books.subTopics.parentOf(subTopic);
  if (own === undefined) return;
  if (area === undefined && !row.one('area')) flat.area = own;
  else if (area !== undefined && area !== own) row.problem(row.one('subTopic')?.column ?? null, 'area-other');
}

const TEXTS = ['title', 'statement', 'geography', 'nextStep'] as const;

export interface ReadDeficit {
  readonly flat: Flat;
  /** Its number where that is written as ours: compared with, and never taken over. */
  readonly number: string | undefined;
  readonly titles: readonly string[];
}

export function readDeficit(row: Row, reading: Reading): ReadDeficit {
  const flat: Flat = {};
  for (const name of TEXTS)
    for (const cell of row.all(name)) putText(row, flat, cell, name, deficit.fields[name], reading.lang);
  const titles = row.all('title').map(({ text }) => text);
  if (titles.length === 0) {
    const column = reading.columns.findIndex(({ target }) => target === 'title');
    // A cell whose text cannot be read has been told of already.
    if (!row.problems.some((problem) => problem.column === column && problem.code !== 'merged'))
      row.problem(column < 0 ? null : column, 'required');
  }
  const number = row.one('number');
  const own = number && ownNumber(number.text);
  if (number && own === undefined && !isPlainNumber(number.text))
    row.problem(number.column, 'number-foreign');
  place(row, reading, flat);
  codes(row, reading, flat);
  for (const seat of ['G', 'E', 'W'] as const) {
    const severity = code(row, reading, `severity.${seat}`, 'severity', true);
    if (severity !== undefined)
      flat[`severity.${seat}`] = typeof severity === 'string' ? Number(severity) : severity;
    const prevalence = code(row, reading, `prevalence.${seat}`, 'prevalence', true);
    if (prevalence !== undefined) flat[`prevalence.${seat}`] = prevalence;
    const held = code(row, reading, `evidenceHeld.${seat}`, 'evidenceStrength', true);
    if (held !== undefined) flat[`evidenceHeld.${seat}`] = held;
  }
  const singles = [
    ['evidenceStrength', 'evidenceStrength', true],
    ['sector', 'sectors', true],
    ['formality', 'formality', true],
    ['confidentiality', 'confidentiality', false],
    ['raisedBy', 'seats', false],
  ] as const;
  for (const [target, book, isCoded] of singles) {
    const found = code(row, reading, target, book, isCoded);
    if (found !== undefined) flat[target] = found;
  }
  flat.captured = 'import';
  return { flat, number: own, titles };
}

/** The formal and the informal economy in the short words of tables. */
export const FORMALITY_WORDS: { readonly [code: string]: readonly string[] } = {
  formal: ['formal', 'منظم', 'formel'],
  informal: ['informal', 'غير منظم', 'informel'],
  both: ['formal and informal', 'منظم وغير منظم', 'formel et informel', 'formal e informal'],
};

/** Words for seats besides their codes, in the four languages; a dossier adds its own. */
export const SEAT_WORDS: { readonly [S in (typeof SEATS)[number]]: readonly string[] } = {
  G: ['government', 'الحكومة', 'gouvernement', 'gobierno', 'government group', 'مجموعة الحكومات'],
  E: ['employers', 'أصحاب العمل', 'employeurs', 'empleadores', "employers' group", 'مجموعة أصحاب العمل'],
  W: ['workers', 'العمال', 'travailleurs', 'trabajadores', "workers' group", 'مجموعة العمال'],
  invited: ['invited', 'مدعوون', 'invités', 'invitados'],
};
