import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../../app/features.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Register } from './register/Register.tsx';
import './deficits.css';

/** The editor comes with its codelists' pickers: it is fetched when a deficit is first opened. */
const Editor = lazy(async () => ({ default: (await import('./editor/Editor.tsx')).Editor }));

export function Screen({ dossierId, recordId }: SectionProps) {
  // All texts of the screen before its first picture: a part that waited later would take the whole screen away.
  useTranslation(['deficits', 'positions', 'history']);
  if (!recordId) return <Register dossierId={dossierId} />;
  return (
    <Suspense
      fallback={
        <div className="screen">
          <Skeleton lines={8} />
        </div>
      }
    >
      <Editor key={recordId} dossierId={dossierId} id={recordId} />
    </Suspense>
  );
}
