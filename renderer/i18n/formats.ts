import { minorDigits } from '../../shared/reference/currencies.ts';
import { type LocaleSettings, localeTag, secondCalendarTag } from './locale.ts';

/** Everything the page writes that is not a sentence: numbers, dates, money, lists. Made once per locale. */
export interface Formats {
  readonly tag: string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A whole number of things; same as `number` without decimals. */
  count(value: number): string;
  /** A ratio between 0 and 1. */
  percent(ratio: number, digits?: number): string;
  /** A figure kept as a decimal string ("11.40"), with its decimals kept. */
  decimal(figure: string): string;
  /** ISO date `YYYY-MM-DD`, month `YYYY-MM` or instant; the Hijri date follows in brackets when chosen. */
  date(iso: string, style?: 'short' | 'medium' | 'long'): string;
  dateTime(iso: string): string;
  time(iso: string): string;
  /** A period; `undefined` ends are left open. */
  dateRange(start: string | undefined, end: string | undefined): string;
  /** A span before or after now, in words ("3 days ago"). */
  relative(iso: string, now?: number): string;
  /** Money in integer minor units of an ISO 4217 currency. */
  money(minorUnits: number, currency: string): string;
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  /** The name of an ISO 3166 region in the reader's language. */
  region(code: string): string;
  languageName(code: string): string;
  currencyName(code: string): string;
  bytes(size: number): string;
  compare(a: string, b: string): number;
}

const DATE_STYLES = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const;

const RELATIVE_STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Calendar days have no time zone: they are read and written in UTC so that no zone moves them. */
const asInstant = (iso: string): { at: Date; day: boolean; month: boolean } => {
  const month = /^\d{4}-\d{2}$/.test(iso);
  const day = month || /^\d{4}-\d{2}-\d{2}$/.test(iso);
  return { at: new Date(month ? `${iso}-01T00:00:00Z` : day ? `${iso}T00:00:00Z` : iso), day, month };
};

export function makeFormats(settings: LocaleSettings): Formats {
  const tag = localeTag(settings);
  const hijri = settings.calendar === 'islamic-umalqura' ? secondCalendarTag(settings) : undefined;
  const kept = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  const numbers = (options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
    once(`n${JSON.stringify(options)}`, () => new Intl.NumberFormat(tag, options));
  const dates = (options: Intl.DateTimeFormatOptions, locale = tag): Intl.DateTimeFormat =>
    once(`d${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
  const names = (type: 'region' | 'language' | 'currency'): Intl.DisplayNames =>
    once(`x${type}`, () => new Intl.DisplayNames(tag, { type, fallback: 'code' }));
  const named = (type: 'region' | 'language' | 'currency', code: string): string => {
    try {
      return names(type).of(code) ?? code;
    } catch {
      return code;
    }
  };

  const date: Formats['date'] = (iso, style = 'medium') => {
    const { at, day, month } = asInstant(iso);
    if (Number.isNaN(at.getTime())) return iso;
    const zone = day ? { timeZone: 'UTC' } : {};
    const options = month ? { month: 'long' as const, year: 'numeric' as const } : DATE_STYLES[style];
    const gregorian = dates({ ...options, ...zone }).format(at);
    if (!hijri || month || style === 'short') return gregorian;
    return `${gregorian} (${dates({ day: 'numeric', month: 'long', year: 'numeric', ...zone }, hijri).format(at)})`;
  };

  return {
    tag,
    number: (value, options) => numbers(options).format(value),
    count: (value) => numbers({ maximumFractionDigits: 0 }).format(value),
    percent: (ratio, digits = 0) =>
      numbers({ style: 'percent', maximumFractionDigits: digits }).format(ratio),
    decimal: (figure) => {
      const decimals = figure.split('.')[1]?.length ?? 0;
      return numbers({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
        Number(figure),
      );
    },
    date,
    dateTime: (iso) => {
      const { at } = asInstant(iso);
      if (Number.isNaN(at.getTime())) return iso;
      return dates({ ...DATE_STYLES.medium, hour: 'numeric', minute: '2-digit' }).format(at);
    },
    time: (iso) => dates({ timeStyle: 'short' }).format(asInstant(iso).at),
    dateRange: (start, end) => {
      if (!start || !end) return date(start ?? end ?? '');
      const from = asInstant(start);
      const to = asInstant(end);
      const options =
        from.month || to.month ? ({ month: 'long', year: 'numeric' } as const) : DATE_STYLES.medium;
      return dates({ ...options, timeZone: 'UTC' }).formatRange(from.at, to.at);
    },
    relative: (iso, now = Date.now()) => {
      const seconds = (asInstant(iso).at.getTime() - now) / 1000;
      const [unit, length] = RELATIVE_STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['second', 1];
      const style = once('r', () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
      return unit === 'second' ? style.format(0, 'second') : style.format(Math.trunc(seconds / length), unit);
    },
    money: (minorUnits, currency) => {
      // In a line that runs from right to left, amount and code would drift apart: they are set off as one.
      const isolated =
        settings.language === 'ar' ? (text: string) => `\u2068${text}\u2069` : (text: string) => text;
      const digits = minorDigits(currency);
      const amount = minorUnits / 10 ** digits;
      const isRound = minorUnits % 10 ** digits === 0;
      try {
        return isolated(
          numbers({
            style: 'currency',
            currency,
            currencyDisplay: 'code',
            minimumFractionDigits: isRound ? 0 : digits,
            maximumFractionDigits: digits,
          }).format(amount),
        );
      } catch {
        return isolated(`${numbers().format(amount)} ${currency}`);
      }
    },
    list: (items, type = 'conjunction') =>
      once(`l${type}`, () => new Intl.ListFormat(tag, { type })).format(items),
    region: (code) => named('region', code),
    languageName: (code) => named('language', code),
    currencyName: (code) => named('currency', code),
    bytes: (size) => {
      let step = 0;
      let value = size;
      while (value >= 1000 && step < BYTE_UNITS.length - 1) {
        value /= 1000;
        step += 1;
      }
      const unit = BYTE_UNITS[step] as string;
      return numbers({
        style: 'unit',
        unit,
        // The short Arabic units are initials with points, which nobody reads at a glance.
        unitDisplay: settings.language === 'ar' ? 'long' : 'short',
        maximumFractionDigits: step ? 1 : 0,
      }).format(value);
    },
    compare: (a, b) => once('c', () => new Intl.Collator(tag, { numeric: true })).compare(a, b),
  };
}
