/** What happened to a record, who did it and why: read from the ledger itself. */

import type { BinEntry, Conflict, HistoryEntry } from '../../shared/contract/index.ts';
import type { Json } from '../../shared/domain/json.ts';
import { definitionOf, isRecordType } from '../../shared/domain/records/index.ts';
import { decidedWith } from '../../shared/domain/scoring/phase.ts';
import { detachedValue } from '../ledger/apply.ts';
import { composeRecord } from '../ledger/compose.ts';
import { headsOf, shown } from '../ledger/heads.ts';
import {
  CHANGE_COLUMNS,
  type ChangeRow,
  changeNumber,
  changeOf,
  changeRow,
  findRecord,
  instantOf,
  recordRow,
  termText,
  unpackBody,
  uuidOf,
} from '../ledger/store.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { editedAfterWithdrawal, labelOf, numberOf } from './record-view.ts';

interface Who {
  readonly id: string;
  readonly name: string | null;
  readonly self: boolean;
}

export function authorOf(db: Db, author: string, self: string): Who {
  const row = findRecord(db, 'actor', author);
  const composed = row && composeRecord(db, row.n);
  return {
    id: author,
    name: (composed?.record as { name?: string } | undefined)?.name ?? null,
    self: author === self,
  };
}

export function letterOf(db: Db, device: string): string {
  const row = findRecord(db, 'device', device);
  const composed = row && composeRecord(db, row.n);
  return (composed?.record as { letter?: string } | undefined)?.letter ?? '';
}

const isPersonal = (type: string, field: string): boolean =>
  isRecordType(type) && definitionOf(type).fields[field.split(/[.:]/, 1)[0] as string]?.personal === true;

/** A value as a person may see it: what is detached only where it is present, a digest never. */
function readable(db: Db, type: string, field: string, n: number, value: Json): Json {
  if (value === null || !isPersonal(type, field)) return value;
  return (detachedValue(db, n, field)?.value as Json | undefined) ?? null;
}

export function recordHistory(
  db: Db,
  type: string,
  id: string,
  self: string,
  field?: string,
): HistoryEntry[] {
  const record = findRecord(db, type, id);
  if (!record) return [];
  const rows = sql<ChangeRow>(
    db,
    `SELECT ${CHANGE_COLUMNS} FROM change WHERE record = ? ORDER BY n DESC`,
  ).all(record.n);
  const authors = new Map<string, Who>();
  const letters = new Map<string, string>();
  return rows.flatMap((row, index) => {
    const change = changeOf(db, row);
    if (
      field &&
      !Object.keys(change.set).some(
        (set) => set === field || set.startsWith(`${field}.`) || set.startsWith(`${field}:`),
      )
    )
      return [];
    const author = authors.get(change.author) ?? authorOf(db, change.author, self);
    authors.set(change.author, author);
    const letter = letters.get(change.device) ?? letterOf(db, change.device);
    letters.set(change.device, letter);
    const set = Object.fromEntries(
      Object.entries(change.set).map(([name, value]) => [
        name,
        readable(db, type, name, row.n, value as Json),
      ]),
    );
    const before: { [name: string]: Json } = {};
    for (const name of Object.keys(change.set)) {
      const [earlier] = change.supersedes[name] ?? [];
      const n = earlier === undefined ? undefined : changeNumber(db, earlier);
      if (n !== undefined)
        before[name] = readable(db, type, name, n, unpackBody(changeRow(db, n).body).set[name] ?? null);
    }
    return [
      {
        change: change.id,
        group: change.group,
        at: change.at,
        author,
        deviceLetter: letter,
        kind: kindOf(change.set, change.supersedes, index === rows.length - 1),
        set,
        before,
        reason: change.reason ?? null,
      },
    ];
  });
}

function kindOf(
  set: { readonly [field: string]: unknown },
  supersedes: { readonly [field: string]: readonly string[] },
  first: boolean,
): HistoryEntry['kind'] {
  if (first) return 'create';
  if ('withdrawn' in set) return set.withdrawn === true ? 'withdraw' : 'restore';
  if (Object.values(supersedes).some((ids) => ids.length > 1)) return 'resolve';
  if (Object.keys(set).some((field) => field.startsWith('position.'))) return 'position';
  return 'edit';
}

/**
 * Fields in conflict that a person decides on. What is decided together with another field waits for that one, and
 * tallies for the opening they belong to.
 */
function toDecide(db: Db): { readonly record: number; readonly field: number }[] {
  return sql<{ record: number; field: number }>(
    db,
    'SELECT conflict.record, conflict.field FROM conflict JOIN item ON item.record = conflict.record ORDER BY 1, 2',
  )
    .all()
    .filter(({ record, field }) => {
      const type = termText(db, recordRow(db, record).type);
      const name = termText(db, field);
      return type !== 'tally' && (type !== 'round' || decidedWith(name) === name);
    });
}
export const conflictCount = (db: Db): number => toDecide(db).length;

export function listConflicts(db: Db, self: string, id?: string): Conflict[] {
  return toDecide(db).flatMap(({ record, field }) => {
    const row = recordRow(db, record);
    const recordId = uuidOf(row.id);
    if (id && recordId !== id) return [];
    const type = termText(db, row.type);
    const name = termText(db, field);
    const composed = composeRecord(db, record);
    const heads = headsOf(db, record, field);
    const winner = shown(heads)?.id;
    return [
      {
        type,
        id: recordId,
        field: name,
        label: composed ? labelOf(composed) : {},
        heads: [...heads]
          .sort(
            (a, b) =>
              Number(b.id === winner) - Number(a.id === winner) ||
              b.clock - a.clock ||
              (a.id < b.id ? -1 : 1),
          )
          .map((head) => {
            const change = changeOf(db, changeRow(db, head.n));
            return {
              change: head.id,
              value: readable(db, type, name, head.n, head.value),
              at: change.at,
              author: authorOf(db, change.author, self),
              deviceLetter: letterOf(db, change.device),
            };
          }),
        base: commonBase(
          db,
          type,
          name,
          heads.map((head) => head.n),
        ),
      },
    ];
  });
}

/** The value that all heads knew and replaced, where they replaced the same one. */
function commonBase(db: Db, type: string, field: string, heads: readonly number[]): Json {
  const bases = heads.map((n) => (unpackBody(changeRow(db, n).body).supersedes[field] ?? []).join());
  const first = bases[0];
  if (!first || first.includes(',') || bases.some((base) => base !== first)) return null;
  const n = changeNumber(db, first);
  return n === undefined
    ? null
    : readable(db, type, field, n, unpackBody(changeRow(db, n).body).set[field] ?? null);
}

/** Withdrawn records, newest withdrawal first. */
export function bin(db: Db): BinEntry[] {
  const records = pluck<number>(db, 'SELECT record FROM item WHERE withdrawn = 1').all();
  return records
    .flatMap((n) => {
      const composed = composeRecord(db, n);
      const head = composed && shown(composed.heads.get('withdrawn') ?? []);
      if (!composed || !head) return [];
      const row = changeRow(db, head.n);
      return [
        {
          type: composed.type,
          id: composed.record.id,
          number: numberOf(composed),
          label: labelOf(composed),
          at: instantOf(row.at),
          reason: unpackBody(row.body).reason ?? null,
          editedAfterWithdrawal: editedAfterWithdrawal(composed),
        },
      ];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
