import { LANGS, type Lang } from '../domain/languages.ts';
import { type Codelist, makeCodelist } from './codelist.ts';
import currencies from './currencies.json' with { type: 'json' };
import type { CurrencyItem } from './items.ts';

type Labels = Record<Lang, string>;

/** Names are read from the locale data of the runtime when first asked for: all of them in four languages are slow to make. */
function lazyLabels(code: string): Labels {
  const labels: Partial<Labels> = {};
  for (const lang of LANGS)
    Object.defineProperty(labels, lang, {
      enumerable: true,
      get: () => namesIn(lang).of(code) ?? code,
    });
  return Object.freeze(labels) as Labels;
}

const names = new Map<Lang, Intl.DisplayNames>();
function namesIn(lang: Lang): Intl.DisplayNames {
  let found = names.get(lang);
  if (!found) {
    found = new Intl.DisplayNames(lang, { type: 'currency' });
    names.set(lang, found);
  }
  return found;
}

const blank = { ar: null, en: null, fr: null, es: null };

/** ISO 4217 currencies, each with the digits of its minor unit. */
export function makeCurrencies(): Codelist<CurrencyItem> {
  const list = makeCodelist<CurrencyItem>({
    ...currencies,
    items: currencies.items.map((item) => ({ ...item, labels: blank })),
  });
  const items = list.items.map(({ id, digits }) => Object.freeze({ id, digits, labels: lazyLabels(id) }));
  return Object.freeze({ ...list, items: Object.freeze(items) });
}

/** Digits of a currency's minor unit; 2 for a code the list does not know. */
export const minorDigits = (code: string): number =>
  currencies.items.find((item) => item.id === code)?.digits ?? 2;
