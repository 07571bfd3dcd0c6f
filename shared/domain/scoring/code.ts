/**
 * Opening codes that are read aloud and written down: 128 bits as eight groups of six digits. Digits, since letters are
 * read differently in each language. The sixth digit of a group checks the other five and the place of the group, so
 * that a slip is told at once, and where it is; a group typed in another's place is a slip as well.
 */
export const CODE_BYTES = 16;
export const CODE_GROUPS = 8;
export const GROUP_DIGITS = 6;

/** The quasigroup of H. M. Damm (2004): finds every single wrong digit and every two neighbours exchanged. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

const checkOf = (digits: string): number =>
  [...digits].reduce((state, digit) => DAMM[state]?.[Number(digit)] as number, 0);

export function spell(bytes: Uint8Array): string[] {
  if (bytes.length !== CODE_BYTES) throw new RangeError('a code has 16 bytes');
  return Array.from({ length: CODE_GROUPS }, (_, group) => {
    const value = (bytes[2 * group] as number) * 256 + (bytes[2 * group + 1] as number);
    const digits = String(value).padStart(GROUP_DIGITS - 1, '0');
    return `${digits}${checkOf(`${group}${digits}`)}`;
  });
}

export type ReadCode =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `group` counts from 1: the first that cannot be right, or the first that is missing. */
  | { readonly ok: false; readonly group: number; readonly why: 'wrong' | 'short' | 'long' };

/** Whatever digits a keyboard writes; anything else between them is passed over. */
export const digitsOf = (typed: string): string =>
  [...typed.normalize('NFKC')]
    .map((sign) => {
      const at = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'.indexOf(sign);
      return at < 0 ? sign : String(at % 10);
    })
    .filter((sign) => sign >= '0' && sign <= '9')
    .join('');

export function readCode(typed: string): ReadCode {
  const digits = digitsOf(typed);
  const bytes = new Uint8Array(CODE_BYTES);
  for (let group = 0; group < CODE_GROUPS; group += 1) {
    const part = digits.slice(group * GROUP_DIGITS, (group + 1) * GROUP_DIGITS);
    if (part.length < GROUP_DIGITS) return { ok: false, group: group + 1, why: 'short' };
    const value = Number(part.slice(0, -1));
    if (value > 0xffff || checkOf(`${group}${part}`) !== 0)
      return { ok: false, group: group + 1, why: 'wrong' };
    bytes[2 * group] = value >> 8;
    bytes[2 * group + 1] = value & 0xff;
  }
  if (digits.length > CODE_GROUPS * GROUP_DIGITS) return { ok: false, group: CODE_GROUPS, why: 'long' };
  return { ok: true, bytes };
}
