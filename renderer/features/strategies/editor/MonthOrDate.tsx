import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useValue } from '../../editing/index.ts';
import { type DateParts, isoOf, partsOf } from '../month.ts';

const NO_MONTH = '0';

/** A month, or a day where it is known. */
export function MonthOrDateField({ name, label }: { readonly name: string; readonly label: string }) {
  const { t } = useTranslation('strategies');
  const { tag } = useFormat();
  const { value, set, isReadOnly, error } = useValue<string>(name);
  const [typed, setTyped] = useState<DateParts>(() => partsOf(value));
  useEffect(() => setTyped(partsOf(value)), [value]);
  const months = useMemo(() => {
    const names = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    return [
      { id: NO_MONTH, label: t('when.noMonth') },
      ...Array.from({ length: 12 }, (_, month) => ({
        id: String(month + 1),
        label: names.format(new Date(Date.UTC(2025, month, 15))),
      })),
    ];
  }, [tag, t]);
  const iso = isoOf(typed);
  const type = (part: Partial<DateParts>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    const made = isoOf(next);
    if (made !== undefined) set(made ?? undefined);
  };
  return (
    <fieldset className="strategies-when">
      <legend className="field-label">{label}</legend>
      <NumberField
        label={t('when.day')}
        grouping={false}
        minValue={1}
        maxValue={31}
        step={1}
        value={typed.day}
        isReadOnly={isReadOnly}
        onChange={(day) => type({ day })}
      />
      <Select
        label={t('when.month')}
        options={months}
        value={String(typed.month ?? NO_MONTH)}
        isReadOnly={isReadOnly}
        onChange={(month) => type({ month: month === NO_MONTH ? undefined : Number(month) })}
      />
      <NumberField
        label={t('when.year')}
        grouping={false}
        minValue={1900}
        maxValue={2199}
        step={1}
        value={typed.year}
        isReadOnly={isReadOnly}
        onChange={(year) => type({ year })}
      />
      {(error ?? iso === undefined) && <p className="field-error">{error ?? t('when.incomplete')}</p>}
    </fieldset>
  );
}
