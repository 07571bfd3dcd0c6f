import { lazy, Suspense } from 'react';
import type { SectionProps } from '../../app/features.ts';
import { Skeleton } from '../../ui/states.tsx';
import { StrategyList } from './list/StrategyList.tsx';
import './strategies.css';

/** The editor comes with its codelists' pickers: it is fetched when a strategy is first opened. */
const Editor = lazy(async () => ({ default: (await import('./editor/Editor.tsx')).Editor }));

export function Screen({ dossierId, recordId }: SectionProps) {
  if (!recordId) return <StrategyList dossierId={dossierId} />;
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
