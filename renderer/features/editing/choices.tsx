import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissing, type Missing } from '../../../shared/domain/fields.ts';
import { DateField } from '../../ui/DateField.tsx';
import { type Option, Select } from '../../ui/Select.tsx';
import { TagPicker } from '../../ui/TagPicker.tsx';
import { useSet, useValue } from './values.ts';

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly options: readonly Option[];
  readonly className?: string;
}

const NONE = 'none:';

/** One of a short list. With `noneLabel` the choice can be taken back. */
export function ChoiceField({
  name,
  label,
  description,
  options,
  className,
  placeholder,
  noneLabel,
}: ChoiceProps & { readonly placeholder?: string; readonly noneLabel?: string }) {
  const { value, set, isReadOnly, error } = useValue<string>(name);
  const isKnown = value === undefined || options.some(({ id }) => id === value);
  const all = [
    ...(noneLabel && value !== undefined ? [{ id: NONE, label: noneLabel }] : []),
    ...options,
    // A code that this list does not know is shown as it is: nothing recorded is hidden.
    ...(isKnown ? [] : [{ id: value, label: value }]),
  ];
  return (
    <Select
      label={label}
      description={description}
      className={className}
      options={all}
      value={value}
      {...(placeholder !== undefined && { placeholder })}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(id) => set(id === NONE ? undefined : id)}
    />
  );
}

const MISSING_CODES = ['not-asked', 'not-known', 'withheld'] as const satisfies readonly Missing[];
const missingId = (missing: Missing): string => `missing:${missing}`;

/** The codes that say why there is no value, as options behind those of a list. */
export function useMissingOptions(): readonly Option[] {
  const { t } = useTranslation('ui');
  return useMemo(
    () => MISSING_CODES.map((missing) => ({ id: missingId(missing), label: t(`missing.${missing}`) })),
    [t],
  );
}

/** The option a stored value stands for; what nobody has set is not asked: a value is never blank. */
export const codedId = (value: unknown): string =>
  value === undefined ? missingId('not-asked') : isMissing(value) ? missingId(value.missing) : String(value);
/** The value an option stands for. */
export const codedValue = (id: string, parse: (id: string) => unknown = (same) => same): unknown =>
  id.startsWith('missing:') ? { missing: id.slice('missing:'.length) } : parse(id);

/** One of a short list, or the code that says why there is none. */
export function CodedField({
  name,
  label,
  description,
  options,
  className,
  parse,
}: ChoiceProps & { readonly parse?: (id: string) => unknown }) {
  const { value, set, isReadOnly, error } = useValue<unknown>(name);
  const missing = useMissingOptions();
  const id = codedId(value);
  const all = [...options, ...missing];
  return (
    <Select
      label={label}
      description={description}
      className={className}
      options={all.some((option) => option.id === id) ? all : [...all, { id, label: id }]}
      value={id}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(next) => set(codedValue(next, parse))}
    />
  );
}

/** Codes of a list as tags. */
export function CodesField({
  name,
  label,
  description,
  options,
  showCodes,
}: ChoiceProps & { readonly showCodes?: boolean }) {
  const { value, setAll, isReadOnly, error } = useSet(name);
  return (
    <TagPicker
      label={label}
      description={description}
      options={options}
      {...(showCodes && { showCodes })}
      value={value}
      isReadOnly={isReadOnly}
      error={error}
      onAdd={(code) => setAll([...value, code])}
      onRemove={(code) => setAll(value.filter((one) => one !== code))}
    />
  );
}

/** A day. */
export function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  const { value, set, isReadOnly, error } = useValue<string>(name);
  return <DateField label={label} value={value} onChange={set} isReadOnly={isReadOnly} error={error} />;
}
