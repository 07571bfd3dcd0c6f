import { useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { minorDigits } from '../../shared/reference/currencies.ts';
import { classes } from './classes.ts';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { type Option, Select } from './Select.tsx';

export interface NumberFieldProps extends FieldProps {
  readonly value: number | undefined;
  /** Called when the number is complete (blur or Enter), `undefined` when emptied. */
  readonly onChange: (value: number | undefined) => void;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  readonly step?: number | undefined;
  readonly formatOptions?: Intl.NumberFormatOptions | undefined;
  /** Years and codes are written without grouping. */
  readonly grouping?: boolean;
}

/** A number, typed in Latin or Arabic-Indic digits. */
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
  return (
    <AriaNumberField
      className={classes('field', field.className)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? undefined : next)}
      {...(minValue !== undefined && { minValue })}
      {...(maxValue !== undefined && { maxValue })}
      {...(step !== undefined && { step })}
      formatOptions={{ useGrouping: grouping, ...formatOptions }}
      isInvalid={field.error !== undefined}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      isReadOnly={field.isReadOnly ?? false}
      autoFocus={field.autoFocus ?? false}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <Group className="number-group">
        <Input className="input num" />
      </Group>
      <FieldNotes {...field} />
    </AriaNumberField>
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
