/** What the sample carries of its diagnosis: problem trees, links, references, a joined pair. */
import sample from '../../shared/demo/diagnosis.json' with { type: 'json' };
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/languages.ts';
import type { RecordType } from '../../shared/domain/records/index.ts';

type Quad = { readonly [L in Lang]?: string };

/** How the sample's records are made; the same for all of its parts. */
export interface Making {
  readonly idOf: (source: string) => RecordId;
  readonly texts: (quad: Quad | undefined) => unknown;
  readonly add: (type: RecordType, id: RecordId, members: { readonly [name: string]: unknown }) => void;
}

/** The cause that an item of evidence of a deficit speaks for, by the deficit and the item's place. */
export const causeOfEvidence = (deficit: string, index: number): string | undefined =>
  sample.causes.find((each) => each.deficit === deficit && (each as { evidence?: number }).evidence === index)
    ?.id;

/** The parents of a deficit of the sample that was joined from two. */
export const parentsOf = (deficit: string): readonly string[] =>
  sample.joined.into === deficit ? sample.joined.parents.map(({ id }) => id) : [];

export function addDiagnosis({ idOf, texts, add }: Making, area: string, session: RecordId): void {
  sample.joined.parents.forEach((each, index) => {
    add('deficit', idOf(each.id), {
      number: String(25 + index).padStart(3, '0'),
      title: texts(each.title),
      statement: texts(each.text),
      area,
      raisedBy: each.raisedBy,
      captured: 'paper',
      confidentiality: 'public',
      session,
      joinedInto: idOf(sample.joined.into),
    });
  });
  sample.causes.forEach((each, index) => {
    add('cause', idOf(each.id), {
      deficit: idOf(each.deficit),
      kind: each.kind,
      under: (each as { under?: string }).under && idOf((each as { under: string }).under),
      order: index + 1,
      body: texts(each.text),
    });
  });
  for (const { id, from, to, kind, text } of sample.links)
    add('link', idOf(id), { from: idOf(from), to: idOf(to), kind, note: texts(text) });
  for (const { id, deficit, text, ...norm } of sample.norms as readonly (Record<string, unknown> & {
    readonly id: string;
    readonly deficit: string;
    readonly text?: Quad;
  })[])
    add('norm', idOf(id), { ...norm, deficit: idOf(deficit), text: texts(text) });
}
