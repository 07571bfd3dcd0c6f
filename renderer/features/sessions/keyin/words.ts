import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speaker } from '../../../../shared/domain/floor/constants.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** What this country calls the seats, and what is timed apart from them. */
export function useSpeakerNames(): { readonly [S in Speaker]: string } {
  const { t } = useTranslation(['sessions', 'ui']);
  const names = useConstituencyNames();
  return useMemo(
    () => ({
      ...names,
      invited: t('ui:seat.invited'),
      chair: t('apart.chair'),
      ceremony: t('apart.ceremony'),
      interpretation: t('apart.interpretation'),
    }),
    [names, t],
  );
}
