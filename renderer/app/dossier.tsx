import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierInfo } from '../../shared/contract/index.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { useCall, useMutate } from './calls.ts';

const DossierContext = createContext<DossierInfo | undefined>(undefined);

/** What the shell and every screen know of the open dossier. */
export function useDossier(): DossierInfo {
  const info = useContext(DossierContext);
  if (!info) throw new Error('useDossier outside a dossier');
  return info;
}
export const useOptionalDossier = (): DossierInfo | undefined => useContext(DossierContext);

/** Reads the dossier of the address; one that is not open yet (a reload after a restart) is opened first. */
export function DossierProvider({
  dossierId,
  children,
  frame,
}: {
  readonly dossierId: string;
  readonly children: ReactNode;
  /** Draws the shell around what stands for the screen meanwhile. */
  readonly frame: (content: ReactNode) => ReactNode;
}) {
  const { t } = useTranslation('shell');
  const info = useCall('dossier.info', { dossier: dossierId });
  const open = useMutate('library.open');
  const tried = useRef<string>(undefined);
  const isClosed = info.error?.error.code === 'dossier.not-open';
  const { mutate } = open;
  const { refetch } = info;
  useEffect(() => {
    if (!isClosed || tried.current === dossierId) return;
    tried.current = dossierId;
    mutate({ dossier: dossierId }, { onSuccess: () => void refetch() });
  }, [isClosed, dossierId, mutate, refetch]);

  if (info.data) return <DossierContext value={info.data}>{children}</DossierContext>;
  const error = isClosed ? open.error : info.error;
  const title = <h1 className="visually-hidden">{t('screen.library')}</h1>;
  return frame(
    error ? (
      <div className="screen">
        {title}
        <ErrorState
          error={error}
          onRetry={() => {
            tried.current = undefined;
            open.reset();
            void refetch();
          }}
        />
      </div>
    ) : (
      <div className="screen">
        {title}
        <Skeleton lines={6} />
      </div>
    ),
  );
}
