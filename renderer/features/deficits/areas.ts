import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Labels, pick } from '../../../shared/domain/languages.ts';
import { labelOf } from '../../../shared/reference/index.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useLang } from '../../i18n/useFormat.ts';
import { AREA_CODES, type AreaCode } from './codes.ts';

const isArea = (code: string): code is AreaCode => (AREA_CODES as readonly string[]).includes(code);

export interface AreaNames {
  /** The name in full: the dossier's own, else that of the founding text. */
  readonly full: (area: string | null | undefined) => string;
  /** For tiles and narrow places. */
  readonly short: (area: string | null | undefined) => string;
}

export function useAreaNames(): AreaNames {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const { areaLabels } = useDossier();
  const own = useCallback(
    (area: string): string | undefined => pick(areaLabels[area] as Labels | undefined, lang)?.value,
    [areaLabels, lang],
  );
  const full = useCallback(
    (area: string | null | undefined): string =>
      area ? (own(area) ?? labelOf('thematic-areas', area, lang)) : t('area.none'),
    [own, lang, t],
  );
  const short = useCallback(
    (area: string | null | undefined): string =>
      area && isArea(area) ? (own(area) ?? t(`area.${area}`)) : full(area),
    [own, full, t],
  );
  // Columns are made of these: a new object would draw every row anew.
  return useMemo(() => ({ full, short }), [full, short]);
}
