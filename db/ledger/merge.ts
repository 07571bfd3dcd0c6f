/** Merge is set union (L4): what is new enters in one transaction, or nothing does (L11). */
import type { Change, DetachedValue } from '../../shared/domain/change.ts';
import { Refusal } from '../../shared/errors.ts';
import { getMeta } from '../meta.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { forgetClock } from './append.ts';
import { applyChange, keepDetached } from './apply.ts';
import { checkChange, checkDetached } from './check-change.ts';
import { sha256 } from './hash.ts';
import { allChanges, bytesOf, changeNumber, changeRow, hexOf, termText, unpackBody } from './store.ts';
import { inLedger } from './transaction.ts';

export interface Handover {
  readonly changes: Iterable<unknown>;
  readonly detached?: Iterable<unknown>;
  /** Attachment bytes by their SHA-256. */
  readonly blobs?: Iterable<{ readonly sha256: string; readonly bytes: Uint8Array }>;
}

export interface Merged {
  readonly added: number;
  readonly known: number;
  /** Records whose projections moved, by type. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads everything first; the transaction that follows holds only what was found good. */
export function mergeHandover(db: Db, handover: Handover): Merged {
  if (getMeta(db, 'derivedFrom') !== undefined) throw new Refusal('merge.derived');
  const fresh: Change[] = [];
  const seen = new Set<string>();
  let known = 0;
  let at = 0;
  for (const input of handover.changes) {
    at += 1;
    const id = (input as { id?: unknown } | null)?.id;
    if (
      typeof id === 'string' &&
      /^[0-9a-f]{64}$/.test(id) &&
      (seen.has(id) || changeNumber(db, id) !== undefined)
    ) {
      known += 1;
      continue;
    }
    const change = checkChange(input, at);
    if (change.section !== 'main') throw new Refusal('change.malformed', { at, field: 'section' });
    seen.add(change.id);
    fresh.push(change);
  }
  const incoming = new Map(fresh.map((change) => [change.id as string, change]));
  const digestHere = (change: string, field: string): string | undefined => {
    const n = changeNumber(db, change);
    const set =
      incoming.get(change)?.set ?? (n === undefined ? undefined : unpackBody(changeRow(db, n).body).set);
    return (set?.[field] as { digest?: string } | null | undefined)?.digest;
  };
  const detached: DetachedValue[] = [];
  for (const input of handover.detached ?? []) detached.push(checkDetached(input, digestHere));

  const touched = new Map<string, Set<string>>();
  inLedger(db, () => {
    for (const change of fresh) {
      applyChange(db, change);
      let ids = touched.get(change.recordType);
      if (!ids) {
        ids = new Set();
        touched.set(change.recordType, ids);
      }
      ids.add(change.recordId);
    }
    for (const value of detached) keepDetached(db, value);
    for (const { sha256: expected, bytes } of handover.blobs ?? [])
      if (sha256(bytes) === expected)
        sql(db, 'INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)').run(bytesOf(expected), bytes);
  });
  forgetClock(db);
  return { added: fresh.length, known, touched };
}

/** Everything of section main that another copy may take. */
export function handoverOf(db: Db): Handover {
  return { changes: mainChanges(db), detached: detachedOf(db), blobs: blobsOf(db) };
}

function* mainChanges(db: Db): Generator<Change> {
  for (const { change } of allChanges(db)) if (change.section === 'main') yield change;
}

function* detachedOf(db: Db): Generator<DetachedValue> {
  const rows = db.prepare<[], { id: Buffer; field: number; value: string; salt: Buffer; section: number }>(
    'SELECT change.id, detached.field, value, salt, change.section FROM detached JOIN change ON change.n = detached.change',
  );
  for (const row of rows.iterate())
    if (termText(db, row.section) === 'main')
      yield {
        change: hexOf(row.id),
        field: termText(db, row.field),
        value: JSON.parse(row.value),
        salt: hexOf(row.salt),
      } as DetachedValue;
}

function* blobsOf(db: Db): Generator<{ sha256: string; bytes: Uint8Array }> {
  for (const key of pluck<Buffer>(db, 'SELECT sha256 FROM blob').all()) {
    const bytes = pluck<Buffer>(db, 'SELECT bytes FROM blob WHERE sha256 = ?').get(key);
    if (bytes) yield { sha256: hexOf(key), bytes };
  }
}
