import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Autosave, useAutosave } from '../../app/autosave.ts';
import { useErrorText } from '../../ui/states.tsx';
import { useRecordEditing } from './record.tsx';

/** A sentence when the last attempt to save failed: what was typed is still there. */
export function useSaveError(saved: Pick<Autosave<unknown>, 'state' | 'error'>): string | undefined {
  const errorText = useErrorText();
  if (saved.state !== 'failed') return undefined;
  const text = errorText(saved.error);
  return `${text.what} ${text.do}`;
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface EditedValue<T> {
  readonly value: T | undefined;
  readonly set: (value: T | undefined) => void;
  readonly isReadOnly: boolean;
  readonly error: string | undefined;
}

/** A value that is stored as soon as it is chosen; `key` names one of a keyed field. */
export function useValue<T>(name: string, key?: string): EditedValue<T> {
  const { t } = useTranslation('editing');
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const flat = key === undefined ? name : `${name}.${key}`;
  const whole = members[name];
  const stored = (
    key === undefined ? whole : (whole as { readonly [key: string]: unknown } | undefined)?.[key]
  ) as T | undefined;
  const saved = useAutosave<T | undefined>({
    value: stored,
    delay: 0,
    isEqual: sameValue,
    save: (value) => edit({ [flat]: value ?? null }),
  });
  const inConflict = conflicts.includes(flat);
  const failed = useSaveError(saved);
  return {
    value: saved.value,
    set: saved.setValue,
    isReadOnly: isReadOnly || inConflict,
    error: inConflict ? t('fieldInConflict') : failed,
  };
}

/** One line in which people type, stored at each pause; blank clears it. */
export function useTyped(name: string): Autosave<string> & Omit<EditedValue<string>, 'value' | 'set'> {
  const { t } = useTranslation('editing');
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const saved = useAutosave<string>({
    value: (members[name] as string | undefined) ?? '',
    isEqual: (a, b) => a.trim() === b.trim(),
    save: (text) => edit({ [name]: text.trim() || null }),
  });
  const inConflict = conflicts.includes(name);
  const failed = useSaveError(saved);
  return {
    ...saved,
    isReadOnly: isReadOnly || inConflict,
    error: inConflict ? t('fieldInConflict') : failed,
  };
}

/** The elements of a set; each is a field of its own, so that two people may add different ones. */
export function useSet(name: string): {
  readonly value: readonly string[];
  readonly setAll: (value: readonly string[]) => void;
  readonly isReadOnly: boolean;
  readonly error: string | undefined;
} {
  const { t } = useTranslation('editing');
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const stored = (members[name] ?? NOTHING) as readonly string[];
  const latest = useRef(stored);
  latest.current = stored;
  const saved = useAutosave<readonly string[]>({
    value: stored,
    delay: 0,
    isEqual: (a, b) => a.length === b.length && a.every((element) => b.includes(element)),
    save: (elements) => {
      const changes: { [flat: string]: true | null } = {};
      for (const element of elements)
        if (!latest.current.includes(element)) changes[`${name}:${element}`] = true;
      for (const element of latest.current)
        if (!elements.includes(element)) changes[`${name}:${element}`] = null;
      return edit(changes);
    },
  });
  const failed = useSaveError(saved);
  const inConflict = conflicts.some((field) => field.startsWith(`${name}:`));
  return {
    value: saved.value,
    setAll: saved.setValue,
    isReadOnly,
    error: failed ?? (inConflict ? t('fieldInConflict') : undefined),
  };
}
const NOTHING: readonly string[] = [];
