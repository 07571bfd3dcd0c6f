import { createHash } from 'node:crypto';
import type { Gap } from '../../shared/domain/change.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { findTerm, hexOf, termText, uuidOf } from './store.ts';

/**
 * What is known to be missing in a section (L5), in a fixed order. Given `records`, what is missing of those:
 * of which record a hole in a device's numbers is nobody can say.
 */
export function gapsOf(db: Db, section = 'main', records?: ReadonlySet<string>): Gap[] {
  const sectionTerm = findTerm(db, section);
  if (sectionTerm === undefined) return [];
  const gaps: Gap[] = sql<{ id: Buffer; record: Buffer }>(
    db,
    `SELECT missing.id, record.id AS record FROM missing JOIN record ON record.n = missing.record
     WHERE missing.section = ?`,
  )
    .all(sectionTerm)
    .filter(({ record }) => !records || records.has(uuidOf(record)))
    .map(({ id }) => ({ kind: 'superseded', section, change: hexOf(id) }));
  if (records) return inOrder(gaps);
  const holes = sql<{ device: number; seq: number; before: number }>(
    db,
    `SELECT device, seq, before FROM (
       SELECT device, seq, lag(seq, 1, 0) OVER (PARTITION BY device ORDER BY seq) AS before
       FROM change WHERE section = ?) WHERE seq <> before + 1`,
  ).all(sectionTerm);
  for (const { device, seq, before } of holes)
    gaps.push(
      seq === before
        ? { kind: 'fork', section, device: termText(db, device), seq }
        : { kind: 'sequence', section, device: termText(db, device), from: before + 1, to: seq - 1 },
    );
  return inOrder(gaps);
}

function inOrder(gaps: readonly Gap[]): Gap[] {
  const lines = new Map(gaps.map((gap) => [gapLine(gap), gap]));
  return [...lines.keys()].sort().map((line) => lines.get(line) as Gap);
}

function gapLine(gap: Gap): string {
  switch (gap.kind) {
    case 'superseded':
      return `gap superseded ${gap.change}`;
    case 'sequence':
      return `gap sequence ${gap.device} ${gap.from} ${gap.to}`;
    case 'fork':
      return `gap fork ${gap.device} ${gap.seq}`;
  }
}

/**
 * The version id (L9): SHA-256 over the sorted (recordId, field, head id) of a section, then its gaps. Given
 * `records`, only theirs, without gaps of others: the id of a text put to sign-off.
 */
export function versionOf(db: Db, section = 'main', records?: ReadonlySet<string>): string {
  const hash = createHash('sha256');
  const sectionTerm = findTerm(db, section);
  if (sectionTerm !== undefined) {
    const rows = db
      .prepare<[number], { record: Buffer; field: string; change: Buffer }>(
        `SELECT record.id AS record, term.text AS field, change.id AS change
         FROM head JOIN record ON record.n = head.record JOIN term ON term.n = head.field
           JOIN change ON change.n = head.change
         WHERE record.section = ? ORDER BY record.id, term.text, change.id`,
      )
      .iterate(sectionTerm);
    for (const { record, field, change } of rows) {
      const id = uuidOf(record);
      if (!records || records.has(id)) hash.update(`${id} ${field} ${hexOf(change)}\n`);
    }
  }
  for (const gap of gapsOf(db, section, records)) hash.update(`${gapLine(gap)}\n`);
  return hash.digest('hex');
}

export const changeCount = (db: Db): number =>
  pluck<number>(db, 'SELECT count(*) FROM change').get() as number;

/** Wall time of the newest change of a section, for people and for the dates of documents. */
export function asOf(db: Db, section = 'main'): string {
  const term = findTerm(db, section);
  const at =
    term === undefined
      ? null
      : pluck<number | null>(db, 'SELECT max(at) FROM change WHERE section = ?').get(term);
  return new Date(at ?? 0).toISOString();
}
