import { type Db, transact } from '../statements.ts';
import { forgetClock } from './append.ts';
import { forgetBodies } from './heads.ts';
import { forgetTerms } from './store.ts';

/**
 * One synchronous transaction around a step of the ledger (L2): a change is acknowledged when this returns and
 * not before. After a rollback what was cached of terms and clocks may not exist: it is forgotten.
 */
export function inLedger<T>(db: Db, body: () => T): T {
  try {
    return transact(db, body);
  } catch (thrown) {
    forgetTerms(db);
    forgetBodies(db);
    forgetClock(db);
    throw thrown;
  }
}
