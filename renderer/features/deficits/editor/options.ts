import { useMemo } from 'react';
import { useLang } from '../../../i18n/useFormat.ts';
import type { Option } from '../../../ui/Select.tsx';
import { optionOf, useLarge } from '../../editing/index.ts';

export { useInstrumentOptions, useOptions } from '../../editing/index.ts';

const NONE: readonly Option[] = [];

export function useIndicatorOptions(): readonly Option[] {
  const lang = useLang();
  const list = useLarge('indicators');
  return useMemo(() => (list ? list.items.map((item) => optionOf(item, lang)) : NONE), [list, lang]);
}

/** Targets or indicators of the goals. An indicator counted under several goals is listed once for each. */
export function useSdgOptions(wanted: 'target' | 'indicator'): readonly Option[] {
  const lang = useLang();
  const list = useLarge('sdg');
  return useMemo(
    () =>
      list ? list.items.filter(({ level }) => level === wanted).map((item) => optionOf(item, lang)) : NONE,
    [list, lang, wanted],
  );
}
