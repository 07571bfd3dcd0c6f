/** Deficits that say the same: suggested, joined, split. */
import { keepNotSame, notSame, pairKey } from '../../../db/not-same.ts';
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Desk, writable } from '../desk.ts';
import { join, object, separate, split } from './acts.ts';
import { lineage } from './family.ts';
import { suggest } from './suggest.ts';

export function duplicateHandlers(
  desk: Desk,
): Pick<
  Handlers,
  | 'duplicates.suggest'
  | 'duplicates.lineage'
  | 'duplicates.join'
  | 'duplicates.split'
  | 'duplicates.separate'
  | 'duplicates.object'
  | 'duplicates.dismiss'
  | 'duplicates.recall'
> {
  const told = (dossier: string, ids: readonly string[]): null => {
    desk.emit({ type: 'changed', dossier, recordTypes: ['notSame'], ids });
    return null;
  };
  return {
    'duplicates.suggest': (input) => suggest(desk, input),
    'duplicates.lineage': (input) => lineage(desk, input),
    'duplicates.join': (input) => join(desk, input),
    'duplicates.split': (input) => split(desk, input),
    'duplicates.separate': (input) => separate(desk, input),
    'duplicates.object': (input) => object(desk, input),
    'duplicates.dismiss': ({ dossier, a, b, isSame }) => {
      const { db } = writable(desk, dossier);
      const pairs = notSame(db);
      pairs.delete(pairKey(a, b));
      if (!isSame) pairs.add(pairKey(a, b));
      keepNotSame(db, pairs);
      return told(dossier, [a, b]);
    },
    'duplicates.recall': ({ dossier }) => {
      keepNotSame(writable(desk, dossier).db, new Set());
      return told(dossier, []);
    },
  };
}
