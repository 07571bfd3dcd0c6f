import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterFilter } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useErrorText } from '../../../ui/states.tsx';
import { announce, showToast } from '../../../ui/toasts.ts';

export interface Marks {
  readonly marked: ReadonlySet<string>;
  readonly mark: (id: string, on: boolean) => void;
  /** All that the filters find, wherever they are in the list. */
  readonly markAll: () => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The deficits marked to be worked on together. They stay marked while one searches for more. */
export function useMarks(dossier: string, filter: RegisterFilter): Marks {
  const { t } = useTranslation('register');
  const errorText = useErrorText();
  const [marked, setMarked] = useState(NONE);
  /** What is marked was cleared so often: an answer to what was asked before must not mark it again. */
  const cleared = useRef(0);
  const mark = useCallback(
    (id: string, on: boolean) =>
      setMarked((now) => {
        if (now.has(id) === on) return now;
        const next = new Set(now);
        if (on) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  const markAll = useCallback(() => {
    const asked = cleared.current;
    invoke('register.ids', { dossier, filter }).then(
      ({ ids }) => {
        if (cleared.current !== asked) return;
        setMarked((now) => {
          const next = new Set([...now, ...ids]);
          announce(t('mark.count', { count: next.size }));
          return next;
        });
      },
      (failure: unknown) => showToast({ tone: 'bad', text: errorText(failure).what }),
    );
  }, [dossier, filter, t, errorText]);
  const clear = useCallback(() => {
    cleared.current += 1;
    setMarked(NONE);
  }, []);
  return useMemo(() => ({ marked, mark, markAll, clear }), [marked, mark, markAll, clear]);
}
