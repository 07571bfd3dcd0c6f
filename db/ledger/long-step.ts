/**
 * One transaction written in slices, with the event loop let in between them, for a step of thousands of records.
 *
 * While it is open the connection's reads see what is written so far, and nothing else may write: whoever opens one
 * keeps other writers waiting until it ends. It is all there after `commit`, or nothing of it is.
 */
import { Refusal } from '../../shared/errors.ts';
import { type Db, sql } from '../statements.ts';
import { forgetClock } from './append.ts';
import { forgetBodies } from './heads.ts';
import { forgetTerms } from './store.ts';

export interface LongStep {
  commit(): void;
  /** Takes everything back; again, or after the end, it does nothing. */
  abandon(): void;
}

export function beginLongStep(db: Db): LongStep {
  if (db.inTransaction) throw new Refusal('file.held', { where: 'transaction' });
  sql(db, 'BEGIN IMMEDIATE').run();
  let isOpen = true;
  const abandon = (): void => {
    if (!isOpen) return;
    isOpen = false;
    if (db.open && db.inTransaction) sql(db, 'ROLLBACK').run();
    forgetTerms(db);
    forgetBodies(db);
    forgetClock(db);
  };
  return {
    abandon,
    commit() {
      try {
        sql(db, 'COMMIT').run();
        isOpen = false;
      } catch (thrown) {
        abandon();
        throw thrown;
      }
    },
  };
}
