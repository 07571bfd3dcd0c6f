import { useMemo, useRef } from 'react';
import type { Lang } from '../../../shared/domain/languages.ts';
import { withOriginal } from '../../../shared/domain/paste/originals.ts';
import type { Pasted } from './record.tsx';

export interface Originals {
  readonly add: (lang: Lang, original: string) => void;
  /** Stores with what waits, so that a text is never there cleaned and its original not. A failure keeps it waiting. */
  readonly store: (save: (pasted: Pasted | undefined) => Promise<unknown>) => Promise<void>;
}

/** What was pasted into a field and cleaned since it was last saved: it goes with the next save, and with that one alone. */
export function useOriginals(): Originals {
  const waiting = useRef<readonly { readonly lang: Lang; readonly original: string }[]>([]);
  return useMemo(
    () => ({
      add: (lang, original) => {
        waiting.current = [...waiting.current, { lang, original }];
      },
      store: async (save) => {
        const sent = waiting.current;
        const pasted: Pasted = {};
        for (const { lang, original } of sent) pasted[lang] = withOriginal(pasted[lang], original);
        await save(sent.length > 0 ? pasted : undefined);
        waiting.current = waiting.current.filter((each) => !sent.includes(each));
      },
    }),
    [],
  );
}
