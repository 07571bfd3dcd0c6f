/**
 * Reads a number as people type it: with Latin or Arabic-Indic digits whatever the setting, with the decimal
 * mark of any habit. A number read wrongly by a factor of ten is worse than one refused, so what is left is
 * refused.
 */

/** Separators of a locale, as `Intl` writes them. */
export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

export function separatorsOf(tag: string): Separators {
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(12_345_678.9);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: toLatin(find('decimal')), group: toLatin(find('group')) };
}

/** Arabic-Indic and Persian digits and marks as their Latin counterparts; spaces and marks of direction go. */
export function toLatin(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u066b،]/g, ',')
    .replace(/\u066c/g, '.')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u00a0\u202f'’\u200e\u200f\u061c\u2066-\u2069]/g, '');
}

/**
 * The number typed, `undefined` for nothing, NaN for what is none. A single mark is the decimal one, unless
 * it is the group mark of the locale and three digits follow; with both marks the last is the decimal one.
 * The Arabic decimal mark (U+066B) is always decimal.
 */
export function parseNumber(typed: string, separators: Separators): number | undefined {
  const hasArabicMark = typed.includes('\u066b');
  const text = toLatin(hasArabicMark ? typed.replace(/[\u066c.,،]/g, '') : typed);
  if (text === '') return undefined;
  if (!/^-?[\d.,]*\d[.,]?$/.test(text)) return Number.NaN;
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  let decimal = '';
  if (hasArabicMark) decimal = ',';
  else if (dots && commas) decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  else if (dots + commas === 1) {
    const mark = dots ? '.' : ',';
    const isGroup = mark === separators.group && /^-?\d{1,3}[.,]\d{3}$/.test(text);
    if (!isGroup) decimal = mark;
  }
  const group = decimal === '.' ? ',' : '.';
  const pieces = decimal ? text.split(decimal) : [decimalless(text)];
  const [whole = '', fraction = '', ...more] = pieces;
  if (more.length > 0) return Number.NaN;
  if (decimal && !isGrouped(whole, group)) return Number.NaN;
  if (/[.,]/.test(fraction)) return Number.NaN;
  return Number(`${whole.replaceAll(group, '')}.${fraction || '0'}`);
}

/** Without a decimal mark all marks are groups; groups that are none make it no number. */
function decimalless(text: string): string {
  const mark = text.includes('.') ? '.' : ',';
  return isGrouped(text, mark) ? text.replaceAll(mark, '') : 'x';
}

const isGrouped = (whole: string, mark: string): boolean =>
  !whole.includes(mark) ||
  whole
    .replace('-', '')
    .split(mark)
    .every((group, index) => (index === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group)));
