import { useMemo } from 'react';
import type { Lang } from '../../../../shared/domain/languages.ts';
import { type Codelist, codelist, type SmallName } from '../../../../shared/reference/index.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import type { Option } from '../../../ui/Select.tsx';
import { useLarge } from '../parts/useLarge.ts';

const optionsIn = (list: Codelist, lang: Lang): Option[] =>
  list.items.map((item) => ({ id: item.id, label: item.labels[lang] }));

/** A small codelist as options, in the order of the list. */
export function useOptions(name: SmallName): readonly Option[] {
  const lang = useLang();
  return useMemo(() => optionsIn(codelist(name), lang), [name, lang]);
}

const NONE: readonly Option[] = [];

export function useInstrumentOptions(): readonly Option[] {
  const lang = useLang();
  const list = useLarge('instruments');
  return useMemo(() => (list ? optionsIn(list, lang) : NONE), [list, lang]);
}

export function useIndicatorOptions(): readonly Option[] {
  const lang = useLang();
  const list = useLarge('indicators');
  return useMemo(() => (list ? optionsIn(list, lang) : NONE), [list, lang]);
}

/** Targets or indicators of the goals. An indicator counted under several goals is listed once for each. */
export function useSdgOptions(wanted: 'target' | 'indicator'): readonly Option[] {
  const lang = useLang();
  const list = useLarge('sdg');
  return useMemo(
    () =>
      list
        ? list.items
            .filter(({ level }) => level === wanted)
            .map(({ id, labels }) => ({ id, label: labels[lang] }))
        : NONE,
    [list, lang, wanted],
  );
}
