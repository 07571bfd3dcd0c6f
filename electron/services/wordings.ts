/** What only the dossier knows of the wordings that an edition prints: how many of them it leaves out. */
import { childrenByParent, parentIds } from '../../db/queries/joined.ts';
import type { Db } from '../../db/statements.ts';
import type { EditionContent } from '../../shared/domain/content.ts';
import { type LeftOutWordings, leftOutWordings } from '../../shared/domain/duplicates/left-out.ts';
import { familyOf } from './duplicates/family.ts';

/** Undefined where the wordings are not asked for. Read from those named as parents, which are few. */
export function wordingsAsked(
  db: Db,
  content: EditionContent,
  isAsked: boolean | undefined,
): LeftOutWordings | undefined {
  if (!isAsked) return undefined;
  const descended = new Set(parentIds(db).flatMap((parent) => childrenByParent(db, parent)));
  return leftOutWordings(familyOf(db, [...descended]), new Set(content.deficits.map(({ id }) => id)));
}
