/** Phases of minutes as they were given out: their content and the copy of all three, kept as bytes. */
import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Draft } from '../../../db/ledger/append.ts';
import { sha256 } from '../../../db/ledger/hash.ts';
import { bytesOf } from '../../../db/ledger/store.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import { type Db, pluck, sql } from '../../../db/statements.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { prettyJson } from '../../exports/bytes.ts';

/** What a kept document may unpack to: a hand-over from elsewhere must not fill the memory. */
const MOST = 256 * 1024 * 1024;

export interface Keeping {
  readonly id: RecordId;
  readonly draft: Draft;
  /** Writes the bytes: within the transaction of the draft. */
  readonly store: (db: Db) => void;
}

export function keep(document: unknown): Keeping {
  const bytes = gzipSync(prettyJson(document));
  const hash = sha256(bytes);
  const id = randomUUID() as RecordId;
  return {
    id,
    draft: {
      recordType: 'attachment',
      recordId: id,
      set: { mediaType: 'application/gzip', size: bytes.length, sha256: hash },
      intent: 'create',
    },
    store: (db) =>
      void sql(db, 'INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)').run(bytesOf(hash), bytes),
  };
}

const hashOf = (db: Db, attachment: string): string | undefined =>
  (composedById(db, 'attachment', attachment).record as { sha256?: string }).sha256;

export function isKept(db: Db, attachment: string | undefined): boolean {
  const hash = attachment === undefined ? undefined : hashOf(db, attachment);
  return (
    hash !== undefined &&
    pluck<number>(db, 'SELECT 1 FROM blob WHERE sha256 = ?').get(bytesOf(hash)) !== undefined
  );
}

/** Undefined where the bytes are gone: they are dropped when the level of the session is tightened. */
export function kept<T>(db: Db, attachment: string | undefined): T | undefined {
  const hash = attachment === undefined ? undefined : hashOf(db, attachment);
  if (hash === undefined) return undefined;
  const bytes = pluck<Buffer>(db, 'SELECT bytes FROM blob WHERE sha256 = ?').get(bytesOf(hash));
  return bytes && (JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST }).toString('utf8')) as T);
}
