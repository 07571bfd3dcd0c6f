import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Constituency } from '../../../shared/domain/codes.ts';
import { type Labels, pick } from '../../../shared/domain/languages.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useLang } from '../../i18n/useFormat.ts';

export type ConstituencyNames = { readonly [C in Constituency]: string };

/** What this country calls the three constituencies; the usual names where the dossier has none of its own. */
export function useConstituencyNames(): ConstituencyNames {
  const { t } = useTranslation('ui');
  const lang = useLang();
  const { constituencyLabels } = useDossier();
  return useMemo(() => {
    const name = (seat: Constituency): string =>
      pick(constituencyLabels[seat] as Labels | undefined, lang)?.value ?? t(`seat.${seat}`);
    return { G: name('G'), E: name('E'), W: name('W') };
  }, [constituencyLabels, lang, t]);
}
