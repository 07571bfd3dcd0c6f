import { useEffect, useRef } from 'react';
import { useCall, useMutate } from '../../app/calls.ts';

export type Readiness =
  | { readonly state: 'opening' | 'checking' | 'ready' }
  | { readonly state: 'read-only' | 'damaged' }
  | { readonly state: 'failed'; readonly error: unknown };

/** Opens a dossier where it is not open, and follows its check: nothing is handed over or merged before that. */
export function useReady(dossier: string): Readiness {
  const info = useCall('dossier.info', { dossier });
  const { mutate, error } = useMutate('library.open');
  const { refetch } = info;
  const tried = useRef(false);
  const isClosed = info.error?.error.code === 'dossier.not-open';
  useEffect(() => {
    if (!isClosed || tried.current) return;
    tried.current = true;
    mutate({ dossier }, { onSuccess: () => void refetch() });
  }, [isClosed, dossier, mutate, refetch]);

  if (error) return { state: 'failed', error };
  if (info.error && !isClosed) return { state: 'failed', error: info.error };
  if (!info.data) return { state: 'opening' };
  if (info.data.verification === 'failed' || info.data.readOnly === 'damaged') return { state: 'damaged' };
  if (info.data.readOnly) return { state: 'read-only' };
  return { state: info.data.verification === 'ok' ? 'ready' : 'checking' };
}
