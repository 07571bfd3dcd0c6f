/** What a session left in the ledger, as its running and its minutes read it. */
import type { Attribution, Constituency } from '../../shared/domain/codes.ts';
import { CONSTITUENCIES } from '../../shared/domain/codes.ts';
import { strictest } from '../../shared/domain/floor/attribution.ts';
import type { RecordOf } from '../../shared/domain/records/index.ts';
import { type ComposedRecord, composeRecord } from '../ledger/compose.ts';
import { findRecord } from '../ledger/store.ts';
import { getMeta } from '../meta.ts';
import type { Db } from '../statements.ts';
import { childrenOf, listRecords } from './record-view.ts';

type Of<T extends 'turn' | 'presence' | 'readBack' | 'agendaItem'> = readonly RecordOf<T>[];

const children = <T extends 'turn' | 'presence' | 'readBack' | 'agendaItem'>(
  db: Db,
  type: T,
  session: string,
): Of<T> =>
  listRecords(db, type, { of: { field: 'session', id: session } }).map(
    ({ record }) => record,
  ) as unknown as Of<T>;

/** Turns that stand, in the order in which they were taken. */
export const turnsOf = (db: Db, session: string): Of<'turn'> =>
  [...children(db, 'turn', session)].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
export const presenceOf = (db: Db, session: string): Of<'presence'> => children(db, 'presence', session);
export const readBacksOf = (db: Db, session: string): Of<'readBack'> => children(db, 'readBack', session);
/** Agenda items in their order. */
export const agendaOf = (db: Db, session: string): Of<'agendaItem'> => children(db, 'agendaItem', session);

/**
 * A page of the running record, oldest first, ending before `before` or at its end. Only the page is read: a long
 * record costs no more than a short one.
 */
export function pointsPage(
  db: Db,
  session: string,
  page: { readonly before?: string | undefined; readonly limit: number },
): { total: number; points: ComposedRecord[] } {
  const all = childrenOf(db, 'point', session);
  const before = page.before === undefined ? undefined : findRecord(db, 'point', page.before)?.n;
  const found = before === undefined ? -1 : all.indexOf(before);
  const end = found < 0 ? all.length : found;
  const numbers = all.slice(Math.max(0, end - page.limit), end);
  return { total: all.length, points: numbers.flatMap((n) => composeRecord(db, n) ?? []) };
}

/** Every level that is set on a record, in conflict or not. */
const levelsSet = (composed: ComposedRecord | undefined): Attribution[] =>
  (composed?.heads.get('attribution') ?? []).flatMap(({ value }) =>
    value === null ? [] : [value as Attribution],
  );

function dossierLevels(db: Db): Attribution[] {
  const row = findRecord(db, 'dossier', getMeta(db, 'dossier') ?? '');
  return levelsSet(row && composeRecord(db, row.n));
}

/**
 * The level a session is held under: the strictest of all that are set on it and on the mandate, conflicts included;
 * `group` where none is.
 */
export function levelOfSession(db: Db, session: string): Attribution {
  const row = findRecord(db, 'session', session);
  return strictest(...levelsSet(row && composeRecord(db, row.n)), ...dossierLevels(db));
}

export function levelsOf(db: Db): Map<string, Attribution> {
  const mandate = dossierLevels(db);
  return new Map(
    [false, true]
      .flatMap((withdrawn) => listRecords(db, 'session', { withdrawn }))
      .map((composed) => [composed.record.id, strictest(...levelsSet(composed), ...mandate)]),
  );
}

/** Titulars registered, by constituency: so many are entitled. */
export function titularsOf(participants: Iterable<RecordOf<'participant'>>): { [C in Constituency]: number } {
  const counts = { G: 0, E: 0, W: 0 };
  for (const { seat, standing } of participants)
    if (standing === 'titular' && CONSTITUENCIES.includes(seat as Constituency))
      counts[seat as Constituency] += 1;
  return counts;
}
