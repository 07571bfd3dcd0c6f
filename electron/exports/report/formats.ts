/**
 * Numbers, dates and money of reports: always Western digits, and written by hand, since Intl may change
 * with the version of its data and the same content must give the same bytes.
 */
import type { Lang } from '../../../shared/domain/languages.ts';
import { minorDigits } from '../../../shared/reference/currencies.ts';
import { type Say, sayIn } from './strings.ts';

const NO_BREAK = '\u00a0';
const MARKS: { readonly [L in Lang]: { readonly group: string; readonly decimal: string } } = {
  ar: { group: ',', decimal: '.' },
  en: { group: ',', decimal: '.' },
  fr: { group: NO_BREAK, decimal: ',' },
  es: { group: NO_BREAK, decimal: ',' },
};

/** A decimal string (`-1234.50`) with its decimals kept. Four digits stay together, as a year does, unless told. */
export function decimal(figure: string, lang: Lang, together = 4): string {
  const [, sign = '', whole = '', , fraction] = /^(-?)(\d+)(\.(\d+))?$/.exec(figure) ?? [];
  if (whole === '') return figure;
  const { group, decimal: point } = MARKS[lang];
  const grouped = whole.length > together ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return `${sign && '\u2212'}${grouped}${fraction ? point + fraction : ''}`;
}

export const count = (n: number, lang: Lang): string => decimal(String(n), lang);

/** Minor units without the currency: `1234500` of USD is `12,345`; cents are shown only where there are some. */
export function amount(minor: number, currency: string, lang: Lang): string {
  const digits = minorDigits(currency);
  const padded = String(minor).padStart(digits + 1, '0');
  const fraction = padded.slice(padded.length - digits);
  const shown = digits > 0 && /[1-9]/.test(fraction) ? `.${fraction}` : '';
  return decimal(padded.slice(0, padded.length - digits) + shown, lang, 3);
}

/** `YYYY-MM-DD`, `YYYY-MM` or an instant, of which only the day is said. */
export function date(iso: string, lang: Lang, say: Say = sayIn(lang)): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso) ?? [];
  if (!y || !m) return iso;
  const month = say(`month.${Number(m) as 1}`);
  return d ? say('format.day', { d: Number(d), month, y }) : say('format.month', { month, y });
}

export function period(start: string | undefined, end: string | undefined, lang: Lang, say: Say): string {
  if (start && end) {
    const [from, to] = [date(start, lang, say), date(end, lang, say)];
    if (from === to) return from;
    if (start.length < 10 || end.length < 10) return say('format.months', { from, to });
    if (start.slice(0, 7) !== end.slice(0, 7)) return say('format.range', { from, to });
    const month = say(`month.${Number(start.slice(5, 7)) as 1}`);
    const [first, last] = [Number(start.slice(8, 10)), Number(end.slice(8, 10))];
    return say('format.days', { from: first, to: last, month, y: start.slice(0, 4) });
  }
  if (start) return say('value.from', { date: date(start, lang, say) });
  return end ? say('value.until', { date: date(end, lang, say) }) : say('value.noText');
}

/** `ab12 cd34 …`: sixteen hexadecimal digits, enough to tell versions apart when read aloud. */
export const fingerprint = (versionId: string): string =>
  versionId.slice(0, 16).replace(/(.{4})(?=.)/g, `$1${NO_BREAK}`);
