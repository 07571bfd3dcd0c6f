import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Codelist, type CountryItem, itemIn, loadCodelist } from '../../shared/reference/index.ts';
import { useFormat, useLang } from '../i18n/useFormat.ts';
import type { Option } from '../ui/Select.tsx';

/** The imaginary country of the sample: its code is user-assigned and in no list. */
const SAMPLE = 'QRW';

let list: Codelist<CountryItem> | undefined;

/** Members of the ILO; undefined until the list has come. */
export function useCountries(): Codelist<CountryItem> | undefined {
  const [countries, setCountries] = useState(list);
  useEffect(() => {
    if (list) return;
    let isHere = true;
    void loadCodelist('countries').then((loaded) => {
      list = loaded;
      if (isHere) setCountries(loaded);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return countries;
}

/** The name of a country by its ISO alpha-3 code; the code itself where no list knows it. */
export function useCountryName(): (code: string) => string {
  const { t } = useTranslation('shell');
  const lang = useLang();
  const countries = useCountries();
  return useCallback(
    (code) =>
      code === SAMPLE
        ? t('sampleCountry')
        : ((countries && itemIn(countries, code)?.labels[lang]) ?? (countries ? code : '')),
    [t, lang, countries],
  );
}

/** For a picker: ILO Members in the order of the reader's language. `by` says which code is the id. */
export function useCountryOptions(by: 'iso3' | 'iso2' = 'iso3'): readonly Option[] {
  const lang = useLang();
  const { compare } = useFormat();
  const countries = useCountries();
  return useMemo(
    () =>
      (countries?.items ?? [])
        .map((item) => ({
          id: by === 'iso3' ? item.id : item.iso2,
          label: item.labels[lang],
          hint: by === 'iso3' ? item.id : item.iso2,
        }))
        .sort((a, b) => compare(a.label, b.label)),
    [countries, lang, compare, by],
  );
}
