import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, RegisterRow } from '../../../../shared/contract/index.ts';
import { invoke, useCall } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import type { GridItem } from '../../../ui/grid/types.ts';

const PAGE = 100;
const FOLLOWED = { recordTypes: ['deficit'] };

/**
 * The deficits that may be scored, under a search and an area, in pages read as they come into view. The register
 * leaves out what is in the bin and what was joined into another. `firstPage` holds all there are where they are few.
 */
export function useChoices(dossier: string, search: string, area: string | undefined) {
  const lang = useLang();
  const ask: Omit<Input<'register.window'>, 'offset'> = {
    dossier,
    lang,
    filter: {
      ...(search && { search: search.slice(0, 200) }),
      ...(area && { area: area as NonNullable<Input<'register.window'>['filter']['area']> }),
    },
    sort: 'number',
    descending: false,
    limit: PAGE,
  };
  const first = useCall('register.window', { ...ask, offset: 0 }, { ...FOLLOWED, keepPrevious: true });
  const [shown, setShown] = useState<readonly [number, number]>([0, 0]);
  const onVisible = useCallback((from: number, to: number) => {
    const [low, high] = [Math.floor(from / PAGE), Math.floor(to / PAGE)];
    setShown((now) => (now[0] === low && now[1] === high ? now : [low, high]));
  }, []);
  // What an earlier search found says nothing about where the rows of this one are.
  const wanted = first.isPlaceholderData ? [] : [...new Set(shown)].filter((page) => page > 0);
  const pages = useQueries({
    queries: wanted.map((page) => {
      const input = { ...ask, offset: page * PAGE };
      return {
        queryKey: ['register.window', input],
        queryFn: () => invoke('register.window', input),
        meta: FOLLOWED,
      };
    }),
    combine: (results) => results.map(({ data }) => data),
  });
  const itemAt = (index: number): GridItem<RegisterRow> | undefined => {
    const page = Math.floor(index / PAGE);
    const window = page === 0 ? first.data : pages[wanted.indexOf(page)];
    const row = window?.rows[index % PAGE];
    return row && { kind: 'row', key: row.id, row };
  };
  return {
    ...first,
    total: first.data?.total ?? 0,
    firstPage: first.data?.rows ?? [],
    rows: [first.data, ...pages].flatMap((window) => window?.rows ?? []),
    itemAt,
    onVisible,
  };
}
