import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/calls.ts';
import { setQueryParam, useQueryParam } from '../../app/router.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import './library.css';
import type { Over } from './over.ts';
import { CopiesDialog } from './parts/CopiesDialog.tsx';
import { DossierList } from './parts/DossierList.tsx';
import { ForgetDialog } from './parts/ForgetDialog.tsx';
import { HandOverDialog } from './parts/HandOverDialog.tsx';
import { Hero } from './parts/Hero.tsx';
import { MergeDialog } from './parts/MergeDialog.tsx';
import { NewDialog } from './parts/NewDialog.tsx';
import { WaysIn } from './parts/WaysIn.tsx';
import { useOpening } from './useOpening.ts';

/** The start: what the application is, the ways into a dossier, and the dossiers this device knows. */
export function Screen() {
  const { t } = useTranslation('library');
  const { data, error, refetch } = useCall('library.list', {});
  const opening = useOpening();
  const [over, setOver] = useState<Over>();
  const close = useCallback(() => setOver(undefined), []);
  const openNew = useCallback(() => setOver({ dialog: 'new' }), []);
  useWanted({ new: openNew, open: opening.openFile, sample: opening.openSample });

  const { failed } = opening;
  const failedEntry = data?.entries.find(({ dossier }) => dossier === failed?.way);
  const restorable = failedEntry && failedEntry.copies > 0 ? failedEntry : undefined;
  return (
    <div className="screen library">
      <Hero />
      <WaysIn opening={opening} onNew={openNew} isFirst={data?.entries.length === 0} />
      {failed && (
        <ErrorState
          error={failed.error}
          action={
            <>
              {restorable && (
                <Button
                  onPress={() => {
                    opening.dismiss();
                    setOver({ dialog: 'copies', dossier: restorable.dossier, name: restorable.fileName });
                  }}
                >
                  {t('menu.copies')}
                </Button>
              )}
              <Button variant="quiet" onPress={opening.dismiss}>
                {t('dismiss')}
              </Button>
            </>
          }
        />
      )}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && <DossierList entries={data.entries} opening={opening} onOver={setOver} />}
      <p className="library-promise muted">
        {t('promise')} {data && <FolderLine folder={data.folder} />}
      </p>
      {over?.dialog === 'new' && <NewDialog onClose={close} />}
      {over?.dialog === 'copies' && <CopiesDialog dossier={over.dossier} name={over.name} onClose={close} />}
      {over?.dialog === 'forget' && <ForgetDialog dossier={over.dossier} name={over.name} onClose={close} />}
      {over?.dialog === 'handOver' && (
        <HandOverDialog dossier={over.dossier} name={over.name} onClose={close} />
      )}
      {over?.dialog === 'merge' && <MergeDialog dossier={over.dossier} name={over.name} onClose={close} />}
    </div>
  );
}

function FolderLine({ folder }: { readonly folder: string }) {
  const { t } = useTranslation('library');
  return (
    <>
      {t('folder')} <bdi dir="ltr">{folder}</bdi>
    </>
  );
}

/** Does once what the menu of the host asked for in the address. */
function useWanted(ways: {
  readonly new: () => void;
  readonly open: () => void;
  readonly sample: () => void;
}) {
  const wanted = useQueryParam('do');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish counts, not new functions
  useEffect(() => {
    if (!wanted) return;
    setQueryParam('do', undefined);
    if (wanted === 'new' || wanted === 'open' || wanted === 'sample') ways[wanted]();
  }, [wanted]);
}
