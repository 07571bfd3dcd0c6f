import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Settings } from '../../shared/contract/index.ts';
import { bridge } from '../platform/index.ts';
import { Skeleton } from '../ui/states.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { makeQueryClient } from './calls.ts';
import { DossierProvider } from './dossier.tsx';
import { ErrorBoundary } from './errors/ErrorBoundary.tsx';
import { useUncaught } from './errors/useUncaught.ts';
import { followEvents } from './events.ts';
import { screenOf } from './features.ts';
import { type Route, useRoute } from './router.ts';
import { isUnsaved } from './save-state.ts';
import { SettingsProvider } from './settings.tsx';
import { Shell } from './shell/Shell.tsx';

export function App({ first }: { readonly first: Settings }) {
  const [client] = useState(makeQueryClient);
  useEffect(() => followEvents(client, (listener) => bridge.subscribe(listener)), [client]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (isUnsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  return (
    <QueryClientProvider client={client}>
      <Suspense>
        <SettingsProvider first={first}>
          <Routed />
          <Toaster />
        </SettingsProvider>
      </Suspense>
    </QueryClientProvider>
  );
}

function Routed() {
  useUncaught();
  const route = useRoute();
  if (route.screen !== 'dossier')
    return (
      <Shell route={route}>
        <ScreenOf route={route} />
      </Shell>
    );
  const frame = (content: ReactNode): ReactNode => <Shell route={route}>{content}</Shell>;
  return (
    <DossierProvider key={route.dossierId} dossierId={route.dossierId} frame={frame}>
      {frame(<ScreenOf route={route} />)}
    </DossierProvider>
  );
}

function ScreenOf({ route }: { readonly route: Route }) {
  const name = route.screen === 'dossier' ? route.section : route.screen;
  const Screen = screenOf(name) ?? screenOf('library');
  const dossierId = route.screen === 'dossier' ? route.dossierId : undefined;
  return (
    <ErrorBoundary resetKey={`${dossierId ?? ''}/${name}`}>
      <Suspense
        fallback={
          <div className="screen">
            <Skeleton lines={6} />
          </div>
        }
      >
        {Screen && (
          <Screen
            key={name}
            dossierId={dossierId as string}
            recordId={route.screen === 'dossier' ? route.recordId : undefined}
          />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}
