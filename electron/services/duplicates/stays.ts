/** What goes to the bin with a joined deficit that is taken apart again: it was given to it, and moves to no other. */
import { childrenOf, composedById, listRecords } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import { STAYING, type Staying, type Stays } from '../../../shared/domain/duplicates/stays.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import type { Deficit } from '../../../shared/domain/records/index.ts';

export function staysWith(db: Db, id: string): Stays {
  const { position, severity, prevalence, evidenceHeld, objection } = composedById(db, 'deficit', id)
    .record as Deficit;
  const given = (by: object | undefined): number =>
    Object.values(by ?? {}).filter((value) => !isMissing(value)).length;
  const hanging = (type: 'evidence' | 'norm' | 'cause' | 'clause' | 'comment'): number =>
    childrenOf(db, type, id).length;
  const naming = (type: 'link' | 'strategy' | 'round', field: string): number =>
    listRecords(db, type, { of: { field, id } }).length;
  const counts: { readonly [K in Staying]: number } = {
    position: given(position),
    severity: given(severity) + given(prevalence) + given(evidenceHeld),
    objection: given(objection),
    evidence: hanging('evidence'),
    norm: hanging('norm'),
    cause: hanging('cause'),
    link: naming('link', 'from') + naming('link', 'to'),
    clause: hanging('clause'),
    comment: hanging('comment'),
    strategy: naming('strategy', 'deficits'),
    round: naming('round', 'deficits'),
  };
  return Object.fromEntries(STAYING.flatMap((kind) => (counts[kind] > 0 ? [[kind, counts[kind]]] : [])));
}
