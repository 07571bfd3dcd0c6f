/** Texts of cells as people write them, made into values: digits of three scripts, figures, dates, lists. */

const ZEROS = [0x0660, 0x06f0];

/** `٢٠٢٤` and `۲۰۲۴` are 2024. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.find((from) => code >= from && code <= from + 9) as number;
    return String(code - zero);
  });
}

/** Marks that turn the direction of what follows, and control characters: text that is not what it seems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;
export const hasHidden = (text: string): boolean => text.search(HIDDEN) >= 0;
export const withoutHidden = (text: string): string => text.replace(HIDDEN, '');

/**
 * A decoder puts U+FFFD where the bytes were of another encoding, or a control of 0x80 to 0x9f where that encoding has
 * no letter; half of a character is no text either.
 */
export const isUndecodable = (text: string): boolean =>
  /[\ufffd\u0080-\u009f]/.test(text) || !text.isWellFormed();

const BETWEEN_ITEMS = /[;,\u060c\u061b|\n\r]+/g;

/**
 * Codes of one cell: by semicolons, commas (Arabic ones too), bars and lines. A name may hold a comma itself, so the
 * longest stretch that `resolve` knows is taken each time. Undefined stands for a piece that it does not.
 */
export function listItems<T>(text: string, resolve: (item: string) => T | undefined): (T | undefined)[] {
  const starts = [0];
  const ends: number[] = [];
  for (const { 0: mark, index } of text.matchAll(BETWEEN_ITEMS)) {
    ends.push(index);
    starts.push(index + mark.length);
  }
  ends.push(text.length);
  const items: (T | undefined)[] = [];
  for (let from = 0; from < starts.length; ) {
    const piece = (to: number): string => text.slice(starts[from], ends[to]).trim();
    if (piece(from) === '') {
      from += 1;
      continue;
    }
    let to = Math.min(starts.length, from + LONGEST_NAME) - 1;
    let found = resolve(piece(to));
    while (found === undefined && to > from) {
      to -= 1;
      found = resolve(piece(to));
    }
    items.push(found);
    from = to + 1;
  }
  return items;
}
/** In pieces between commas. */
const LONGEST_NAME = 6;

export type Figure =
  | { readonly figure: string }
  | { readonly problem: 'number-invalid' | 'number-ambiguous' };

/**
 * A decimal string. Blanks and apostrophes part thousands; where comma and point both stand, the last is the decimal
 * mark. `1,234` alone may be either and is refused rather than guessed.
 */
export function figureOf(text: string): Figure {
  let plain = latinDigits(text)
    .replace(/[\s\u00a0\u202f\u2009'’\u066c]/g, '')
    .replace(/\u066b/g, '.')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/[%٪]$/, '');
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    const thousands = comma > point ? /\./g : /,/g;
    plain = plain.replace(thousands, '').replace(',', '.');
  } else if (comma >= 0) {
    if (/^-?[1-9]\d{0,2}(,\d{3}){2,}$/.test(plain)) plain = plain.replaceAll(',', '');
    else if (/^-?[1-9]\d{0,2},\d{3}$/.test(plain)) return { problem: 'number-ambiguous' };
    else plain = plain.replace(',', '.');
  } else if (/^-?[1-9]\d{0,2}(\.\d{3}){2,}$/.test(plain)) plain = plain.replaceAll('.', '');
  if (plain.startsWith('+')) plain = plain.slice(1);
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? { figure: plain } : { problem: 'number-invalid' };
}

/** A spreadsheet's number as people see it there: fifteen digits, never with an exponent. */
export function numberText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!/e/i.test(text)) return text;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '') : BigInt(Math.round(value)).toString();
}

const days = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `YYYY-MM-DD`, also from `DD/MM/YYYY` and `DD.MM.YYYY`: the day first, as all four languages write it. */
export function dateOf(text: string): string | undefined {
  const plain = latinDigits(text)
    .trim()
    .replace(/[T ]\d{2}:\d{2}.*$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  const european = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain);
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : european
      ? [european[3], european[2], european[1]]
      : undefined;
  if (!parts) return undefined;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > days(year, month))
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export interface Period {
  readonly year: number;
  /** What is finer than a year, as it stood (`2024Q1`), and its first day. */
  readonly part?: { readonly text: string; readonly from: string };
}

const MONTHS: { readonly [unit: string]: number } = { S: 6, Q: 3, M: 1 };

/** A year, or a half, quarter or month as statistics write them: `2024S1`, `2024-Q1`, `2024M03`, `2024-03`. */
export function periodOf(text: string): Period | undefined {
  const plain = latinDigits(text).trim();
  const match = /^(\d{4})(?:\.0+)?(?:-?([SQM])(\d{1,2})|-(\d{2}))?$/.exec(plain);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900 || year > 2200) return undefined;
  const order = match[3] ?? match[4];
  if (order === undefined) return { year };
  const month = (Number(order) - 1) * (MONTHS[match[2] ?? 'M'] as number) + 1;
  if (month < 1 || month > 12) return undefined;
  return { year, part: { text: plain, from: `${year}-${String(month).padStart(2, '0')}-01` } };
}

/** `D-014b`, `014b`, `14` are one number: digits padded to three, with the copy's letter. */
export function shortNumber(text: string): string | undefined {
  const match = /^(?:[a-z]+[-\s]?)?(\d{1,6})([a-z]{0,16})$/.exec(latinDigits(text).trim().toLowerCase());
  return match ? `${String(Number(match[1])).padStart(3, '0')}${match[2]}` : undefined;
}

/**
 * The number of one of our deficits where it is written as one: `D-014b`, `D 14`, «D-٠١٤». A plain 14 is none: nearly
 * every table counts its rows, and its fourteenth is not our fourteenth.
 */
export function ownNumber(text: string): string | undefined {
  const plain = latinDigits(text).trim();
  return /^d[\s\p{Pd}]*\d/iu.test(plain) ? shortNumber(plain.replace(/^d[\s\p{Pd}]*/iu, '')) : undefined;
}

/** Whether a text counts and says no more. */
export const isPlainNumber = (text: string): boolean => /^\d{1,6}$/.test(latinDigits(text).trim());

/** `C087`, `C87`, `C.87`, `C 087`, `No. 87` of a table of conventions is not: the letter must stand. */
export function instrumentCode(text: string): string | undefined {
  const match = /^([CPR])[.\s-]*0*(\d{1,3})$/i.exec(latinDigits(text).trim());
  return match ? `${(match[1] as string).toUpperCase()}${(match[2] as string).padStart(3, '0')}` : undefined;
}
