import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierInfo } from '../../shared/contract/index.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { useCall, useMutate } from './calls.ts';

/** What is counted in a dossier: most changes change it. */
export type DossierTallies = Pick<DossierInfo, 'counts' | 'withdrawn' | 'conflicts' | 'gaps'>;
/** What a dossier is: seldom another. */
export type DossierFacts = Omit<DossierInfo, keyof DossierTallies>;

// Apart, so that one more entry of the record does not draw everything that needs to know a language.
const DossierContext = createContext<DossierFacts | undefined>(undefined);
const TalliesContext = createContext<DossierTallies | undefined>(undefined);

/** What the shell and every screen know of the open dossier. */
export function useDossier(): DossierFacts {
  const info = useContext(DossierContext);
  if (!info) throw new Error('useDossier outside a dossier');
  return info;
}
export const useOptionalDossier = (): DossierFacts | undefined => useContext(DossierContext);
export const useOptionalTallies = (): DossierTallies | undefined => useContext(TalliesContext);

/** Parts that say the same keep their identity in the cache: only where one of them is another are the facts so. */
function useFacts(info: DossierInfo | undefined): DossierFacts | undefined {
  const held = useRef<DossierFacts>(undefined);
  return useMemo(() => {
    if (!info) return undefined;
    const { counts: _, withdrawn: _w, conflicts: _c, gaps: _g, ...facts } = info;
    const before = held.current;
    const isSame =
      before && (Object.keys(facts) as (keyof DossierFacts)[]).every((key) => before[key] === facts[key]);
    if (!isSame) held.current = facts;
    return held.current;
  }, [info]);
}

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

  const facts = useFacts(info.data);
  if (facts)
    return (
      <DossierContext value={facts}>
        <TalliesContext value={info.data}>{children}</TalliesContext>
      </DossierContext>
    );
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
