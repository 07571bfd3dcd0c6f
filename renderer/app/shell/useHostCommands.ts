import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { bridge } from '../../platform/index.ts';
import { navigate, paths } from '../router.ts';

/** Follows what the host itself asks: its menu, a file handed over, its end. Answers whether it has stopped. */
export function useHostCommands(dossierId: string | undefined, openKeys: () => void): boolean {
  const client = useQueryClient();
  const [isStopped, setStopped] = useState(false);
  useEffect(
    () =>
      bridge.subscribe((event) => {
        if (event.type !== 'command') return;
        switch (event.command) {
          case 'new':
          case 'open':
          case 'sample':
            // The library screen does these; `do` tells it which one is wanted.
            navigate(`${paths.library()}?do=${event.command}`);
            break;
          case 'library':
            navigate(paths.library());
            break;
          case 'export':
            if (dossierId) navigate(paths.section(dossierId, 'export'));
            break;
          case 'settings':
            navigate(dossierId ? paths.section(dossierId, 'settings') : paths.settings());
            break;
          case 'shortcuts':
            openKeys();
            break;
          case 'show':
            if (event.dossier) navigate(paths.section(event.dossier, 'overview'));
            break;
          case 'lost':
            void client.invalidateQueries();
            break;
          case 'stopped':
            setStopped(true);
            break;
        }
      }),
    [client, dossierId, openKeys],
  );
  return isStopped;
}
