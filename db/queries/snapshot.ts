import { CONSTITUENCIES, type Constituency } from '../../shared/domain/codes.ts';
import type { Position } from '../../shared/domain/position.ts';
import { RECORD_TYPES, type RecordType } from '../../shared/domain/records/index.ts';
import type { Composed, DossierSnapshot, RecordState } from '../../shared/domain/snapshot.ts';
import { type ComposedRecord, composeRecord } from '../ledger/compose.ts';
import { shown } from '../ledger/heads.ts';
import { instantOf } from '../ledger/store.ts';
import { asOf, gapsOf, versionOf } from '../ledger/version.ts';
import { itemsOfType } from '../projections/item.ts';
import { type Db, sql } from '../statements.ts';
import { withOneOpening } from './openings.ts';
import { changedSince } from './record-view.ts';

/** Everything of section main that stands, as editions need it. Withdrawn records are not part of it. */
export function snapshotOf(db: Db): DossierSnapshot {
  const records = Object.fromEntries(
    RECORD_TYPES.map((type) => [type, itemsOfType(db, type).flatMap((n) => composedState(db, n) ?? [])]),
  );
  return {
    versionId: versionOf(db),
    asOf: asOf(db),
    gaps: gapsOf(db).length,
    records: withOneOpening(db, records as unknown as DossierSnapshot['records']),
  };
}

function composedState(db: Db, n: number): Composed<RecordType> | undefined {
  const composed = composeRecord(db, n);
  if (!composed) return undefined;
  const times = sql<{ created: number; edited: number }>(
    db,
    `SELECT created, max(item.edited, coalesce(deficit.edited, 0)) AS edited
     FROM item LEFT JOIN deficit ON deficit.record = item.record WHERE item.record = ?`,
  ).get(n);
  const state: RecordState = {
    conflicts: composed.conflicts,
    changedSince: changedSince(composed),
    otherPositions: otherPositions(composed),
    createdAt: instantOf(times?.created ?? 0),
    editedAt: instantOf(times?.edited ?? 0),
  };
  return { ...composed.record, state } as Composed<RecordType>;
}

/** Positions in conflict that are not the one shown: their reservations must reach every export. */
function otherPositions(composed: ComposedRecord): RecordState['otherPositions'] {
  const others: { [C in Constituency]?: Position[] } = {};
  for (const constituency of CONSTITUENCIES) {
    const heads = composed.heads.get(`position.${constituency}`) ?? [];
    if (heads.length < 2) continue;
    const winner = shown(heads);
    const rest = heads
      .filter((head) => head !== winner && head.value !== null)
      .map((head) => head.value as unknown as Position);
    if (rest.length > 0) others[constituency] = rest;
  }
  return others;
}
