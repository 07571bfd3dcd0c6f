import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract/index.ts';
import type { Move } from '../../../../shared/domain/causes/moves.ts';
import type { CauseTree } from '../../../../shared/domain/causes/types.ts';
import { invoke } from '../../../app/calls.ts';
import { useErrorText } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toasts.ts';
import type { Pasted } from '../../editing/index.ts';
import { useWritingLang } from '../queries.ts';
import type { Pending, Place } from './rows.ts';

type To = Input<'causes.move'>['to'];

export interface Acts {
  readonly draft: Place | undefined;
  readonly pending: readonly Pending[];
  readonly write: (place: Place | undefined) => void;
  /** Stores what was written and goes on behind it, or is done. What was typed next is not waited for. */
  readonly add: (text: string, goOn: boolean, pasted?: Pasted) => Promise<string | undefined>;
  readonly shift: (by: 'indent' | 'outdent') => void;
  readonly move: (id: string, to: Move | To) => Promise<boolean>;
}

/** What the keys and buttons of the outline do. Additions are stored one after another, in the order of the keys. */
export function useActs(
  dossierId: string,
  deficit: string,
  refetch: () => Promise<{ readonly data?: CauseTree | undefined }>,
  shifted: (tree: CauseTree, place: Place, by: 'indent' | 'outdent') => Place,
): Acts {
  const { t } = useTranslation('causes');
  const errorText = useErrorText();
  const lang = useWritingLang();
  const [draft, setDraft] = useState<Place>();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** What is written in one go: what of it still waits to be stored finds its place here, whoever has gone on since. */
  const run = useRef<{ place: Place }>(undefined);
  const count = useRef(0);

  const write = useCallback((place: Place | undefined) => {
    run.current = place && { place };
    setDraft(place);
  }, []);
  const goOnAt = useCallback((of: { place: Place }, place: Place) => {
    of.place = place;
    if (run.current === of) setDraft(place);
  }, []);
  const fail = useCallback(
    (failure: unknown, said: string) => {
      const { what, do: next } = errorText(failure);
      showToast({ tone: 'bad', text: `${said} ${what} ${next}` });
    },
    [errorText],
  );
  const inTurn = useCallback(<T>(act: () => Promise<T>): Promise<T> => {
    const done = queue.current.then(act);
    queue.current = done.catch(() => undefined);
    return done;
  }, []);

  const add = useCallback(
    (text: string, goOn: boolean, pasted?: Pasted) => {
      const key = `pending-${count.current++}`;
      const of = run.current;
      setPending((all) => [...all, { key, text, run: of }]);
      if (!goOn) write(undefined);
      return inTurn(async () => {
        try {
          if (!of) return undefined;
          // Where the one before it came to stand is known only now.
          const at = of.place;
          const { id } = await invoke('causes.add', {
            dossier: dossierId,
            deficit,
            ...at,
            body: { [lang]: text },
            ...(pasted && { pasted }),
          });
          await refetch();
          goOnAt(of, { ...at, after: id });
          return id;
        } catch (failure) {
          fail(failure, t('notAdded', { text }));
          return undefined;
        } finally {
          setPending((all) => all.filter((one) => one.key !== key));
        }
      });
    },
    [dossierId, deficit, lang, inTurn, refetch, write, goOnAt, fail, t],
  );

  const shift = useCallback(
    (by: 'indent' | 'outdent') => {
      const of = run.current;
      void inTurn(async () => {
        const { data } = await refetch();
        if (data && of) goOnAt(of, shifted(data, of.place, by));
      });
    },
    [inTurn, refetch, shifted, goOnAt],
  );

  const move = useCallback(
    (id: string, to: Move | To) =>
      inTurn(async () => {
        try {
          const { moved } = await invoke('causes.move', { dossier: dossierId, id, to });
          if (moved) await refetch();
          return moved;
        } catch (failure) {
          fail(failure, t('notMoved'));
          return false;
        }
      }),
    [dossierId, inTurn, refetch, fail, t],
  );

  return { draft, pending, write, add, shift, move };
}
