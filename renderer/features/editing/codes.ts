import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import { LANGS, type Labels, type Lang, pick } from '../../../shared/domain/languages.ts';
import type { NationalCode } from '../../../shared/domain/records/index.ts';
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
import { areaOfSubTopic, parentsOf } from '../../../shared/reference/national.ts';
import { useCall } from '../../app/calls.ts';
import { useDossier, useOptionalDossier } from '../../app/dossier.tsx';
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

/** The lists to which a country may add codes of its own, and the list of this product that each adds to. */
export const NATIONAL_LISTS = {
  'sub-topics': 'thematic-areas',
  'affected-groups': 'affected-groups',
  grounds: 'grounds',
  sectors: 'sectors',
} as const satisfies { readonly [list: string]: SmallName };
export type NationalList = keyof typeof NATIONAL_LISTS;
const nationalListOf = (name: SmallName): NationalList | undefined =>
  (Object.keys(NATIONAL_LISTS) as NationalList[]).find((list) => NATIONAL_LISTS[list] === name);

/** The codes that this country added to a list; none outside a dossier. */
export function useNationalCodes(list: NationalList | undefined): readonly NationalCode[] {
  const dossier = useOptionalDossier()?.dossier;
  const { data } = useCall(
    'record.list',
    { dossier: dossier ?? '', type: 'nationalCode', limit: 5000 },
    { recordTypes: ['nationalCode'], enabled: dossier !== undefined && list !== undefined },
  );
  return useMemo(() => {
    const views = (data ?? []) as readonly RecordView<'nationalCode'>[];
    return views.map(({ record }) => record).filter((record) => record.list === list && record.code);
  }, [data, list]);
}

/** The area of a sub-topic, of one that this country added as well. */
export function useAreaOfSubTopic(): (subTopic: string) => string | undefined {
  const national = useNationalCodes('sub-topics');
  return useMemo(() => {
    const own = parentsOf('sub-topics', national);
    return (subTopic) => areaOfSubTopic(subTopic, own);
  }, [national]);
}

/** The word for a code of a list, also for one that this country added; the code itself where nobody knows it. */
export function useCodeLabel(name: SmallName): (code: string) => string {
  const lang = useLang();
  const national = useNationalCodes(nationalListOf(name));
  return useMemo(() => {
    const own = new Map(national.map(({ code, label }) => [code, pick(label, lang)?.value.text]));
    return (code) => own.get(code) ?? labelOf(name, code, lang);
  }, [name, national, lang]);
}

/** A small codelist as options, in the order of the list; what this country added stands under its parent. */
export function useOptions(name: SmallName): readonly Option[] {
  const { t } = useTranslation('editing');
  const lang = useLang();
  const national = useNationalCodes(nationalListOf(name));
  return useMemo(() => {
    const options = optionsIn(codelist(name), lang);
    for (const { code, parent, label } of national) {
      const place = options.findIndex(({ id }) => id === parent);
      const under = options[place]?.label;
      options.splice(place < 0 ? options.length : place + 1, 0, {
        id: code as string,
        label: pick(label, lang)?.value.text ?? (code as string),
        hint: under === undefined ? t('national') : t('nationalUnder', { parent: under }),
        also: LANGS.flatMap((other) => label?.[other]?.text ?? []),
      });
    }
    return options;
  }, [name, lang, national, t]);
}

/** A large codelist, undefined until its module has come; it is not fetched where it is not wanted. */
export function useLarge<N extends LargeName>(name: N, isWanted = true): LargeCodelists[N] | undefined {
  const [list, setList] = useState<LargeCodelists[N]>();
  useEffect(() => {
    if (!isWanted) return;
    let isHere = true;
    void loadCodelist(name).then((loaded) => isHere && setList(() => loaded as LargeCodelists[N]));
    return () => {
      isHere = false;
    };
  }, [name, isWanted]);
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
