/** What the general record calls may write of a problem tree: nothing that leads in a ring. */
import { findRecord } from '../../../db/ledger/store.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import { leadsTo } from '../../../shared/domain/causes/links.ts';
import { closesRing } from '../../../shared/domain/causes/outline.ts';
import type { Json } from '../../../shared/domain/json.ts';
import type { RecordType } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { causesOf, linksFrom } from './tree.ts';

/**
 * Refuses with `causes.cycle` a cause under itself and a link back to where it came from. `set` is what would be
 * written of the record; what it leaves out stays as it is. Merged copies and undo are not asked: what they bring is
 * drawn and flagged.
 */
export function refuseRing(
  db: Db,
  type: RecordType,
  id: string,
  set: { readonly [field: string]: Json },
): void {
  if (type !== 'cause' && type !== 'link') return;
  const known = findRecord(db, type, id)
    ? (composedById(db, type, id).record as { readonly [member: string]: unknown })
    : {};
  const after = (field: string): string | undefined => {
    const value = field in set ? set[field] : known[field];
    return typeof value === 'string' ? value : undefined;
  };
  if (type === 'link') {
    const [from, to] = [after('from'), after('to')];
    if (from && to && closesLinkRing(db, from, to, id)) throw new Refusal('causes.cycle', { from, to });
    return;
  }
  const [deficit, under] = [after('deficit'), after('under')];
  if (!deficit || !under || !('under' in set)) return;
  if (closesRing(causesOf(db, deficit), id, under)) throw new Refusal('causes.cycle', { id });
}

/** Whether a link from one deficit to another would lead back; `without` is the link that is written anew. */
export const closesLinkRing = (db: Db, from: string, to: string, without?: string): boolean =>
  leadsTo(
    (deficit) => linksFrom(db, deficit).flatMap((link) => (link.id === without ? [] : link.to)),
    to,
    from,
  );
