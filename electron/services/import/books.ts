/** The codes a table may name: the codelists, the country's own additions, and what this dossier calls things. */

import { requireMeta } from '../../../db/meta.ts';
import { getRecordView, listRecords } from '../../../db/queries/record-view.ts';
import type { Db } from '../../../db/statements.ts';
import { CodeBook, type Coded } from '../../../shared/domain/import/code-book.ts';
import { SEAT_WORDS } from '../../../shared/domain/import/read-deficit.ts';
import { RATIFICATION_WORDS } from '../../../shared/domain/import/read-ratification.ts';
import type { Books } from '../../../shared/domain/import/row.ts';
import type { Dossier, NationalCode } from '../../../shared/domain/records/index.ts';
import { anyCodelist } from '../../../shared/reference/all.ts';

const words = (list: { readonly [id: string]: readonly string[] }): CodeBook => {
  const book = new CodeBook(Object.keys(list).map((id) => ({ id, labels: {} })));
  for (const [id, texts] of Object.entries(list)) for (const text of texts) book.alias(text, id);
  return book;
};

const textsOf = (texts: { readonly [lang: string]: { readonly text: string } | undefined } | undefined) =>
  Object.values(texts ?? {}).flatMap((entry) => (entry ? [entry.text] : []));

export function booksOf(db: Db, dossier: Dossier): Books {
  const national = listRecords(db, 'nationalCode', {}).map(({ record }) => record as NationalCode);
  const own = (list: NationalCode['list']): Coded[] =>
    national.flatMap((each) =>
      each.list === list && each.code !== undefined
        ? [
            {
              id: each.code,
              parent: each.parent,
              labels: Object.fromEntries(
                Object.entries(each.label ?? {}).map(([lang, { text }]) => [lang, text]),
              ),
            },
          ]
        : [],
    );
  const themes = anyCodelist('thematic-areas').items;
  const sdg = anyCodelist('sdg').items;
  const areas = new CodeBook(themes.filter(({ parent }) => parent === undefined));
  for (const [area, texts] of Object.entries(dossier.areaLabels ?? {}))
    for (const text of textsOf(texts)) areas.alias(text, area);
  for (const area of [1, 2, 3, 4, 5, 6]) areas.alias(String(area), `TA${area}`);
  const seats = words(SEAT_WORDS);
  for (const [seat, texts] of Object.entries(dossier.constituencyLabels ?? {}))
    for (const text of textsOf(texts)) seats.alias(text, seat);
  const subTopics = themes.filter(({ parent }) => parent !== undefined);
  const areaOf = new Map(subTopics.map(({ id, parent }) => [id, parent]));
  const list = (...items: (readonly Coded[])[]): CodeBook => new CodeBook(items.flat());
  return {
    areas,
    // A national sub-topic belongs to the area of the one it lies under.
    subTopics: list(
      subTopics,
      own('sub-topics').map((each) => ({ ...each, parent: areaOf.get(each.parent ?? '') ?? each.parent })),
    ),
    affectedGroups: list(anyCodelist('affected-groups').items, own('affected-groups')),
    grounds: list(anyCodelist('grounds').items, own('grounds')),
    instruments: list(anyCodelist('instruments').items),
    sdgTargets: list(sdg.filter(({ level }) => level === 'target')),
    sdgIndicators: list(sdg.filter(({ level }) => level === 'indicator')),
    severity: list(anyCodelist('severity').items),
    prevalence: list(anyCodelist('prevalence').items),
    evidenceStrength: list(anyCodelist('evidence-strength').items),
    sectors: list(anyCodelist('sectors').items, own('sectors')),
    formality: list(anyCodelist('formality').items),
    confidentiality: list(anyCodelist('confidentiality-levels').items),
    priorityProgrammes: list(anyCodelist('priority-action-programmes').items),
    seats,
    missing: list(anyCodelist('missing').items),
    // The dossier's own country, which may be an imaginary one.
    countries: list(
      anyCodelist('countries').items,
      typeof dossier.country === 'string' ? [{ id: dossier.country, labels: {} }] : [],
    ),
    indicators: list(anyCodelist('indicators').items),
    ratifications: words(RATIFICATION_WORDS),
  };
}

export const dossierRecord = (db: Db): Dossier =>
  getRecordView(db, 'dossier', requireMeta(db, 'dossier')).record as Dossier;
