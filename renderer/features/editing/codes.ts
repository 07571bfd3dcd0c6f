import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, type Labels, type Lang, pick } from '../../../shared/domain/languages.ts';
import {
  type Codelist,
  type CodelistItem,
  codelist,
  type LargeCodelists,
  type LargeName,
  labelOf,
  loadCodelist,
  type SmallName,
} from '../../../shared/reference/index.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useLang } from '../../i18n/useFormat.ts';
import type { Option } from '../../ui/Select.tsx';

export const AREA_CODES = ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'] as const;
export const FUNCTIONAL_AREAS = ['FA1', 'FA2', 'FA3', 'FA4'] as const;

/** The name of an area: the dossier's own, else that of the founding text. */
export function useAreaName(): (area: string | null | undefined) => string {
  const { t } = useTranslation('editing');
  const lang = useLang();
  const { areaLabels } = useDossier();
  return useCallback(
    (area) =>
      area
        ? (pick(areaLabels[area] as Labels | undefined, lang)?.value ?? labelOf('thematic-areas', area, lang))
        : t('noArea'),
    [areaLabels, lang, t],
  );
}

/** One code as an option, found by its names in every language. */
export const optionOf = ({ id, labels }: CodelistItem, lang: Lang): Option => ({
  id,
  label: labels[lang],
  also: LANGS.filter((other) => other !== lang).map((other) => labels[other]),
});
const optionsIn = (list: Codelist, lang: Lang): Option[] => list.items.map((item) => optionOf(item, lang));

/** A small codelist as options, in the order of the list. */
export function useOptions(name: SmallName): readonly Option[] {
  const lang = useLang();
  return useMemo(() => optionsIn(codelist(name), lang), [name, lang]);
}

/** A large codelist, undefined until its module has come. */
export function useLarge<N extends LargeName>(name: N): LargeCodelists[N] | undefined {
  const [list, setList] = useState<LargeCodelists[N]>();
  useEffect(() => {
    let isHere = true;
    void loadCodelist(name).then((loaded) => isHere && setList(() => loaded as LargeCodelists[N]));
    return () => {
      isHere = false;
    };
  }, [name]);
  return list;
}

const NO_OPTIONS: readonly Option[] = [];

export function useInstrumentOptions(): readonly Option[] {
  const lang = useLang();
  const list = useLarge('instruments');
  return useMemo(() => (list ? optionsIn(list, lang) : NO_OPTIONS), [list, lang]);
}

/** Targets alone: strategies and deficits are coded to targets, evidence to indicators. */
export function useTargetOptions(): readonly Option[] {
  const lang = useLang();
  const list = useLarge('sdg');
  return useMemo(
    () =>
      list
        ? list.items.filter(({ level }) => level === 'target').map((item) => optionOf(item, lang))
        : NO_OPTIONS,
    [list, lang],
  );
}
