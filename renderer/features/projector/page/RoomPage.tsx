import { WifiOff } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RoomShown } from '../../../../shared/contract/index.ts';
import { useFit } from './fit.ts';
import { type Followed, followRoom } from './follow.ts';
import { Two } from './Two.tsx';
import { Agenda, Balance, Break, Clause, Speaker, Table } from './views.tsx';
import { type RoomLanguage, RoomLanguages, roomLanguages } from './words.ts';

/** The page of the room: it draws what it is given, and has nothing to press. */
export function RoomPage({ first }: { readonly first: readonly RoomLanguage[] }) {
  const [{ shown, isLost, isRefused }, setFollowed] = useState<Followed>({
    shown: undefined,
    isLost: false,
    isRefused: false,
  });
  const [languages, setLanguages] = useState(first);
  useEffect(() => followRoom(setFollowed), []);

  // Texts of a new language are fetched before anything is drawn in it.
  const wanted = shown?.languages.join(' ');
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void roomLanguages(wanted.split(' ') as RoomLanguage['lang'][]).then(
      (next) => current && setLanguages(next),
    );
    return () => {
      current = false;
    };
  }, [wanted]);

  const frame = useRef<HTMLElement>(null);
  // The words of another language have another length.
  useFit(frame, JSON.stringify([shown?.view, languages.map(({ lang }) => lang)]));
  const [main] = languages;
  useLayoutEffect(() => {
    const html = document.documentElement;
    html.lang = main?.lang ?? 'ar';
    html.dir = main?.dir ?? 'rtl';
    html.dataset.theme = 'light';
    document.title = main?.t('pageTitle') ?? '';
  }, [main]);

  return (
    <RoomLanguages value={languages}>
      <main ref={frame} className={shown?.isBlank ? 'wall blank' : 'wall'} data-kind={shown?.view.kind}>
        {shown && !shown.isBlank && <View shown={shown} />}
        {isLost && (
          <p className="wall-lost" role="status">
            <WifiOff aria-hidden />
            <Two say={({ t }) => (isRefused ? t('refused') : t('lost'))} />
          </p>
        )}
      </main>
    </RoomLanguages>
  );
}

function View({ shown }: { readonly shown: RoomShown }): ReactNode {
  const { view, labels } = shown;
  switch (view.kind) {
    case 'nothing':
      return (
        <p className="wall-idle">
          <Two say={({ t }) => t('idle')} />
        </p>
      );
    case 'agenda':
      return <Agenda view={view} />;
    case 'speaker':
      return <Speaker view={view} labels={labels} />;
    case 'balance':
      return <Balance view={view} labels={labels} />;
    case 'table':
      return <Table view={view} labels={labels} />;
    case 'clause':
      return <Clause view={view} labels={labels} />;
    case 'break':
      return <Break view={view} />;
  }
}
