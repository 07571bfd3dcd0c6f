import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, PointRow } from '../../../../shared/contract/index.ts';
import { Autosaver, type AutosaveStatus } from '../../../app/autosaver.ts';
import { reportSaving } from '../../../app/save-state.ts';
import { changed, type Draft, type Members, membersOf } from './draft.ts';

const PAUSE_MS = 600;

const same = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * One entry of the record while it is written: kept at each pause in typing under an id of the page's own, so that
 * a repeated call writes the same entry. `file` saves at once and begins the next; an entry that could not be
 * saved stays reported, with what was typed, until it is.
 */
export function useDraft(
  dossier: string,
  session: string,
  begin: () => Draft,
  keep: (input: Input<'session.note'>) => Promise<PointRow | null>,
): {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly file: (part?: Partial<Draft>) => void;
  /** Takes up an entry that is there already, after saving this one. */
  readonly take: (draft: Draft) => void;
  readonly status: AutosaveStatus;
  readonly answer: PointRow | undefined;
} {
  const [draft, setDraft] = useState(begin);
  const latest = useRef(draft);
  const [status, setStatus] = useState<AutosaveStatus>({ state: 'saved', error: undefined });
  const [answer, setAnswer] = useState<PointRow>();
  /** What of the entry is written already; undefined of a new one. */
  const written = useRef<Members>(undefined);
  const open = useRef<{ saver: Autosaver<Draft>; leave: () => void }>(undefined);

  const saverOf = useCallback((): Autosaver<Draft> => {
    if (open.current) return open.current.saver;
    const field = Symbol('entry');
    let before = written.current;
    const saver = new Autosaver<Draft>(
      async (value) => {
        const now = membersOf(value);
        const row = await keep({ dossier, session, id: value.id, ...changed(now, before) });
        // Of an entry without a word nothing was written, whatever was chosen.
        if (row && now.body) before = now;
        if (latest.current.id === value.id) setAnswer(row ?? undefined);
      },
      PAUSE_MS,
      same,
    );
    const report = (next: AutosaveStatus): void =>
      reportSaving(field, { ...next, retry: () => saver.flush() });
    const stop = saver.subscribe((next) => {
      setStatus(next);
      report(next);
    });
    open.current = {
      saver,
      leave: () => {
        saver.flush();
        stop();
        // Written on in the background; what fails is said in the bar, and tried again from there.
        if (saver.status.state !== 'saved') saver.subscribe(report);
      },
    };
    return saver;
  }, [dossier, session, keep]);

  const enter = useCallback((next: Draft, there: Members | undefined) => {
    open.current?.leave();
    open.current = undefined;
    written.current = there;
    latest.current = next;
    setAnswer(undefined);
    setStatus({ state: 'saved', error: undefined });
    setDraft(next);
  }, []);
  const take = useCallback((next: Draft) => enter(next, membersOf(next)), [enter]);

  const change = useCallback(
    (part: Partial<Draft>) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      setDraft(next);
      // A choice made before the first word is kept here until there is a word to write it with.
      if (next.text.trim() !== '' || open.current) saverOf().type(next);
    },
    [saverOf],
  );

  const beginRef = useRef(begin);
  beginRef.current = begin;
  const file = useCallback(
    (part: Partial<Draft> = {}) => {
      if (Object.keys(part).length > 0) change(part);
      enter(beginRef.current(), undefined);
    },
    [change, enter],
  );

  // Leaving the screen saves what waits.
  useEffect(() => () => open.current?.leave(), []);
  return { draft, change, file, take, status, answer };
}
