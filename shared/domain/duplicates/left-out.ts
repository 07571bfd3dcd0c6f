/** How much of where wordings come from an edition does not hold: readers learn that, and nothing of what. */
import { type Descended, lineageOf } from './lineage.ts';

/** By id of a deficit that the edition holds: of its lineage, how many wordings the edition does not hold. */
export interface LeftOutWordings {
  readonly [deficit: string]: number;
}

/**
 * `known` are deficits with all they descend from, those in the bin too; `held` the ids of an edition. No id of what
 * is left out is in the answer. What is named and not known is left out like what is withheld.
 */
export function leftOutWordings(known: readonly Descended[], held: ReadonlySet<string>): LeftOutWordings {
  const counts: { [deficit: string]: number } = {};
  for (const { id, ancestors } of lineageOf(known).values()) {
    const count = held.has(id) ? ancestors.filter((each) => !held.has(each)).length : 0;
    if (count > 0) counts[id] = count;
  }
  return counts;
}
