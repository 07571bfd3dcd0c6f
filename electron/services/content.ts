/** From a dossier to the content of one edition, whether the dossier is a living one or came from a package. */

import { getMeta } from '../../db/meta.ts';
import { snapshotOf } from '../../db/queries/snapshot.ts';
import type { Db } from '../../db/statements.ts';
import type { Edition, EditionContent } from '../../shared/domain/content.ts';
import { editionOf } from '../../shared/domain/edition.ts';
import { findName } from '../../shared/domain/names.ts';
import { narrow } from '../../shared/domain/narrow.ts';
import { Refusal } from '../../shared/errors.ts';
import { codelist, SMALL_NAMES } from '../../shared/reference/index.ts';

/** Versions of the codelists whose codes an export holds: a reader must know which list a code is from. */
const codelistVersions = (): { readonly [list: string]: string } =>
  Object.fromEntries(
    SMALL_NAMES.map((name) => [name, codelist(name).version]).sort(([a], [b]) =>
      (a as string) < (b as string) ? -1 : 1,
    ),
  );

export function contentOf(db: Db, edition: Edition): EditionContent {
  const stored = getMeta(db, 'derivedContent');
  return stored === undefined
    ? editionOf(snapshotOf(db), edition, codelistVersions())
    : narrow(JSON.parse(stored) as EditionContent, edition);
}

/** Every detached value of the dossier that is a person's name. */
export function namesIn(db: Db): string[] {
  const snapshot = snapshotOf(db).records;
  const spoken = [...snapshot.deficit, ...snapshot.clause, ...snapshot.strategy].flatMap((record) =>
    Object.values(record.spokesperson ?? {}),
  );
  return [...snapshot.participant, ...snapshot.actor].flatMap((record) => record.name ?? []).concat(spoken);
}

/** The content of an edition about to leave: refused with `export.name-found` while a name stands in its texts. */
export function contentToExport(db: Db, edition: Edition): EditionContent {
  const content = contentOf(db, edition);
  const found = findName(content, namesIn(db));
  if (found) throw new Refusal('export.name-found', { number: found.number, field: found.field });
  return content;
}
