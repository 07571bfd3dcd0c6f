import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type {
  Input,
  RegisterFacets,
  RegisterRow,
  RegisterWindow,
} from '../../../../shared/contract/index.ts';
import { PRIORITY_BANDS, type RegisterGroup } from '../../../../shared/domain/register.ts';
import { invoke, useCall } from '../../../app/calls.ts';
import { AREA_CODES } from '../codes.ts';
import { OUTCOMES } from './address.ts';
import {
  indexIn,
  lengthOf,
  PAGE,
  type Page,
  pagesBetween,
  placeAt,
  placeSegments,
  type Segment,
} from './windows.ts';

export type Ask = Omit<Input<'register.window'>, 'offset' | 'limit'>;
/** The groups there are, in the order in which they are shown. */
const GROUPS: { readonly [G in RegisterGroup]: readonly string[] } = {
  area: [...AREA_CODES, 'none'],
  outcome: OUTCOMES,
  priority: PRIORITY_BANDS,
};

/** Rows beyond the screen that are read ahead. */
const AHEAD = 30;
/** A row follows its deficit, the strategies that answer it, its evidence, and the rule of the dossier. */
const FOLLOWED = ['deficit', 'evidence', 'strategy', 'dossier'];
/** What was known at a moment of the past changes no more. */
export const followedAt = (asOf: number | undefined): readonly string[] =>
  asOf === undefined ? FOLLOWED : [];

export type Item =
  | { readonly kind: 'head'; readonly group: string; readonly rows: number; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly row: RegisterRow };

export interface RegisterView {
  /** Rows under the filters; undefined before the first answer. */
  readonly total: number | undefined;
  readonly count: number;
  /** Undefined while its page is being read. */
  readonly itemAt: (index: number) => Item | undefined;
  readonly indexOf: (id: string) => number | undefined;
  readonly onVisible: (first: number, last: number) => void;
  /** Shows what an earlier filter found while this one is asked. */
  readonly isStale: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

const dataOf = (results: readonly { readonly data?: RegisterWindow | undefined }[]) =>
  results.map(({ data }) => data);

/**
 * The register in pages of 100 rows, read as they come into view. Ungrouped, the first page brings the total
 * with it, so one call shows the first rows. Grouped, every group is a register of its own under its filter and
 * the facets tell how long each is; rows of closed groups are never read.
 */
export function useRegister({
  ask,
  facets,
  group,
  closed,
  pinned,
}: {
  readonly ask: Ask;
  readonly facets: RegisterFacets | undefined;
  readonly group: RegisterGroup | undefined;
  readonly closed: ReadonlySet<string>;
  /** An index whose neighbours are wanted even off screen. */
  readonly pinned: number | undefined;
}): RegisterView {
  const isGrouped = group !== undefined;
  const recordTypes = followedAt(ask.asOf);
  const first = useCall(
    'register.window',
    { ...ask, offset: 0, limit: PAGE },
    { enabled: !isGrouped, keepPrevious: true, recordTypes },
  );
  const flatTotal = first.data?.total ?? 0;
  const segments = useMemo<readonly Segment[]>(() => {
    if (group === undefined)
      return placeSegments([{ key: '', hasHead: false, isOpen: true, rows: flatTotal }]);
    const chosen = ask.filter[group];
    return placeSegments(
      GROUPS[group]
        .filter((key) => chosen === undefined || chosen === key)
        .map((key) => ({
          key,
          hasHead: true,
          isOpen: !closed.has(key),
          rows: (facets?.[group] as { readonly [key: string]: number } | undefined)?.[key] ?? 0,
        }))
        .filter(({ rows }) => rows > 0),
    );
  }, [group, flatTotal, facets, closed, ask.filter]);
  const count = segments.reduce((sum, segment) => sum + lengthOf(segment), 0);

  const [visible, setVisible] = useState({ first: 0, last: PAGE - 1 });
  // Told at every frame of a scroll, but only another run of pages is news: everything else stays as drawn.
  const onVisible = useCallback((from: number, to: number) => {
    const first = Math.floor((from - AHEAD) / PAGE) * PAGE;
    const last = Math.ceil((to + AHEAD) / PAGE) * PAGE - 1;
    setVisible((now) => (now.first === first && now.last === last ? now : { first, last }));
  }, []);
  const isStale = first.isPlaceholderData && !isGrouped;
  const pages = useMemo<readonly Page[]>(() => {
    // What an earlier filter found says nothing about where the rows of this one are.
    if (isStale) return [];
    const wanted = pagesBetween(segments, visible.first, visible.last);
    if (pinned !== undefined) {
      for (const page of pagesBetween(segments, pinned - 1, pinned + 1))
        if (!wanted.some((one) => one.segment === page.segment && one.page === page.page)) wanted.push(page);
    }
    return wanted.filter(({ segment, page }) => segment !== '' || page > 0);
  }, [segments, visible, pinned, isStale]);
  const answers = useQueries({
    queries: pages.map(({ segment, page }) => {
      const input: Input<'register.window'> = {
        ...ask,
        filter: group === undefined ? ask.filter : ({ ...ask.filter, [group]: segment } as Ask['filter']),
        offset: page * PAGE,
        limit: PAGE,
      };
      return {
        queryKey: ['register.window', input] as const,
        queryFn: () => invoke('register.window', input),
        meta: { recordTypes },
      };
    }),
    combine: dataOf,
  });

  const rows = useMemo(() => {
    const known = new Map<string, readonly RegisterRow[]>();
    if (!isGrouped && first.data) known.set(':0', first.data.rows);
    pages.forEach(({ segment, page }, i) => {
      const answer = answers[i];
      if (answer) known.set(`${segment}:${page}`, answer.rows);
    });
    return known;
  }, [first.data, pages, answers, isGrouped]);

  const itemAt = useCallback(
    (index: number): Item | undefined => {
      const place = placeAt(segments, index);
      if (!place) return undefined;
      const { segment } = place;
      if (place.kind === 'head')
        return { kind: 'head', group: segment.key, rows: segment.rows, isOpen: segment.isOpen };
      const row = rows.get(`${segment.key}:${Math.floor(place.offset / PAGE)}`)?.[place.offset % PAGE];
      return row && { kind: 'row', row };
    },
    [segments, rows],
  );
  const places = useMemo(() => {
    const found = new Map<string, number>();
    for (const [key, page] of rows) {
      const cut = key.lastIndexOf(':');
      const segment = segments.find((one) => one.key === key.slice(0, cut));
      const from = Number(key.slice(cut + 1)) * PAGE;
      if (segment) page.forEach((row, i) => void found.set(row.id, indexIn(segment, from + i)));
    }
    return found;
  }, [rows, segments]);
  const indexOf = useCallback((id: string) => places.get(id), [places]);
  const { refetch } = first;

  return {
    total: isGrouped ? facets && segments.reduce((sum, segment) => sum + segment.rows, 0) : first.data?.total,
    count,
    itemAt,
    indexOf,
    onVisible,
    isStale,
    error: first.error,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}
