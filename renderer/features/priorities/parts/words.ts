import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoredDeficit } from '../../../../shared/contract/index.ts';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import type { Scale } from '../../../../shared/domain/scales.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useCall } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';

export const AREA_CODES = ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'] as const;

/** What has been stated, those furthest apart on a scale first. */
export const useStated = (dossier: string, by: Scale | 'any') =>
  useCall('scoring.stated', { dossier, by }, { recordTypes: ['deficit', 'evidence'], keepPrevious: true });

/** The deficits of one round; asked for once by all parts of its screen. */
export const useScored = (dossier: string, round: string | undefined) =>
  useCall(
    'scoring.deficits',
    { dossier, round: round ?? '' },
    { recordTypes: ['deficit', 'round', 'tally'], enabled: round !== undefined },
  );

export interface DeficitNames {
  /** `D-001`. */
  readonly reference: (id: string) => string;
  readonly title: (id: string) => string;
  readonly row: (id: string) => ScoredDeficit | undefined;
}

export function useDeficitNames(scored: readonly ScoredDeficit[] | undefined): DeficitNames {
  const lang = useLang();
  return useMemo(() => {
    const rows = new Map((scored ?? []).map((row) => [row.id, row]));
    return {
      row: (id) => rows.get(id),
      reference: (id) => `D-${rows.get(id)?.number ?? '···'}`,
      title: (id) => pick(rows.get(id)?.title, lang)?.value.text ?? '',
    };
  }, [scored, lang]);
}

/** Short names for the heads of narrow columns: the dossier's own, else the usual ones. */
export function useAreaName(): (area: (typeof AREA_CODES)[number]) => string {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const { areaLabels } = useDossier();
  return useCallback(
    (area) => pick(areaLabels[area] as Labels | undefined, lang)?.value ?? t(`area.${area}`),
    [areaLabels, lang, t],
  );
}

/** Words of a codelist in the reader's language. */
export function useCodeWord(list: 'prevalence' | 'evidence-strength'): (code: string) => string {
  const lang = useLang();
  return useCallback((code) => labelOf(list, code, lang), [list, lang]);
}

/** The four steps as figures of the reader. */
export function useSteps(): readonly [string, string, string, string] {
  const { count } = useFormat();
  return useMemo(() => [count(1), count(2), count(3), count(4)], [count]);
}
