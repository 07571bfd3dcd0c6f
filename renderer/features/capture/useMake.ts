import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, RecordView } from '../../../shared/contract/index.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { invoke } from '../../app/calls.ts';
import { asAppError } from '../../ui/states.tsx';
import { announce } from '../../ui/toasts.ts';
import { type Card, membersOf } from './card.ts';

/** Makes the deficit of a card in one step: afterwards it is there whole, or the card is as it was. */
export function useMake(dossier: string, onMade: (id: string) => void) {
  const { t } = useTranslation('capture');
  const [state, setState] = useState<{ readonly isPending: boolean; readonly error?: unknown }>({
    isPending: false,
  });
  const isBusy = useRef(false);
  const make = useCallback(
    async (card: Card, lang: Lang, session: string | undefined): Promise<boolean> => {
      if (isBusy.current) return false;
      isBusy.current = true;
      setState({ isPending: true });
      try {
        const members = membersOf(card, lang, session) as Input<'record.create'>['members'];
        const ask = { dossier, type: 'deficit', id: card.id } as const;
        const view = (await invoke('record.create', { ...ask, members }).catch((thrown: unknown) => {
          // Written already, by a call whose answer never came.
          if (asAppError(thrown).code === 'record.exists') return invoke('record.get', ask);
          throw thrown;
        })) as RecordView<'deficit'>;
        onMade(card.id);
        announce(t('made', { ref: `D-${view.record.number}` }));
        setState({ isPending: false });
        return true;
      } catch (error) {
        setState({ isPending: false, error });
        return false;
      } finally {
        isBusy.current = false;
      }
    },
    [dossier, onMade, t],
  );
  return { make, ...state };
}
