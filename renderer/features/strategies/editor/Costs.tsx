import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../../../shared/domain/codes.ts';
import { type Action, costLines } from '../../../../shared/domain/records/index.ts';
import { minorDigits } from '../../../../shared/reference/currencies.ts';
import { codelist } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { MoneyField } from '../../../ui/NumberField.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { useRecordEditing, useValue } from '../../editing/index.ts';
import { yearsBetween } from '../month.ts';

type ByYear = { readonly [year: string]: Money };

/** Cost and own funds of each year in one currency; the gap is computed and never typed. */
export function Costs({ action, usual }: { readonly action: Action; readonly usual: string | undefined }) {
  const { t } = useTranslation(['strategies', 'common']);
  const format = useFormat();
  const { isReadOnly, edit } = useRecordEditing();
  const cost = (action.cost ?? NOTHING) as ByYear;
  const ownFunds = (action.ownFunds ?? NOTHING) as ByYear;
  const stored = [...Object.values(cost), ...Object.values(ownFunds)][0]?.currency;
  const [chosen, setChosen] = useState<string>();
  const currency = stored ?? chosen ?? usual;
  const [added, setAdded] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const years = useMemo(
    () =>
      [
        ...new Set([
          ...yearsBetween(action.start, action.end),
          ...Object.keys(cost),
          ...Object.keys(ownFunds),
          ...added,
        ]),
      ].sort(),
    [action.start, action.end, cost, ownFunds, added],
  );
  const lines = costLines([action]);
  const isMixed = new Set(lines.map((line) => line.currency)).size > 1;

  /** All amounts stay what they say and change their currency together, in one step. */
  const changeCurrency = (next: string | undefined): void => {
    if (!next || next === currency) return;
    setChosen(next);
    setFailure(undefined);
    if (stored === undefined) return;
    const members: { [flat: string]: Money } = {};
    for (const [name, values] of [['cost', cost] as const, ['ownFunds', ownFunds] as const])
      for (const [year, { amount, currency: from }] of Object.entries(values))
        members[`${name}.${year}`] = {
          amount: Math.round(amount * 10 ** (minorDigits(next) - minorDigits(from))),
          currency: next,
        };
    edit(members).catch(setFailure);
  };
  const addYear = (): void => {
    const last = years.at(-1);
    setAdded([...added, String(last ? Number(last) + 1 : new Date().getFullYear())]);
  };

  return (
    <section className="strategies-costs" aria-label={t('costs.title')}>
      <h3 className="field-label">{t('costs.title')}</h3>
      <CurrencyField value={currency} onChange={changeCurrency} isReadOnly={isReadOnly} />
      {failure !== undefined && <ErrorState error={failure} size="inline" />}
      {currency && years.length > 0 && (
        <table className="strategies-table">
          <caption className="visually-hidden">{t('costs.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('common:year')}</th>
              <th scope="col">{t('money.cost')}</th>
              <th scope="col">{t('money.ownFunds')}</th>
              <th scope="col">{t('money.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => {
              const spoken = format.number(Number(year), { useGrouping: false });
              return (
                <tr key={year}>
                  <th scope="row" className="num">
                    {spoken}
                  </th>
                  <td>
                    <YearField name="cost" year={year} spoken={spoken} currency={currency} />
                  </td>
                  <td>
                    <YearField name="ownFunds" year={year} spoken={spoken} currency={currency} />
                  </td>
                  <td className="num strategies-gap">
                    {cost[year] ? (
                      lines
                        .filter((line) => line.year === year && line.currency === cost[year]?.currency)
                        .map((line) => format.money(line.gap, line.currency))
                    ) : (
                      <span className="muted">{t('money.notKnown')}</span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {isMixed && <p className="strategies-note">{t('costs.mixed')}</p>}
      {currency && years.length === 0 && <p className="muted">{t('costs.noYears')}</p>}
      {!isReadOnly && currency && (
        <div>
          <Button icon={<Plus size={14} aria-hidden />} onPress={addYear}>
            {t('costs.addYear')}
          </Button>
        </div>
      )}
    </section>
  );
}
const NOTHING: ByYear = {};

function YearField({
  name,
  year,
  spoken,
  currency,
}: {
  readonly name: 'cost' | 'ownFunds';
  readonly year: string;
  /** The year in the reader's digits. */
  readonly spoken: string;
  readonly currency: string;
}) {
  const { t } = useTranslation('strategies');
  const { value, set, isReadOnly, error } = useValue<Money>(name, year);
  return (
    <MoneyField
      key={value?.currency ?? currency}
      label={t('costs.of', { what: t(`money.${name}`), year: spoken })}
      hideLabel
      value={value}
      currencies={[{ id: value?.currency ?? currency, label: value?.currency ?? currency }]}
      currencyLabel={t('costs.currency')}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}

function CurrencyField({
  value,
  onChange,
  isReadOnly,
}: {
  readonly value: string | undefined;
  readonly onChange: (currency: string | undefined) => void;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('strategies');
  const lang = useLang();
  const options = useMemo(
    () => codelist('currencies').items.map(({ id, labels }) => ({ id, label: `${labels[lang]} (${id})` })),
    [lang],
  );
  return (
    <ComboBox
      className="strategies-currency"
      label={t('costs.currency')}
      description={value ? undefined : t('costs.currencyFirst')}
      options={options}
      value={value}
      isReadOnly={isReadOnly}
      onChange={onChange}
    />
  );
}
