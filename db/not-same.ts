/**
 * Pairs of deficits that somebody said are not the same: a fact of this file, since the ledger has no record for what
 * was not joined. Never merged. The newest are kept.
 */
import { getMeta, setMeta } from './meta.ts';
import type { Db } from './statements.ts';

const MOST = 5000;

/** Lower id first, so that a pair is known from either side. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

export const notSame = (db: Db): Set<string> =>
  new Set((getMeta(db, 'notSame') ?? '').split('\n').filter(Boolean));

export const keepNotSame = (db: Db, pairs: ReadonlySet<string>): void =>
  setMeta(db, 'notSame', [...pairs].slice(-MOST).join('\n'));
