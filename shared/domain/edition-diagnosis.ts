/** The diagnosis within an edition: what hangs on a deficit is there where the deficit is. */

import type { Coded } from './coded.ts';
import { CONSTITUENCIES, type Constituency } from './codes.ts';
import type {
  ContentCause,
  ContentLink,
  ContentNationalCode,
  ContentNorm,
  ContentRound,
  ContentTally,
  StepCounts,
} from './content-diagnosis.ts';
import type { Texts } from './fields.ts';
import { CRITERIA } from './scoring/types.ts';
import type { DossierSnapshot } from './snapshot.ts';

type Records = DossierSnapshot['records'];

const coded = <T>(value: T | undefined): Coded<T> => value ?? { missing: 'not-asked' };
const texts = (value: Texts | undefined): Texts => value ?? {};

type Own<T extends 'norm' | 'cause'> = readonly Records[T][number][];

/** The norms of one deficit. */
export const contentNorms = (own: Own<'norm'>): ContentNorm[] =>
  own.map((each) => ({
    id: each.id,
    kind: coded(each.kind),
    instrument: each.instrument ?? null,
    article: each.article ?? null,
    ratification: coded(each.ratification),
    ratifiedOn: each.ratifiedOn ?? null,
    checkedOn: each.checkedOn ?? null,
    comment: each.comment ?? null,
    body: each.body ?? null,
    year: each.year ?? null,
    reference: each.reference ?? null,
    text: texts(each.text),
  }));

/**
 * The causes and effects of one deficit, in the order people gave them. One whose parent is not here stands right
 * under the deficit.
 */
export function contentCauses(own: Own<'cause'>): ContentCause[] {
  const ids = new Set<string>(own.map((each) => each.id));
  return own
    .map((each) => ({
      id: each.id,
      kind: each.kind ?? ('cause' as const),
      under: each.under !== undefined && ids.has(each.under) ? each.under : null,
      order: each.order ?? 1_000_000,
      body: texts(each.body),
    }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

export const linksAmong = (records: Records, deficits: ReadonlySet<string>): ContentLink[] =>
  records.link.flatMap(({ id, from, to, kind, note }) =>
    from !== undefined && to !== undefined && deficits.has(from) && deficits.has(to)
      ? [{ id, from, to, kind: kind ?? 'blocks', note: texts(note) }]
      : [],
  );

export const nationalCodesOf = (records: Records): ContentNationalCode[] =>
  records.nationalCode.flatMap(({ id, list, code, parent, label }) =>
    list && code && parent ? [{ id, list, code, parent, label: texts(label) }] : [],
  );

const each = <T>(of: (constituency: Constituency) => T): { readonly [C in Constituency]: T } =>
  Object.fromEntries(CONSTITUENCIES.map((c) => [c, of(c)])) as { [C in Constituency]: T };

export const openedRounds = (records: Records, deficits: ReadonlySet<string>): ContentRound[] =>
  records.round.flatMap((round): ContentRound[] => {
    // Opened in any copy is opened; of which opening the tallies are, the snapshot has settled.
    if (!round.openedAt) return [];
    // What was counted, and not what another copy made of the round without knowing that it had begun.
    const counted = new Set(
      records.tally.flatMap((tally) => (tally.round === round.id && tally.criterion) || []),
    );
    return [
      {
        id: round.id,
        number: round.number ?? '',
        title: texts(round.title),
        criteria: CRITERIA.filter((criterion) => counted.has(criterion)),
        openedAt: round.openedAt,
        ballots: each((c) => round.ballots?.[c] ?? 0),
        tallies: records.tally.flatMap((tally): ContentTally[] =>
          tally.round === round.id && tally.deficit && deficits.has(tally.deficit) && tally.criterion
            ? [
                {
                  id: tally.id,
                  deficit: tally.deficit,
                  criterion: tally.criterion,
                  counts: each((c) => coded(tally.counts?.[c] as Coded<StepCounts> | undefined)),
                },
              ]
            : [],
        ),
      },
    ];
  });
