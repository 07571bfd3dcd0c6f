/** The sessions of a dossier as their list shows them: what each is, how far it has come, what came of it. */
import type { SessionRow } from '../../shared/contract/index.ts';
import type { Attribution } from '../../shared/domain/codes.ts';
import type { RecordOf, RecordType } from '../../shared/domain/records/index.ts';
import { type ComposedRecord, composeRecord } from '../ledger/compose.ts';
import { findTerm, uuidBytes } from '../ledger/store.ts';
import { itemsOfType } from '../projections/item.ts';
import { type Db, pluck } from '../statements.ts';
import { labelOf, listRecords } from './record-view.ts';

/** From what names most to what names least. */
const LEVELS: readonly Attribution[] = ['named', 'organization', 'group', 'none'];
/** After so long without an act a session was left open. */
const STALE_MS = 4 * 3_600_000;

export function sessionRows(db: Db, now: number): SessionRow[] {
  const mandate = itemsOfType(db, 'dossier').flatMap((n) => composeRecord(db, n) ?? []);
  const ofMandate = mandate.flatMap(levelsSet);
  const agendas = bySession(listRecords(db, 'agendaItem'));
  const readBacks = bySession(listRecords(db, 'readBack'));
  const minutes = bySession(listRecords(db, 'minutes'));
  return listRecords(db, 'session').map((composed) => {
    const record = composed.record as RecordOf<'session'>;
    const { id } = record;
    const phase = record.phase ?? 'planned';
    const agenda = (agendas.get(id) ?? []) as RecordOf<'agendaItem'>[];
    const issued = ((minutes.get(id) ?? []) as RecordOf<'minutes'>[]).sort(
      (a, b) => (a.order ?? 0) - (b.order ?? 0),
    );
    return {
      id,
      number: (record as { number?: string }).number ?? null,
      title: labelOf(composed),
      kind: record.kind ?? 'plenary',
      phase,
      start: record.start ?? null,
      startTime: record.startTime ?? null,
      within: record.within ?? null,
      constituency: record.constituency ?? null,
      table: record.table ?? null,
      level: strictest([...levelsSet(composed), ...ofMandate]) ?? 'group',
      items: agenda.filter((item) => (item.kind ?? 'item') === 'item').length,
      minutes: agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0),
      points: countIn(db, 'point', id),
      decisions: ((readBacks.get(id) ?? []) as RecordOf<'readBack'>[]).filter(
        ({ ruling }) => ruling === 'confirmed',
      ).length,
      minutesPhase: issued.at(-1)?.phase ?? null,
      isLeftOpen:
        (phase === 'open' || phase === 'suspended') &&
        isStale(lastTouched(db, composed), now, record.utcOffset ?? 0),
    };
  });
}

/** Every value that is set, in conflict or not: while two stand, the stricter one holds. */
const levelsSet = (composed: ComposedRecord): Attribution[] =>
  (composed.heads.get('attribution') ?? []).flatMap(({ value }) =>
    LEVELS.includes(value as Attribution) ? [value as Attribution] : [],
  );

const strictest = (levels: readonly Attribution[]): Attribution | undefined =>
  LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))];

function bySession(all: readonly ComposedRecord[]): Map<string, RecordOf<RecordType>[]> {
  const found = new Map<string, RecordOf<RecordType>[]>();
  for (const { record } of all) {
    const { session } = record as { session?: string };
    if (session === undefined) continue;
    const held = found.get(session);
    if (held) held.push(record);
    else found.set(session, [record]);
  }
  return found;
}

function countIn(db: Db, type: RecordType, session: string): number {
  const term = findTerm(db, type);
  return term === undefined
    ? 0
    : (pluck<number>(db, 'SELECT count(*) FROM item WHERE parent = ? AND type = ? AND withdrawn = 0').get(
        uuidBytes(session),
        term,
      ) as number);
}

/** Wall time, in milliseconds, of the latest change of the session or of anything that hangs on it. */
const lastTouched = (db: Db, session: ComposedRecord): number =>
  pluck<number>(
    db,
    `SELECT max(edited) FROM item
     WHERE parent = (SELECT id FROM record WHERE n = ?) OR record = ?`,
  ).get(session.n, session.n) as number;

function isStale(last: number, now: number, utcOffset: number): boolean {
  const dayOf = (at: number): number => Math.floor((at + utcOffset * 60_000) / 86_400_000);
  return now - last > STALE_MS || dayOf(now) > dayOf(last);
}
