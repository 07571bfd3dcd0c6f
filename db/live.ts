/**
 * What a running session is in the middle of: facts of this file, written beside the ledger in the transaction of
 * the act that made them, so that a power cut loses nothing that was acknowledged. Never merged, never handed over,
 * and under no checksum: they change every few seconds.
 */
import { type Db, pluck, sql } from './statements.ts';

const keyOf = (session: string): string => `live:${session}`;

export const readLive = (db: Db, session: string): string | undefined =>
  pluck<string>(db, 'SELECT value FROM meta WHERE key = ?').get(keyOf(session));

export function writeLive(db: Db, session: string, json: string): void {
  sql(
    db,
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(keyOf(session), json);
}

export function dropLive(db: Db, session: string): void {
  sql(db, 'DELETE FROM meta WHERE key = ?').run(keyOf(session));
}

/** Sessions that were running when this file was last written. */
export const liveSessions = (db: Db): string[] =>
  pluck<string>(db, "SELECT key FROM meta WHERE key GLOB 'live:*'")
    .all()
    .map((key) => key.slice('live:'.length));
