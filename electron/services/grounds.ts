/** Grounds beyond C111 article 1(1)(a) in a dialogue that does not ask about them: nobody adds one, what is there stays. */
import { findRecord } from '../../db/ledger/store.ts';
import { dossierRecord } from '../../db/queries/overview.ts';
import { composedById, listRecords } from '../../db/queries/record-view.ts';
import type { Db } from '../../db/statements.ts';
import type { Json } from '../../shared/domain/json.ts';
import type { Deficit, NationalCode, RecordType } from '../../shared/domain/records/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { isWiderGround, type ParentOf, parentsOf } from '../../shared/reference/national.ts';

export const nationalParents = (db: Db, list: NationalCode['list']): ParentOf =>
  parentsOf(
    list,
    listRecords(db, 'nationalCode').map(({ record }) => record as NationalCode),
  );

/** Whether this dialogue asks about a ground: all of them unless its mandate says that the wider ones are not asked. */
export function groundsAsked(db: Db): (ground: string) => boolean {
  if (dossierRecord(db)?.widerGrounds !== 'not-asked') return () => true;
  const own = nationalParents(db, 'grounds');
  return (ground) => !isWiderGround(ground, own);
}

const PREFIX = 'grounds:';

/** Refuses with `grounds.not-asked` a ground that would be new to the deficit and is not asked about. */
export function refuseUnasked(
  db: Db,
  type: RecordType,
  id: string | undefined,
  set: { readonly [field: string]: Json },
): void {
  if (type !== 'deficit') return;
  const added = Object.entries(set).flatMap(([field, value]) =>
    field.startsWith(PREFIX) && value === true ? [field.slice(PREFIX.length)] : [],
  );
  if (added.length === 0) return;
  const isAsked = groundsAsked(db);
  const there =
    id !== undefined && findRecord(db, type, id)
      ? ((composedById(db, type, id).record as Deficit).grounds ?? [])
      : [];
  const ground = added.find((each) => !isAsked(each) && !there.includes(each));
  if (ground !== undefined) throw new Refusal('grounds.not-asked', { ground });
}
