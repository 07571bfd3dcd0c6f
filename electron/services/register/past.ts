/** Looking back: the register of an earlier moment of an open dossier, made once and kept while it is looked at. */
import { makePast } from '../../../db/past.ts';
import { composedById, viewOf } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import type { RecordView } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf, type OpenedDossier } from '../desk.ts';

interface Kept {
  readonly past: Promise<Db>;
  idle: NodeJS.Timeout;
}

/** By moment, the one asked for last at the end. Each takes about as much memory as the ledger of the register. */
const kept = new WeakMap<OpenedDossier, Map<number, Kept>>();
/** Two windows may look at two moments; more than that and the oldest is made again when it is asked for. */
const MOST = 2;
const IDLE_MS = 10 * 60_000;

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

/** Lets go of a moment. What was asked of it before is answered first: a promise keeps the order of its readers. */
function drop(moments: Map<number, Kept>, moment: number): void {
  const held = moments.get(moment);
  if (!held) return;
  moments.delete(moment);
  clearTimeout(held.idle);
  held.past.then(
    (db) => db.close(),
    () => {},
  );
}

/** The dossier as it is, or as it was known at a moment. */
export function registerAt(desk: Desk, dossier: string, moment: number | undefined): Db | Promise<Db> {
  const opened = dossierOf(desk, dossier);
  if (moment === undefined) return opened.db;
  const moments = kept.get(opened) ?? new Map<number, Kept>();
  kept.set(opened, moments);
  const held = moments.get(moment);
  if (held) clearTimeout(held.idle);
  const past = held?.past ?? make(opened, moment);
  // Last in the order of the map: the first of them is the one that was asked for longest ago.
  moments.delete(moment);
  moments.set(moment, { past, idle: setTimeout(() => drop(moments, moment), IDLE_MS).unref() });
  if (!held) past.catch(() => moments.get(moment)?.past === past && drop(moments, moment));
  for (const oldest of moments.keys()) if (moments.size > MOST) drop(moments, oldest);
  return past;
}

/** With the dossier its past goes too. */
export function forgetPast(opened: OpenedDossier): void {
  const moments = kept.get(opened);
  for (const moment of moments?.keys() ?? []) if (moments) drop(moments, moment);
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
