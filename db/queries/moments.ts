/** Moments of the past that people can name: a pause in the work, a closed session, a copy that was joined. */
import type { RegisterMoment } from '../../shared/contract/index.ts';
import { composeRecord } from '../ledger/compose.ts';
import { headRows } from '../ledger/heads.ts';
import { findTerm, instantOf } from '../ledger/store.ts';
import { getMeta } from '../meta.ts';
import { type Db, pluck, sql } from '../statements.ts';
import { joinedRecords } from './joined.ts';
import { labelOf } from './record-view.ts';

/** So many of the latest are told; a dialogue has some dozens. */
const MOST = 400;

interface Arrival {
  readonly n: number;
  readonly at: number;
  readonly device: number;
}

/** Work that rests for half an hour has come to an end for the time being. */
const PAUSE_MS = 30 * 60_000;

/**
 * The latest first; the present is not among them. Only what was written here follows the clock of this machine: of
 * what another copy brought it is known when it came among the rest, so a joined copy is one moment. What came before
 * anything was written here is told by its pauses, since it is the history the dossier began with.
 */
export function registerMoments(db: Db): RegisterMoment[] {
  const section = findTerm(db, 'main');
  if (section === undefined) return [];
  const own = findTerm(db, getMeta(db, 'device') ?? '') ?? -1;
  const ends: { n: number; at: number; kind: RegisterMoment['kind']; session: number | null }[] = [];
  const counted: number[] = [];
  let before: Arrival | undefined;
  let wroteHere = false;
  for (const arrival of sql<Arrival>(
    db,
    'SELECT n, at, device FROM change WHERE section = ? ORDER BY n',
  ).iterate(section)) {
    if (before) {
      const wasOwn = before.device === own;
      wroteHere ||= wasOwn;
      const isForeign = wroteHere && !wasOwn;
      const turns = wroteHere && wasOwn !== (arrival.device === own);
      const isPause = !isForeign && Math.abs(arrival.at - before.at) >= PAUSE_MS;
      if (turns || isPause)
        ends.push({ n: before.n, at: before.at, kind: isForeign ? 'merge' : 'work', session: null });
    }
    counted.push(arrival.n);
    before = arrival;
  }
  const last = before?.n ?? 0;
  const closings = closedSessions(db, section);
  const known = new Set(closings.map(({ n }) => n));
  const all = [...ends.filter(({ n }) => !known.has(n)), ...closings]
    .filter(({ n }) => n < last)
    .sort((a, b) => a.n - b.n);
  const upTo = countsUpTo(counted);
  const deficits = countsUpTo(firstChanges(db, section));
  const joined = countsUpTo(joinings(db));
  return all
    .map(({ n, at, kind, session }, index) => {
      const composed = session === null ? undefined : composeRecord(db, session);
      return {
        moment: n,
        at: instantOf(at),
        kind,
        changes: upTo(n) - upTo(all[index - 1]?.n ?? 0),
        deficits: deficits(n) - joined(n),
        session: composed ? labelOf(composed) : null,
      };
    })
    .slice(-MOST)
    .reverse();
}

/** A closing is over with the last change of its step. */
function closedSessions(db: Db, section: number) {
  const [type, field] = [findTerm(db, 'session'), findTerm(db, 'closedAt')];
  if (type === undefined || field === undefined) return [];
  return sql<{ n: number; at: number; session: number }>(
    db,
    `SELECT max(step.n) AS n, closing.at, head.record AS session FROM record
     JOIN head ON head.record = record.n AND head.field = ?
     JOIN change closing ON closing.n = head.change
     JOIN change step ON step.grp = closing.grp
     WHERE record.type = ? AND record.section = ? GROUP BY head.record`,
  )
    .all(field, type, section)
    .map((closing) => ({ ...closing, kind: 'session' as const }));
}

/** Arrival numbers of the first change of each deficit. */
function firstChanges(db: Db, section: number): number[] {
  const type = findTerm(db, 'deficit');
  if (type === undefined) return [];
  return pluck<number>(
    db,
    `SELECT min(change.n) FROM record JOIN change ON change.record = record.n
     WHERE record.type = ? AND record.section = ? GROUP BY record.n ORDER BY 1`,
  ).all(type, section);
}

/** Arrival numbers at which those were joined that are joined now: from there on they are listed apart. */
function joinings(db: Db): number[] {
  const field = findTerm(db, 'joinedInto');
  if (field === undefined) return [];
  return joinedRecords(db)
    .flatMap((record) => headRows(db, record, field).map(({ change }) => change))
    .sort((a, b) => a - b);
}

/** How many of ascending numbers are at most `n`, by halving. */
const countsUpTo =
  (numbers: readonly number[]) =>
  (n: number): number => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[middle] as number) <= n) low = middle + 1;
      else high = middle;
    }
    return low;
  };
