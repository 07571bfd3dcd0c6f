import { useMemo, useRef } from 'react';
import type { Lang } from '../../../shared/domain/languages.ts';
import { withOriginal } from '../../../shared/domain/paste/originals.ts';
import type { Pasted } from './record.tsx';

interface Waiting {
  readonly lang: Lang;
  readonly original: string;
}

/** By language, as a step takes them; undefined where there are none. */
function byLang(waiting: readonly Waiting[]): Pasted | undefined {
  const pasted: Pasted = {};
  for (const { lang, original } of waiting) pasted[lang] = withOriginal(pasted[lang], original);
  return waiting.length > 0 ? pasted : undefined;
}

export interface Originals {
  readonly add: (lang: Lang, original: string) => void;
  /** Stores with what waits, so that a text is never there cleaned and its original not. A failure keeps it waiting. */
  readonly store: (save: (pasted: Pasted | undefined) => Promise<unknown>) => Promise<void>;
  /** What waits, for a step that is made once; nothing waits any more. */
  readonly take: () => Pasted | undefined;
}

/** What was pasted and cleaned since the last save: it goes with the next one, and with that one alone. */
export function useOriginals(): Originals {
  const waiting = useRef<readonly Waiting[]>([]);
  return useMemo(
    () => ({
      add: (lang, original) => {
        waiting.current = [...waiting.current, { lang, original }];
      },
      store: async (save) => {
        const sent = waiting.current;
        await save(byLang(sent));
        waiting.current = waiting.current.filter((each) => !sent.includes(each));
      },
      take: () => {
        const taken = byLang(waiting.current);
        waiting.current = [];
        return taken;
      },
    }),
    [],
  );
}
