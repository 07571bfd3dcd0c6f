import { useCallback, useEffect, useRef, useState } from 'react';
import { Autosaver, type AutosaveStatus } from './autosaver.ts';
import { reportSaving } from './save-state.ts';

export interface Autosave<T> {
  /** What the field shows: what was typed, else what is stored. */
  readonly value: T;
  readonly setValue: (value: T) => void;
  /** Saves at once what waits; give it to `onBlur`. */
  readonly flush: () => void;
  readonly retry: () => void;
  readonly state: AutosaveStatus['state'];
  /** Why saving failed; what was typed is still in `value`. */
  readonly error: unknown;
}

/**
 * A field that saves itself: at each pause in typing, on blur (`flush`) and on leaving the screen. A failure
 * keeps what was typed and offers `retry`. While something typed is not yet stored, a new stored value from
 * elsewhere does not overwrite it.
 */
export function useAutosave<T>({
  value: stored,
  save,
  delay = 600,
  isEqual = Object.is,
}: {
  readonly value: T;
  /** Rejects when it could not be stored. */
  readonly save: (value: T) => Promise<unknown>;
  /** Milliseconds without typing after which it is saved. */
  readonly delay?: number;
  readonly isEqual?: (a: T, b: T) => boolean;
}): Autosave<T> {
  const latest = useRef({ save, isEqual });
  latest.current = { save, isEqual };
  const [field] = useState(() => Symbol('field'));
  const [saver] = useState(
    () =>
      new Autosaver<T>(
        (value) => latest.current.save(value),
        delay,
        (a, b) => latest.current.isEqual(a, b),
      ),
  );
  const [status, setStatus] = useState<AutosaveStatus>(saver.status);
  const [, redraw] = useState(0);

  useEffect(() => {
    const stop = saver.subscribe((next) => {
      setStatus(next);
      reportSaving(field, { ...next, retry: () => saver.flush() });
    });
    return () => {
      // Leaving the screen saves what waits; the report stays until that has ended well.
      saver.flush();
      stop();
      saver.whenSettled((next) =>
        reportSaving(field, next.state === 'failed' ? { ...next, retry: () => saver.flush() } : undefined),
      );
    };
  }, [saver, field]);

  const setValue = useCallback(
    (value: T) => {
      saver.type(value);
      redraw((n) => n + 1);
    },
    [saver],
  );
  const flush = useCallback(() => saver.flush(), [saver]);
  saver.setStored(stored);
  return {
    value: saver.hasPending ? (saver.pending as T) : stored,
    setValue,
    flush,
    retry: flush,
    state: status.state,
    error: status.error,
  };
}
