import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { useMutate } from '../../app/calls.ts';
import { useErrorText } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { Edits, Members } from './record.tsx';

/** Makes a record at once; a failure is told in a toast and the answer is undefined. */
export function useCreate(dossierId: string): {
  readonly create: (type: EditableType, members: Edits) => Promise<RecordView | undefined>;
  readonly isPending: boolean;
} {
  const { t } = useTranslation('editing');
  const errorText = useErrorText();
  const { mutateAsync, isPending } = useMutate('record.create');
  return {
    isPending,
    create: async (type, members) => {
      try {
        return await mutateAsync({ dossier: dossierId, type, members: members as Members });
      } catch (failure) {
        const { what, do: next } = errorText(failure);
        showToast({ tone: 'bad', text: `${t('notCreated')} ${what} ${next}` });
        return undefined;
      }
    },
  };
}
