import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { minorDigits } from '../../shared/reference/currencies.ts';
import { parseNumber, separatorsOf } from '../i18n/parse-number.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { type Option, Select } from './Select.tsx';

export interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined;
  /** Called when the number is complete (blur or Enter), `undefined` when emptied; never with what is no number. */
  readonly onChange: (value: number | undefined) => void;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  /** Makes arrow up and down add and take away. */
  readonly step?: number | undefined;
  readonly formatOptions?: Intl.NumberFormatOptions | undefined;
  /** Years and codes are written without grouping. */
  readonly grouping?: boolean;
}

/** A number, typed in either kind of digits. What cannot be read stays in the field, marked. */
export function NumberField({
  value,
  onChange,
  minValue,
  maxValue,
  step,
  formatOptions,
  grouping = true,
  ...field
}: NumberFieldProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const separators = useMemo(() => separatorsOf(format.tag), [format.tag]);
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const written =
    value === undefined ? '' : format.number(value, { useGrouping: grouping, ...formatOptions });

  const problemIn = (number: number | undefined): string | undefined => {
    if (number === undefined) return undefined;
    if (Number.isNaN(number)) return t('number.invalid');
    if (minValue !== undefined && number < minValue) return t('number.least', { n: minValue });
    if (maxValue !== undefined && number > maxValue) return t('number.most', { n: maxValue });
    return undefined;
  };
  /** Hands on what was typed when it is a number within bounds. */
  const take = (): void => {
    if (typed === undefined) return;
    const number = parseNumber(typed, separators);
    const found = problemIn(number);
    setProblem(found);
    if (found) return;
    setTyped(undefined);
    if (number !== value) onChange(number);
  };
  // Leaving the screen without leaving the field must not lose the number.
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => () => latest.current(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take();
    if (!step || field.isReadOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const next = (value ?? 0) + (event.key === 'ArrowUp' ? step : -step);
    setTyped(undefined);
    setProblem(undefined);
    onChange(Math.min(maxValue ?? next, Math.max(minValue ?? next, next)));
  };
  const error = field.error ?? problem;
  return (
    <AriaTextField
      className={classes('field', field.className)}
      value={typed ?? written}
      onChange={(text) => {
        setTyped(text);
        setProblem(undefined);
      }}
      onBlur={take}
      isInvalid={error !== undefined}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      isReadOnly={field.isReadOnly ?? false}
      autoFocus={field.autoFocus ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      {/* On the input itself: the field around it would keep every key from the shortcuts of the window. */}
      <Input className="input num" inputMode="decimal" autoComplete="off" onKeyDown={onKeyDown} />
      <FieldNotes description={field.description} error={error} />
    </AriaTextField>
  );
}

/** Money in integer minor units of one currency; the two are one value and change together. */
export interface MoneyValue {
  readonly amount: number;
  readonly currency: string;
}

export interface MoneyFieldProps extends FieldProps {
  readonly value: MoneyValue | undefined;
  readonly onChange: (value: MoneyValue | undefined) => void;
  /** Currencies to choose from; one alone is shown as text. */
  readonly currencies: readonly Option[];
  readonly currencyLabel: string;
}

export function MoneyField({ value, onChange, currencies, currencyLabel, ...field }: MoneyFieldProps) {
  const [chosen, setChosen] = useState(value?.currency ?? currencies[0]?.id ?? 'USD');
  const currency = value?.currency ?? chosen;
  const digits = minorDigits(currency);
  const units = 10 ** digits;
  return (
    <div className={classes('money', field.className)}>
      <NumberField
        {...field}
        className={undefined}
        minValue={0}
        // Beyond this a minor unit is no longer an exact integer.
        maxValue={Math.floor(Number.MAX_SAFE_INTEGER / units / 10)}
        formatOptions={{ maximumFractionDigits: digits }}
        value={value === undefined ? undefined : value.amount / units}
        onChange={(amount) =>
          onChange(amount === undefined ? undefined : { amount: Math.round(amount * units), currency })
        }
      />
      {currencies.length > 1 ? (
        <Select
          label={currencyLabel}
          hideLabel={field.hideLabel}
          options={currencies}
          value={currency}
          isDisabled={field.isDisabled || field.isReadOnly}
          onChange={(next) => {
            setChosen(next);
            if (!value) return;
            const scale = 10 ** (minorDigits(next) - digits);
            onChange({ amount: Math.round(value.amount * scale), currency: next });
          }}
        />
      ) : (
        <bdi className="money-currency">{currency}</bdi>
      )}
    </div>
  );
}
