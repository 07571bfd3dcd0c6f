import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import type { Seat } from '../../../shared/domain/codes.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { type Lang, pick } from '../../../shared/domain/languages.ts';
import type { Participant } from '../../../shared/domain/records/index.ts';
import { useDossier } from '../../app/dossier.tsx';
import { useLang } from '../../i18n/useFormat.ts';
import { SEATS } from '../../ui/constituency.tsx';
import type { Option } from '../../ui/Select.tsx';
import { useConstituencyNames } from '../positions/index.ts';

export const SEXES = ['F', 'M', 'X'] as const;
export const STANDINGS = ['titular', 'alternate', 'adviser'] as const;

/** What this country calls the seats. */
export function useSeatNames(): { readonly [S in Seat]: string } {
  const { t } = useTranslation('ui');
  const names = useConstituencyNames();
  return useMemo(() => ({ ...names, invited: t('seat.invited') }), [names, t]);
}

export function useSeatOptions(): readonly Option<Seat>[] {
  const names = useSeatNames();
  return useMemo(() => SEATS.map((id) => ({ id, label: names[id] })), [names]);
}

export function useSexOptions(): readonly Option[] {
  const { t } = useTranslation('participants');
  return useMemo(() => SEXES.map((id) => ({ id, label: t(`sex.${id}`) })), [t]);
}

export function useSexWord(): (sex: Participant['sex']) => string {
  const { t } = useTranslation(['participants', 'ui']);
  return useCallback(
    (sex) =>
      sex === undefined
        ? t('ui:missing.not-asked')
        : isMissing(sex)
          ? t(`ui:missing.${sex.missing}`)
          : t(`sex.${sex}`),
    [t],
  );
}

/** Organizations by the name the reader knows. */
export function useOrganizationNames(
  views: readonly RecordView<'organization'>[] | undefined,
): (id: string | undefined) => string | undefined {
  const { t } = useTranslation('participants');
  const lang = useLang();
  const names = useMemo(
    () =>
      new Map<string, string>(
        (views ?? []).map(({ record }) => [
          record.id,
          pick(record.name, lang)?.value.text ?? record.acronym ?? t('organization.unnamed'),
        ]),
      ),
    [views, lang, t],
  );
  return useCallback((id) => (id === undefined ? undefined : names.get(id)), [names]);
}

/** The language in which a text is entered where there is room for one only. */
export function useEntryLanguage(): Lang {
  const { languages } = useDossier();
  const lang = useLang();
  return languages.includes(lang) ? lang : (languages[0] ?? lang);
}
