/** What a deficit rests on and leads to, as its report says it: causes in an outline, links, norms, scores. */
import { outlineOf } from '../../../../shared/domain/causes/outline.ts';
import { CONSTITUENCIES } from '../../../../shared/domain/codes.ts';
import type { ContentDeficit } from '../../../../shared/domain/content.ts';
import type { ContentCause, ContentNorm } from '../../../../shared/domain/content-diagnosis.ts';
import { isMissing, type MissingValue } from '../../../../shared/domain/fields.ts';
import { count, date } from '../formats.ts';
import type { StringKey } from '../strings.ts';
import { isolate, typesetLine } from '../typeset.ts';
import type { Context } from './context.ts';
import { problemTreeView } from './problem-tree.ts';
import { byNumber, reference } from './reference.ts';

export interface OutlineRow {
  /** Steps from the deficit: 0 stands right under it. */
  readonly depth: number;
  readonly body: ReturnType<Context['text']>;
  /** Said beside a cause or effect that nothing speaks for. */
  readonly mark: string | null;
}

/** Depth first, each once, a ring by its first member: as on the screen. */
function outline(deficit: ContentDeficit, kind: ContentCause['kind'], context: Context): OutlineRow[] {
  const evidenced = new Set(deficit.evidence.map((each) => each.cause));
  return outlineOf(deficit.causes.map((each) => ({ ...each, under: each.under ?? undefined })))
    .filter((row) => row.kind === kind)
    .map((row) => ({
      depth: row.level - 1,
      body: context.text(row.item.body),
      mark: evidenced.has(row.id) ? null : context.say('deficit.noEvidenceMark'),
    }));
}

function normLine(norm: ContentNorm, context: Context): string {
  const { say, lang } = context;
  const kind = isMissing(norm.kind) ? null : norm.kind;
  return [
    kind === null || kind === 'instrument' ? null : say(`norm.${kind}`),
    norm.body === null ? null : isolate(norm.body),
    norm.instrument === null
      ? null
      : `${isolate(norm.instrument)} ${context.label('instruments', norm.instrument)}`,
    norm.article === null ? null : say('norm.article', { article: isolate(norm.article) }),
    norm.comment === null ? null : say(`norm.${norm.comment}`),
    norm.year === null ? null : String(norm.year),
    norm.reference === null ? null : typesetLine(norm.reference, lang),
    isMissing(norm.ratification)
      ? null
      : [
          say(`norm.${norm.ratification}`),
          norm.checkedOn === null ? '' : say('norm.asOf', { date: date(norm.checkedOn, lang, say) }),
        ]
          .filter(Boolean)
          .join(' '),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

const TO: { readonly [kind: string]: StringKey } = {
  causes: 'link.causes',
  blocks: 'link.blocks',
  worsens: 'link.worsens',
};
const FROM: { readonly [kind: string]: StringKey } = {
  causes: 'link.causedBy',
  blocks: 'link.blockedBy',
  worsens: 'link.worsenedBy',
};

export function diagnosisView(deficit: ContentDeficit, context: Context) {
  const { content, say, lang } = context;
  const numberOf = (id: string): string =>
    isolate(reference('D', content.deficits.find((each) => each.id === id)?.number ?? ''));
  const links = content.links.flatMap((link) => {
    const there = link.from === deficit.id ? link.to : link.to === deficit.id ? link.from : null;
    if (there === null) return [];
    const words = say((link.from === deficit.id ? TO : FROM)[link.kind] as StringKey);
    return [{ words, number: numberOf(there), note: context.paragraphs(link.note) ?? null }];
  });
  return {
    tree: problemTreeView(deficit, context),
    causes: outline(deficit, 'cause', context),
    effects: outline(deficit, 'effect', context),
    links,
    norms: deficit.norms.map((norm) => ({
      line: normLine(norm, context),
      text: context.paragraphs(norm.text) ?? null,
    })),
    objections: CONSTITUENCIES.flatMap((seat) => {
      const body = deficit.objections[seat] && context.paragraphs(deficit.objections[seat]);
      return body ? [{ seat, who: context.seat(seat), body }] : [];
    }),
    scores: content.rounds.flatMap((round) => {
      const tallies = round.tallies.filter((each) => each.deficit === deficit.id);
      if (tallies.length === 0) return [];
      return [
        {
          title: say('score.round', {
            number: isolate(reference('V', round.number)),
            date: date(round.openedAt.slice(0, 10), lang, say),
          }),
          rows: tallies.map((tally) => ({
            criterion: say(`score.${tally.criterion}`),
            columns: CONSTITUENCIES.map((seat) => {
              const counts = tally.counts[seat];
              return isMissing(counts)
                ? { absent: absent(counts, context), steps: [] as string[] }
                : { absent: null, steps: counts.map((n) => count(n, lang)) };
            }),
          })),
        },
      ];
    }),
  };
}

/** Withheld is said with its reason; a side that gave no ballot is another thing. */
const absent = (value: MissingValue, { say, missing }: Context): string =>
  value.missing === 'withheld' ? say('score.withheld') : missing(value).text;

/** Ids of deficits as the numbers people read, in their order. */
export const numbersOf = (ids: readonly string[], { content, say }: Context): string =>
  ids
    .map((id) => ({ number: content.deficits.find((each) => each.id === id)?.number ?? '' }))
    .sort(byNumber)
    .map(({ number }) => isolate(reference('D', number)))
    .join(say('format.list'));
