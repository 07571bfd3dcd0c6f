import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/states.tsx';
import { announce, showToast } from '../../ui/toasts.ts';
import { useCall, useMutate } from '../calls.ts';

export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo and redo of one's own steps; the ledger keeps both, nothing is taken out. */
export function useUndo(dossierId: string | undefined): Undo {
  const { t } = useTranslation('shell');
  const errorText = useErrorText();
  const state = useCall('undo.state', { dossier: dossierId ?? '' }, { enabled: dossierId !== undefined });
  const undoing = useMutate('undo.undo');
  const redoing = useMutate('undo.redo');
  const failed = useCallback(
    (error: unknown) => {
      const { what, do: next } = errorText(error);
      showToast({ tone: 'bad', text: `${what} ${next}` });
    },
    [errorText],
  );
  const { mutate: runUndo } = undoing;
  const { mutate: runRedo } = redoing;
  const canUndo = Boolean(state.data?.undo) && !undoing.isPending;
  const canRedo = Boolean(state.data?.redo) && !redoing.isPending;
  return useMemo(
    () => ({
      canUndo,
      canRedo,
      undo: () => {
        if (dossierId && canUndo)
          runUndo({ dossier: dossierId }, { onSuccess: () => announce(t('undo.done')), onError: failed });
      },
      redo: () => {
        if (dossierId && canRedo)
          runRedo({ dossier: dossierId }, { onSuccess: () => announce(t('undo.redone')), onError: failed });
      },
    }),
    [canUndo, canRedo, dossierId, runUndo, runRedo, failed, t],
  );
}
