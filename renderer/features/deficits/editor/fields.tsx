/** Fields that save themselves into the record around them, one ledger field at a time. */
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissing, type Missing } from '../../../../shared/domain/fields.ts';
import { type Autosave, useAutosave } from '../../../app/autosave.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { type Option, Select } from '../../../ui/Select.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { TagPicker } from '../../../ui/TagPicker.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TextsField as BareTextsField, type TextsFieldProps } from '../../editing/index.ts';
import { WithHistory } from '../../history/index.ts';
import { useRecordEditing } from './record.tsx';

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A sentence when the last attempt to save failed: what was typed is still there. */
function useSaveError(saved: Pick<Autosave<unknown>, 'state' | 'error'>): string | undefined {
  const errorText = useErrorText();
  if (saved.state !== 'failed') return undefined;
  const text = errorText(saved.error);
  return `${text.what} ${text.do}`;
}

/** The field of the record around it, with its history. */
export function HistoryOf({
  field,
  hasButton,
  children,
}: {
  readonly field: string;
  readonly hasButton?: boolean;
  readonly children: ReactNode;
}) {
  const { dossierId, type, id } = useRecordEditing();
  return (
    <WithHistory
      dossierId={dossierId}
      type={type}
      id={id}
      field={field}
      {...(hasButton !== undefined && { hasButton })}
    >
      {children}
    </WithHistory>
  );
}

/** One text in the languages of the dialogue, with its history. */
export function TextsField(props: TextsFieldProps) {
  return (
    <HistoryOf field={props.name}>
      <BareTextsField {...props} />
    </HistoryOf>
  );
}

/** A value that is stored as soon as it is chosen. */
export function useValue<T>(
  name: string,
  key?: string,
): {
  value: T | undefined;
  set: (value: T | undefined) => void;
  isReadOnly: boolean;
  error: string | undefined;
} {
  const { t } = useTranslation('deficits');
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const whole = members[name] as { readonly [key: string]: T } | T | undefined;
  const stored =
    key === undefined
      ? (whole as T | undefined)
      : (whole as { readonly [key: string]: T } | undefined)?.[key];
  const saved = useAutosave<T | undefined>({
    value: stored,
    delay: 0,
    isEqual: sameValue,
    save: (value) => edit({ [key === undefined ? name : `${name}.${key}`]: value ?? null }),
  });
  const inConflict = conflicts.includes(key === undefined ? name : `${name}.${key}`);
  const failed = useSaveError(saved);
  return {
    value: saved.value,
    set: saved.setValue,
    isReadOnly: isReadOnly || inConflict,
    error: inConflict ? t('editor.fieldInConflict') : failed,
  };
}

/** The same with a pause, for fields in which people type. */
export function useTyped(
  name: string,
): Autosave<string> & { isReadOnly: boolean; problem: string | undefined } {
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const saved = useAutosave<string>({
    value: (members[name] as string | undefined) ?? '',
    save: (text) => edit({ [name]: text.trim() === '' ? null : text.trim() }),
    isEqual: (a, b) => a.trim() === b.trim(),
  });
  const failed = useSaveError(saved);
  return { ...saved, isReadOnly: isReadOnly || conflicts.includes(name), problem: failed };
}

/** One line, the same in every language: a code, a reference. */
export function Line({
  name,
  label,
  maxLength,
}: {
  readonly name: string;
  readonly label: string;
  readonly maxLength: number;
}) {
  const typed = useTyped(name);
  return (
    <TextField
      label={label}
      value={typed.value}
      maxLength={maxLength}
      isReadOnly={typed.isReadOnly}
      error={typed.problem}
      onChange={typed.setValue}
      onBlur={typed.flush}
    />
  );
}

/** A day, stored as it is chosen. */
export function Day({
  name,
  label,
  max,
}: {
  readonly name: string;
  readonly label: string;
  readonly max?: string;
}) {
  const day = useValue<string>(name);
  return (
    <DateField
      label={label}
      value={day.value}
      maxValue={max}
      isReadOnly={day.isReadOnly}
      error={day.error}
      onChange={day.set}
    />
  );
}

const MISSING_CODES = ['not-asked', 'not-known', 'withheld'] as const satisfies readonly Missing[];
const missingId = (missing: Missing): string => `missing:${missing}`;

/**
 * One of a short list, or the code that says why there is none. What nobody has set shows as not asked: a
 * value is never blank.
 */
export function CodedField({
  name,
  at,
  label,
  hideLabel,
  description,
  options,
  parse = (id) => id,
}: {
  readonly name: string;
  /** The key of a keyed field, such as the constituency. */
  readonly at?: string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string | undefined;
  readonly options: readonly Option[];
  /** The value an option stands for, where it is not its id. */
  readonly parse?: (id: string) => unknown;
}) {
  const { t } = useTranslation('ui');
  const { value, set, isReadOnly, error } = useValue<unknown>(name, at);
  const all = useMemo<readonly Option[]>(
    () => [
      ...options,
      ...MISSING_CODES.map((missing) => ({ id: missingId(missing), label: t(`missing.${missing}`) })),
    ],
    [options, t],
  );
  const id =
    value === undefined
      ? missingId('not-asked')
      : isMissing(value)
        ? missingId(value.missing)
        : String(value);
  const isKnown = all.some((option) => option.id === id);
  return (
    <HistoryOf field={at === undefined ? name : `${name}.${at}`} hasButton={!hideLabel}>
      <Select
        label={label}
        hideLabel={hideLabel}
        description={description}
        className={id.startsWith('missing:') ? 'deficits-missing' : undefined}
        options={isKnown ? all : [...all, { id, label: id }]}
        value={id}
        isReadOnly={isReadOnly}
        error={error}
        onChange={(next) =>
          set(next.startsWith('missing:') ? { missing: next.slice('missing:'.length) } : parse(next))
        }
      />
    </HistoryOf>
  );
}

/** Codes of a list; each is a field of its own, so that two people may add different ones. */
export function CodesField({
  name,
  label,
  description,
  options,
  showCodes,
}: {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly options: readonly Option[];
  readonly showCodes?: boolean;
}) {
  const { t } = useTranslation('deficits');
  const { members, conflicts, isReadOnly, edit } = useRecordEditing();
  const stored = (members[name] ?? NO_CODES) as readonly string[];
  const latest = useRef(stored);
  latest.current = stored;
  const saved = useAutosave<readonly string[]>({
    value: stored,
    delay: 0,
    isEqual: (a, b) => a.length === b.length && a.every((code) => b.includes(code)),
    save: (codes) => {
      const changes: { [flat: string]: true | null } = {};
      for (const code of codes) if (!latest.current.includes(code)) changes[`${name}:${code}`] = true;
      for (const code of latest.current) if (!codes.includes(code)) changes[`${name}:${code}`] = null;
      return edit(changes);
    },
  });
  const hasConflict = conflicts.some((field) => field.startsWith(`${name}:`));
  const failed = useSaveError(saved);
  return (
    <HistoryOf field={name}>
      <TagPicker
        label={label}
        description={description}
        options={options}
        {...(showCodes && { showCodes })}
        value={saved.value}
        isReadOnly={isReadOnly}
        error={failed ?? (hasConflict ? t('editor.fieldInConflict') : undefined)}
        onAdd={(code) => saved.setValue([...saved.value, code])}
        onRemove={(code) => saved.setValue(saved.value.filter((one) => one !== code))}
      />
    </HistoryOf>
  );
}
const NO_CODES: readonly string[] = [];
