/** Reads every row as it would be imported, in slices, and says what is wrong; what is found right is held for the start. */
import { randomUUID } from 'node:crypto';
import type { ImportCheck, ImportDuplicate, Parsed } from '../../../shared/contract/index.ts';
import { sameText } from '../../../shared/domain/import/code-book.ts';
import {
  type CellMark,
  isTarget,
  JOINING,
  NEEDED,
  PROBLEMS,
  type Problem,
  type ProblemCode,
  TEXT_TARGETS,
} from '../../../shared/domain/import/constants.ts';
import { IMPORT_LIMITS } from '../../../shared/domain/import/limits.ts';
import { type Flat, readDeficit } from '../../../shared/domain/import/read-deficit.ts';
import { readEvidence } from '../../../shared/domain/import/read-evidence.ts';
import { readRatification } from '../../../shared/domain/import/read-ratification.ts';
import { type Reading, Row } from '../../../shared/domain/import/row.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Desk, dossierOf, writable } from '../desk.ts';
import { groundsAsked } from '../grounds.ts';
import { breathe } from '../long-steps.ts';
import { booksOf, dossierRecord } from './books.ts';
import { type Deficits, deficitsOf, evidenceKeys, normKey, normsOf } from './compare.ts';
import { isFilled } from './inspect.ts';
import { tableOf } from './load.ts';

/** Rows read before the event loop is let in. */
const SLICE = 100;

export type State = 'ready' | 'faulty' | 'held' | 'duplicate' | 'beside';
export interface ReadRow {
  readonly row: number;
  readonly state: State;
  /** It waits for a person; its records are without what holds it. */
  readonly isHeld: boolean;
  /** Flat fields of each record the row makes; none of a row that is not taken in any case. */
  readonly records: readonly Flat[];
}

export interface Checked {
  readonly checkId: string;
  readonly dossier: string;
  readonly type: 'deficit' | 'evidence' | 'norm';
  readonly rows: readonly ReadRow[];
  /** The grounds that rows name, and whether the mandate asked about each of them. */
  readonly grounds: ReadonlyMap<string, boolean>;
}

const checks = new WeakMap<Desk, Map<string, Checked>>();
const heldBy = (desk: Desk): Map<string, Checked> => {
  const held = checks.get(desk) ?? new Map<string, Checked>();
  checks.set(desk, held);
  return held;
};

/**
 * What was checked, for one start: a second start of the same finds nothing, however soon it comes. Refuses with
 * `import.stale`.
 */
export function takeChecked(desk: Desk, dossier: string, checkId: string): Checked {
  const checked = heldBy(desk).get(dossier);
  if (checked?.checkId !== checkId) throw new Refusal('import.stale');
  heldBy(desk).delete(dossier);
  return checked;
}

/** What was not written after all may be started again, unless something else has been checked since. */
export function putBack(desk: Desk, checked: Checked): void {
  if (!heldBy(desk).has(checked.dossier)) heldBy(desk).set(checked.dossier, checked);
}

const newest = new WeakMap<Desk, Map<string, string>>();

export async function check(desk: Desk, input: Parsed<'import.check'>): Promise<ImportCheck> {
  const opened = writable(desk, input.dossier);
  refuseMapping(input);
  const checkId = randomUUID();
  const running = newest.get(desk) ?? new Map<string, string>();
  newest.set(desk, running.set(input.dossier, checkId));
  heldBy(desk).delete(input.dossier);
  const table = await tableOf(desk, input);
  const { db } = dossierOf(desk, input.dossier);
  const dossier = dossierRecord(db);
  const deficits = deficitsOf(db);
  const reader = readerOf(input, db, deficits, typeof dossier.country === 'string' ? dossier.country : null);
  const header = (input.headerRow ?? 1) - 1;
  const isAsked = groundsAsked(db);
  const grounds = new Map<string, boolean>();
  const reading: Reading = {
    columns: input.columns,
    lang: input.lang,
    books: booksOf(db, dossier),
    width: Math.max(table.rows[header]?.length ?? 0, input.columns.length),
    vintage: input.vintage ?? null,
    deficit: chosen(deficits, input.deficit),
    isGroundAsked: (ground) => {
      grounds.set(ground, isAsked(ground));
      return isAsked(ground);
    },
    findDeficit: deficits.find,
  };
  const marks = new Map<number, Map<number, CellMark>>();
  for (const [row, column, mark] of table.marks) {
    const ofRow = marks.get(row) ?? new Map<number, CellMark>();
    marks.set(row, ofRow.set(column, mark));
  }
  const telling = new Telling();
  const rows: ReadRow[] = [];
  for (let n = header + 1; n < table.rows.length; n += 1) {
    const texts = table.rows[n] as readonly string[];
    if (!isFilled(texts) && !marks.has(n)) continue;
    const row = new Row(n + 1, texts, marks.get(n), reading);
    const width = table.rows[header]?.length ?? 0;
    if (table.format === 'csv' && texts.length < width) row.problem(null, 'row-short');
    const read = reader(row, reading, telling);
    telling.of(row.problems);
    rows.push(read);
    if (rows.length % SLICE > 0) continue;
    await breathe();
    // A later check of this dossier, or its closing, has made this one pointless.
    if (newest.get(desk)?.get(input.dossier) !== checkId || desk.open.get(input.dossier) !== opened)
      throw new Refusal('import.stale');
  }
  const type = ({ deficits: 'deficit', evidence: 'evidence', ratifications: 'norm' } as const)[input.kind];
  heldBy(desk).set(input.dossier, { checkId, dossier: input.dossier, type, rows, grounds });
  const count = (state: State): number => rows.filter((row) => row.state === state).length;
  return {
    checkId,
    rows: rows.length,
    ready: count('ready'),
    faulty: count('faulty'),
    held: count('held'),
    duplicates: count('duplicate'),
    heldDuplicates: rows.filter((row) => row.state === 'duplicate' && row.isHeld).length,
    beside: count('beside'),
    problems: telling.problems,
    problemCount: telling.count,
    byCode: telling.byCode,
    repeated: telling.repeated,
  };
}

/** What is told one by one, and how much of the rest there is. What is only noticed gives way to what is wrong. */
class Telling {
  readonly #grave: Problem[] = [];
  readonly #noticed: Problem[] = [];
  readonly byCode: { [C in ProblemCode]?: number } = {};
  readonly repeated: ImportDuplicate[] = [];
  count = 0;

  of(problems: readonly Problem[]): void {
    for (const problem of problems) {
      this.count += 1;
      this.byCode[problem.code] = (this.byCode[problem.code] ?? 0) + 1;
      const list = PROBLEMS[problem.code] === 'notice' ? this.#noticed : this.#grave;
      if (list.length < IMPORT_LIMITS.told) list.push(problem);
    }
  }

  get problems(): Problem[] {
    const told = [...this.#grave, ...this.#noticed].slice(0, IMPORT_LIMITS.told);
    return told.sort((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1));
  }

  repeat(duplicate: ImportDuplicate): void {
    if (this.repeated.length < IMPORT_LIMITS.told) this.repeated.push(duplicate);
  }
}

function refuseMapping({ kind, columns }: Parsed<'import.check'>): void {
  const places = new Set<string>();
  for (const { target, lang } of columns) {
    if (target === null) continue;
    if (!isTarget(kind, target)) throw new Refusal('input.invalid', { path: 'columns' });
    if (JOINING.includes(target)) continue;
    const place = TEXT_TARGETS.includes(target) ? `${target}.${lang ?? ''}` : target;
    if (places.has(place)) throw new Refusal('input.invalid', { path: target });
    places.add(place);
  }
  for (const target of NEEDED[kind])
    if (!columns.some((column) => column.target === target))
      throw new Refusal('input.invalid', { path: target });
}

function chosen(deficits: Deficits, id: string | undefined) {
  if (id === undefined) return null;
  const found = deficits.all.find((each) => each.id === id);
  if (!found) throw new Refusal('record.missing');
  return found;
}

type Reader = (row: Row, reading: Reading, telling: Telling) => ReadRow;

/** Faults first; a row that is right may still be one that is there already. */
function stateOf(row: Row, isRepeated: boolean): State {
  if (row.has('fault')) return 'faulty';
  if (isRepeated) return 'duplicate';
  return row.has('decision') ? 'held' : 'ready';
}

const finished = (row: Row, isRepeated: boolean, records: readonly Flat[]): ReadRow => {
  const state = stateOf(row, isRepeated);
  return { row: row.number, state, isHeld: row.has('decision'), records: state === 'faulty' ? [] : records };
};

function readerOf(
  input: Parsed<'import.check'>,
  db: Parameters<typeof deficitsOf>[0],
  deficits: Deficits,
  country: string | null,
): Reader {
  if (input.kind === 'deficits') return deficitReader(deficits);
  if (input.kind === 'evidence') return evidenceReader(evidenceKeys(db), input.ownCountry ? country : null);
  return ratificationReader(normsOf(db), country);
}

function deficitReader(deficits: Deficits): Reader {
  const rowOf = new Map<string, number>();
  return (row, reading, telling) => {
    const { flat, number, titles } = readDeficit(row, reading);
    const keys = [
      ...titles.map((title) => `title ${sameText(title)}`),
      ...(number ? [`number ${number}`] : []),
    ].filter((key) => key !== 'title ');
    const there =
      (number === undefined ? undefined : deficits.byNumber.get(number)) ??
      titles.map((title) => deficits.byTitle.get(sameText(title))).find(Boolean);
    const before = keys.map((key) => rowOf.get(key)).find((known) => known !== undefined);
    const isRepeated = there !== undefined || before !== undefined;
    // A row that stays out is no reason to take another for its double.
    if (!row.has('fault')) for (const key of keys) if (!rowOf.has(key)) rowOf.set(key, row.number);
    if (isRepeated && !row.has('fault'))
      telling.repeat({
        row: row.number,
        label: (titles[0] ?? '').slice(0, 200),
        ofRow: there === undefined ? (before ?? null) : null,
        ofNumber: typeof there === 'object' ? there.number : null,
        isHeld: row.has('decision'),
      });
    return finished(row, isRepeated, [flat]);
  };
}

function evidenceReader(known: ReadonlySet<string>, country: string | null): Reader {
  const rowOf = new Map<string, number>();
  return (row, reading, telling) => {
    const { flat, refArea, key } = readEvidence(row, reading);
    // Of another country nothing is told: most of a world table is.
    if (country !== null && refArea !== undefined && refArea !== country) {
      row.problems.length = 0;
      return { row: row.number, state: 'beside', isHeld: false, records: [] };
    }
    const before = rowOf.get(key);
    const isRepeated = known.has(key) || before !== undefined;
    if (before === undefined && !row.has('fault')) rowOf.set(key, row.number);
    if (isRepeated && !row.has('fault'))
      telling.repeat({
        row: row.number,
        label: [flat.indicator, flat.refArea, flat.year, flat.figure].filter(Boolean).join(' · '),
        ofRow: before ?? null,
        ofNumber: null,
        isHeld: row.has('decision'),
      });
    return finished(row, isRepeated, [flat]);
  };
}

function ratificationReader({ named, there }: ReturnType<typeof normsOf>, country: string | null): Reader {
  const rowOf = new Map<string, number>();
  return (row, reading, telling) => {
    const { flat, country: of, instrument } = readRatification(row, reading);
    const holders = instrument === undefined ? [] : (named.get(instrument) ?? []);
    const isBeside =
      (row.one('country') !== undefined && of !== undefined && of !== country) ||
      (instrument !== undefined && holders.length === 0);
    if (isBeside) {
      row.problems.length = 0;
      return { row: row.number, state: 'beside', isHeld: false, records: [] };
    }
    const code = instrument ?? '';
    const before = rowOf.get(code);
    if (instrument !== undefined && before === undefined && !row.has('fault')) rowOf.set(code, row.number);
    const fresh = holders.filter((deficit) => !there.has(normKey(deficit, code)));
    const isRepeated = instrument !== undefined && (before !== undefined || fresh.length === 0);
    if (isRepeated && !row.has('fault'))
      telling.repeat({
        row: row.number,
        label: code,
        ofRow: before ?? null,
        ofNumber: null,
        isHeld: row.has('decision'),
      });
    const holding = isRepeated ? holders : fresh;
    return finished(
      row,
      isRepeated,
      holding.map((deficit) => ({ deficit, ...flat })),
    );
  };
}
