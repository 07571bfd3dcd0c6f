/**
 * The register as it was known at an earlier moment (L13): a small dossier in memory that has heard of the changes
 * that had arrived by then and of no others, in the order in which they came. So its windows are answered by the
 * same queries over the same tables as those of now, and a view of the past cannot differ from what was shown.
 *
 * It holds what the register reads and no detached value: no name of a person is ever in it, and what was erased is
 * erased in the past as well (L10).
 */
import Database from 'better-sqlite3';
import { Refusal } from '../shared/errors.ts';
import { applyChange } from './ledger/apply.ts';
import { arrivals } from './ledger/as-of.ts';
import { CHANGE_COLUMNS, type ChangeRow, changeOf, findTerm } from './ledger/store.ts';
import { requireMeta, setMeta } from './meta.ts';
import { migrate } from './migrations/index.ts';
import { Pending } from './projections/pending.ts';
import { tidySearchIndex } from './projections/search.ts';
import { type Db, sql } from './statements.ts';

/** Types of record that the register's rows and filters follow. */
const TYPES = ['dossier', 'deficit', 'evidence', 'strategy'];

/** Changes between two pauses. */
const PAGE = 100;

/**
 * Makes it in small steps, so that whoever drives it can answer others in between; returns a connection that only
 * reads, to be closed by the caller. Refuses with `input.invalid` where no such moment was.
 */
export function* makePast(db: Db, moment: number): Generator<undefined, Db> {
  if (moment > arrivals(db)) throw new Refusal('input.invalid', { path: 'asOf' });
  const past = new Database(':memory:');
  let isMade = false;
  try {
    migrate(past);
    setMeta(past, 'dossier', requireMeta(db, 'dossier'));
    const types = TYPES.flatMap((type) => findTerm(db, type) ?? []);
    const main = findTerm(db, 'main') ?? -1;
    const page = sql<ChangeRow>(
      db,
      `SELECT ${CHANGE_COLUMNS.split(', ')
        .map((column) => `c.${column}`)
        .join(', ')} FROM change c JOIN record r ON r.n = c.record
       WHERE c.n > ? AND c.n <= ? AND r.section = ? AND r.type IN (SELECT value FROM json_each(?))
       ORDER BY c.n LIMIT ${PAGE}`,
    );
    const pending = new Pending(past, PAGE);
    past.exec('BEGIN');
    tidySearchIndex(past, false);
    let last = Number.MIN_SAFE_INTEGER;
    for (;;) {
      if (!db.open) throw new Refusal('dossier.not-open');
      const rows = page.all(last, moment, main, JSON.stringify(types));
      if (rows.length === 0) break;
      for (const row of rows) applyChange(past, changeOf(db, row), undefined, pending);
      last = (rows.at(-1) as ChangeRow).n;
      yield;
    }
    pending.flush();
    past.exec("INSERT INTO search (search) VALUES ('optimize'); COMMIT");
    past.pragma('query_only = ON');
    isMade = true;
    return past;
  } finally {
    // Refused, or given up half-way by whoever drove it.
    if (!isMade) past.close();
  }
}
