import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { labelIn } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { useLarge, useValue } from '../../editing/index.ts';

/** The imaginary country of the sample: its code is user-assigned and in no list. */
const SAMPLE_COUNTRY = 'QRW';

/** The name of a country for a reader; Members of the ILO and the sample's imaginary one. */
export function useCountryName(): (code: string) => string {
  const { t } = useTranslation('mandate');
  const lang = useLang();
  const countries = useLarge('countries');
  return (code) =>
    code === SAMPLE_COUNTRY ? t('rawdania') : countries ? labelIn(countries, code, lang) : code;
}

export function CountryField() {
  const { t } = useTranslation('mandate');
  const lang = useLang();
  const { compare } = useFormat();
  const countries = useLarge('countries');
  const nameOf = useCountryName();
  const { value, set, isReadOnly, error } = useValue<string>('country');
  const options = useMemo(
    () =>
      (countries?.items ?? [])
        .map(({ id, labels }) => ({ id, label: labels[lang] }))
        .sort((a, b) => compare(a.label, b.label)),
    [countries, lang, compare],
  );
  return (
    <ComboBox
      label={t('field.country')}
      description={t('help.country')}
      options={options}
      value={value}
      valueLabel={value && nameOf(value)}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}
