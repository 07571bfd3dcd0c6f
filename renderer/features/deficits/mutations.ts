import { useTranslation } from 'react-i18next';
import { useMutate } from '../../app/calls.ts';
import { navigate, paths } from '../../app/router.ts';
import { useErrorText } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { AreaCode } from './codes.ts';

/**
 * Makes a deficit at once and opens it: nothing has to be filled in first. Until somebody decides otherwise
 * only the secretariat reads it.
 */
export function useNewDeficit(dossierId: string): {
  readonly create: (area: AreaCode | undefined) => void;
  readonly isPending: boolean;
} {
  const { t } = useTranslation('deficits');
  const errorText = useErrorText();
  const make = useMutate('record.create');
  return {
    isPending: make.isPending,
    create: (area) =>
      make.mutate(
        {
          dossier: dossierId,
          type: 'deficit',
          members: { confidentiality: 'secretariat', ...(area && { area }) },
        },
        {
          onSuccess: (view) => navigate(paths.section(dossierId, 'deficits', view.record.id, { new: '1' })),
          onError: (error) => {
            const { what, do: next } = errorText(error);
            showToast({ tone: 'bad', text: `${t('notCreated')} ${what} ${next}` });
          },
        },
      ),
  };
}
