/** How a change touches the tables that screens read. One file a record type that has a table of its own. */

import { HeadsView } from '../ledger/heads-view.ts';
import type { Db } from '../statements.ts';
import { projectDeficit, recomputeOutcomes } from './deficit.ts';
import { projectItem } from './item.ts';
import { projectSearch } from './search.ts';
import type { Touch } from './touch.ts';

/** Raised when a projection changes shape: a dossier with an older number is projected anew when opened. */
export const PROJECTION_VERSION = 3;

/** Of so many fields that moved one question for all is cheaper than one for each. */
const MANY = 6;

export function project(db: Db, touch: Touch): void {
  const view = new HeadsView(db, touch.record, touch.bodies);
  if (touch.fields.length > MANY) view.prefetch();
  projectItem(db, touch, view);
  if (touch.recordType === 'deficit') projectDeficit(db, touch, view);
  if (touch.recordType === 'dossier' && touch.fields.includes('decisionRule')) recomputeOutcomes(db);
  projectSearch(db, touch, view);
}
