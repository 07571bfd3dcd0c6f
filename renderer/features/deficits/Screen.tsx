import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../../app/features.ts';
import { useQueryParam } from '../../app/router.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Register } from './register/Register.tsx';
import { OPEN_VIEWS, type View, Views } from './Views.tsx';
import './deficits.css';

/** The editor comes with its codelists' pickers: it is fetched when a deficit is first opened. */
const Editor = lazy(async () => ({ default: (await import('./editor/Editor.tsx')).Editor }));

const SCREENS: { readonly [V in View]: ComponentType<SectionProps> } = {
  cards: lazy(async () => ({ default: (await import('../capture/index.ts')).Screen })),
  import: lazy(async () => ({ default: (await import('../importing/index.ts')).Screen })),
  causes: lazy(async () => ({ default: (await import('../causes/index.ts')).Screen })),
  duplicates: lazy(async () => ({ default: (await import('../duplicates/index.ts')).Screen })),
  priorities: lazy(async () => ({ default: (await import('../priorities/index.ts')).Screen })),
};

const isView = (name: string | undefined): name is View => OPEN_VIEWS.includes(name as View);

/** Deficits: the register, by `?view` what is done with many of them, and the editor of one. */
export function Screen(props: SectionProps) {
  const { dossierId, recordId } = props;
  // All texts of the screen before its first picture: a part that waited later would take the whole screen away.
  useTranslation(['deficits', 'positions', 'history', 'coding', 'register', 'causes']);
  const named = useQueryParam('view');
  const view = isView(named) ? named : undefined;
  const Named = view && SCREENS[view];
  const waiting = (
    <div className="screen">
      <Skeleton lines={8} />
    </div>
  );
  if (recordId && view !== 'causes')
    return (
      <Suspense fallback={waiting}>
        <Editor key={recordId} dossierId={dossierId} id={recordId} />
      </Suspense>
    );
  return (
    <div className="deficits-screen">
      <Views dossierId={dossierId} view={view} />
      {Named ? (
        <Suspense fallback={waiting}>
          <Named {...props} />
        </Suspense>
      ) : (
        <Register dossierId={dossierId} />
      )}
    </div>
  );
}
