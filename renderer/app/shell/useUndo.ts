import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/states.tsx';
import { announce, showToast } from '../../ui/toasts.ts';
import { CallFailure, useCall, useMutate } from '../calls.ts';

export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * Undo and redo of one's own steps; the ledger keeps both, nothing is taken out. The host knows whether there is a
 * step, the page only a moment later: the keys ask it, and what is known here says what the buttons offer.
 */
export function useUndo(dossierId: string | undefined): Undo {
  const { t } = useTranslation('shell');
  const errorText = useErrorText();
  const state = useCall('undo.state', { dossier: dossierId ?? '' }, { enabled: dossierId !== undefined });
  const undoing = useMutate('undo.undo');
  const redoing = useMutate('undo.redo');
  const failed = useCallback(
    (error: unknown) => {
      if (error instanceof CallFailure && error.error.code === 'undo.nothing') return;
      const { what, do: next } = errorText(error);
      showToast({ tone: 'bad', text: `${what} ${next}` });
    },
    [errorText],
  );
  const { mutate: runUndo } = undoing;
  const { mutate: runRedo } = redoing;
  const isUndoing = undoing.isPending;
  const isRedoing = redoing.isPending;
  const canUndo = Boolean(state.data?.undo) && !isUndoing;
  const canRedo = Boolean(state.data?.redo) && !isRedoing;
  return useMemo(
    () => ({
      canUndo,
      canRedo,
      undo: () => {
        if (dossierId && !isUndoing)
          runUndo({ dossier: dossierId }, { onSuccess: () => announce(t('undo.done')), onError: failed });
      },
      redo: () => {
        if (dossierId && !isRedoing)
          runRedo({ dossier: dossierId }, { onSuccess: () => announce(t('undo.redone')), onError: failed });
      },
    }),
    [canUndo, canRedo, isUndoing, isRedoing, dossierId, runUndo, runRedo, failed, t],
  );
}
