import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DossierInfo } from '../../../shared/contract/index.ts';
import { invoke } from '../../app/calls.ts';
import { navigate, paths } from '../../app/router.ts';
import { pickFile } from '../../platform/index.ts';

/** What is being opened: one of the four ways in, or a dossier of the list by its id. */
export type Way = 'sample' | 'file' | 'package' | (string & {});

export interface Opening {
  readonly pending: Way | undefined;
  readonly failed: { readonly way: Way; readonly error: unknown } | undefined;
  readonly openSample: () => void;
  readonly openFile: () => void;
  readonly importPackage: () => void;
  readonly openDossier: (dossier: string) => void;
  readonly dismiss: () => void;
}

/** Forgets what was read of a dossier that has been closed or replaced, so that it is read anew. */
export function useForgetAnswers(): (dossier: string) => void {
  const client = useQueryClient();
  return useCallback(
    (dossier) =>
      client.removeQueries({
        predicate: ({ queryKey: [, input] }) =>
          typeof input === 'object' && input !== null && 'dossier' in input && input.dossier === dossier,
      }),
    [client],
  );
}

/** The ways into a dossier, one at a time; each ends on its overview, or in an error on this screen. */
export function useOpening(): Opening {
  const [pending, setPending] = useState<Way>();
  const [failed, setFailed] = useState<Opening['failed']>();
  const run = useCallback(async (way: Way, open: () => Promise<DossierInfo | null>): Promise<void> => {
    setPending(way);
    setFailed(undefined);
    try {
      const info = await open();
      if (info) navigate(paths.section(info.dossier, 'overview'));
    } catch (error) {
      setFailed({ way, error });
    } finally {
      setPending(undefined);
    }
  }, []);
  const openSample = useCallback(() => void run('sample', () => invoke('library.openDemo', {})), [run]);
  const openFile = useCallback(
    () =>
      void run('file', async () => {
        const file = await pickFile('dossier');
        return file && invoke('library.open', { uploadId: file.uploadId });
      }),
    [run],
  );
  const importPackage = useCallback(
    () =>
      void run('package', async () => {
        const file = await pickFile('package');
        return file && invoke('library.importPackage', { uploadId: file.uploadId });
      }),
    [run],
  );
  const openDossier = useCallback(
    (dossier: string) => void run(dossier, () => invoke('library.open', { dossier })),
    [run],
  );
  const dismiss = useCallback(() => setFailed(undefined), []);
  return { pending, failed, openSample, openFile, importPackage, openDossier, dismiss };
}
