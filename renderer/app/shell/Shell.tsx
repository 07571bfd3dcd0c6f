import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/toasts.ts';
import { useOptionalDossier } from '../dossier.tsx';
import { focusMain, rememberFocus } from '../keyboard/regions.ts';
import type { Route } from '../router.ts';
import { Notices } from './Notices.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useHostCommands } from './useHostCommands.ts';
import { useShellCommands } from './useShellCommands.tsx';
import { useShellKeys } from './useShellKeys.ts';
import { useTitle } from './useTitle.ts';
import { useUndo } from './useUndo.ts';

const loadPalette = () => import('../palette/Palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeyHelp = lazy(async () => ({ default: (await import('../keyboard/KeyHelp.tsx')).KeyHelp }));

/** The frame of every screen: bar, rail, main, and what opens over them. */
export function Shell({ route, children }: { readonly route: Route; readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const dossierId = route.screen === 'dossier' ? route.dossierId : undefined;
  const info = useOptionalDossier();
  const [over, setOver] = useState<'palette' | 'keys'>();
  const openPalette = useCallback(() => setOver('palette'), []);
  const openKeys = useCallback(() => setOver('keys'), []);
  const close = useCallback(() => setOver(undefined), []);
  const undo = useUndo(info && !info.readOnly ? dossierId : undefined);
  const title = useTitle(route, info);
  const isStopped = useHostCommands(dossierId, openKeys);
  useShellKeys({ dossierId, undo, openPalette, openKeys });
  const commands = useShellCommands({ dossierId, undo, openKeys });

  // Fetched before it is asked for, so that what is typed right after Ctrl K is not lost.
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPalette());
    return () => cancelIdleCallback(idle);
  }, []);
  useEffect(() => {
    document.title = title;
    announce(title);
  }, [title]);
  useEffect(() => {
    addEventListener('focusin', rememberFocus);
    return () => removeEventListener('focusin', rememberFocus);
  }, []);

  return (
    <div className={dossierId ? 'shell' : 'shell no-rail'}>
      <button type="button" className="skip-link" onClick={focusMain}>
        {t('skip')}
      </button>
      <TopBar
        dossierId={dossierId}
        undo={undo}
        onJump={openPalette}
        onKeys={openKeys}
        hasJump={route.screen === 'dossier'}
      />
      {dossierId && (
        <Rail dossierId={dossierId} section={route.screen === 'dossier' ? route.section : undefined} />
      )}
      <main tabIndex={-1} data-region>
        <Notices dossierId={dossierId} info={info} isStopped={isStopped} />
        {children}
      </main>
      {over && (
        <Suspense>
          {over === 'palette' ? (
            <Palette dossierId={dossierId} commands={commands} onClose={close} />
          ) : (
            <KeyHelp isOpen onClose={close} />
          )}
        </Suspense>
      )}
    </div>
  );
}
