/**
 * What the top bar says about saving. Autosaving fields report here; one failed field outweighs ten saved
 * ones, since what a person must know is whether anything typed is not yet in the record.
 */
import { useSyncExternalStore } from 'react';

export type SaveState = 'saved' | 'saving' | 'failed';
export interface Saving {
  readonly state: SaveState;
  /** Tries every failed field again. */
  readonly retry: () => void;
  /** Why the first failed field failed. */
  readonly error: unknown;
}

interface Entry {
  readonly state: SaveState;
  readonly retry: () => void;
  readonly error: unknown;
}

const entries = new Map<symbol, Entry>();
const listeners = new Set<() => void>();
const retryAll = (): void => {
  for (const entry of [...entries.values()]) if (entry.state === 'failed') entry.retry();
};
const nothing: Saving = { state: 'saved', retry: retryAll, error: undefined };
let current = nothing;

function tell(): void {
  const all = [...entries.values()];
  const failed = all.find((entry) => entry.state === 'failed');
  const state = failed ? 'failed' : all.some((entry) => entry.state === 'saving') ? 'saving' : 'saved';
  if (state === current.state && failed?.error === current.error) return;
  current = state === 'saved' ? nothing : { state, retry: retryAll, error: failed?.error };
  for (const listener of listeners) listener();
}

/** Reports for one field; `undefined` takes it off. */
export function reportSaving(field: symbol, entry: Entry | undefined): void {
  if (entry && entry.state !== 'saved') entries.set(field, entry);
  else entries.delete(field);
  tell();
}

export const useSaving = (): Saving =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

/** Whether leaving now would lose something typed. */
export const isUnsaved = (): boolean => current.state !== 'saved';
