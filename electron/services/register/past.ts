/** Looking back: the register of one earlier moment of an open dossier, made once and kept while it is looked at. */
import { makePast } from '../../../db/past.ts';
import { composedById, viewOf } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { RecordView } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf, type OpenedDossier } from '../desk.ts';

interface Kept {
  readonly moment: number;
  readonly past: Promise<Db>;
}

/** One moment a dossier: it takes about as much memory as its ledger. Goes with the dossier when that is closed. */
const kept = new WeakMap<OpenedDossier, Kept>();

/** Lets other calls be answered between two steps. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function make(opened: OpenedDossier, moment: number): Promise<Db> {
  const steps = makePast(opened.db, moment);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

/** The dossier as it is, or as it was known at a moment. */
export function registerAt(desk: Desk, dossier: string, moment: number | undefined): Db | Promise<Db> {
  const opened = dossierOf(desk, dossier);
  if (moment === undefined) return opened.db;
  const held = kept.get(opened);
  if (held?.moment === moment) return held.past;
  const past = make(opened, moment);
  kept.set(opened, { moment, past });
  // Nothing waits for the one that was looked at before: what still asks for it has its answer by now or asks anew.
  past.catch(() => {
    if (kept.get(opened)?.past === past) kept.delete(opened);
  });
  return past;
}

/** Answers from now at once, from the past when it has been made. */
export function at<T>(
  desk: Desk,
  { dossier, asOf }: { readonly dossier: string; readonly asOf?: number | undefined },
  read: (db: Db) => T,
): T | Promise<T> {
  const db = registerAt(desk, dossier, asOf);
  return db instanceof Promise ? db.then(read) : read(db);
}

export const recordAsOf = (
  desk: Desk,
  input: { readonly dossier: string; readonly id: string; readonly asOf: number },
): RecordView | Promise<RecordView> =>
  at(desk, input, (db) => viewOf(db, composedById(db, 'deficit', input.id)));
