import { useMemo } from 'react';
import type { Confidentiality } from '../../../../shared/domain/codes.ts';
import { itemOf, labelOf } from '../../../../shared/reference/index.ts';
import { isWiderGround, parentsOf } from '../../../../shared/reference/national.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import type { Option } from '../../../ui/Select.tsx';
import { optionOf, useAreaOfSubTopic, useLarge, useNationalCodes, useOptions } from '../../editing/index.ts';
import { useAsksWiderGrounds } from '../queries.ts';
import { CONFIDENTIALITY_LEVELS } from '../register/address.ts';

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

/** The sub-topics of an area, of all of them without one; what this country added stands under its parent. */
export function useSubTopicOptions(area: string | null | undefined): readonly Option[] {
  const topics = useOptions('thematic-areas');
  const areaOf = useAreaOfSubTopic();
  return useMemo(
    () =>
      topics.filter(({ id }) => {
        const own = areaOf(id);
        return area ? own === area : own !== undefined;
      }),
    [topics, areaOf, area],
  );
}

/**
 * The grounds that may be chosen: of the wider ones none is offered where the dialogue does not ask about them, unless
 * it is among `kept`.
 */
export function useGroundOptions(
  dossierId: string,
  kept?: readonly string[],
): { readonly all: readonly Option[]; readonly offered: readonly Option[]; readonly asksWider: boolean } {
  const all = useOptions('grounds');
  const national = useNationalCodes('grounds');
  const asksWider = useAsksWiderGrounds(dossierId);
  const offered = useMemo(() => {
    if (asksWider) return all;
    const own = parentsOf('grounds', national);
    return all.filter(({ id }) => !isWiderGround(id, own) || kept?.includes(id));
  }, [all, national, asksWider, kept]);
  return { all, offered, asksWider };
}

/** The levels that a person may give, each with what it means. */
export function useLevelOptions(): readonly Option<Confidentiality>[] {
  const lang = useLang();
  return useMemo(
    () =>
      CONFIDENTIALITY_LEVELS.map((id) => ({
        id,
        label: labelOf('confidentiality-levels', id, lang),
        hint: itemOf('confidentiality-levels', id)?.help?.[lang],
      })),
    [lang],
  );
}
