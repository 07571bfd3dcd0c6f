/** Which encoding the bytes of a text file are in: told by a mark, else by what the bytes can and cannot be. */
import type { Encoding } from '../../shared/domain/import/constants.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, n) => bytes[n] === byte);
/** As much of a file as is looked at for a guess. */
const LOOKED_AT = 256 * 1024;

/**
 * A mark says it. Without one: zeros at every other place are UTF-16; what decodes as UTF-8 is UTF-8. Of the two
 * one-byte encodings it is the Arabic one where high bytes stand side by side, as letters of Arabic words do: in
 * French and Spanish they stand alone.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (let n = 0; n < head.length; n += 1) if (head[n] === 0) zeros[n % 2] = (zeros[n % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  // Blanks, digits and separators of Arabic texts too have a zero for their high byte.
  if (even + odd > head.length / 50) return odd >= even ? 'utf-16le' : 'utf-16be';
  if (isUtf8(bytes) || isAlmostUtf8(head)) return 'utf-8';
  let high = 0;
  let together = 0;
  for (let n = 1; n < head.length; n += 1) {
    if ((head[n] as number) < 0xc0) continue;
    high += 1;
    if ((head[n - 1] as number) >= 0xc0) together += 1;
  }
  return together * 3 > high ? 'windows-1256' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * UTF-8 but for a few bytes, as where a text was cut in the middle of a letter: one cell is told then, and not every
 * Arabic text of the table read as something else. Letters of another encoding are nearly all wrong in UTF-8.
 */
function isAlmostUtf8(bytes: Uint8Array): boolean {
  let letters = 0;
  let wrong = 0;
  for (const char of new TextDecoder('utf-8').decode(bytes)) {
    if (char === '\ufffd') wrong += 1;
    else if (char > '\u007f') letters += 1;
  }
  return wrong * 10 < letters;
}

/** What cannot be decoded becomes U+FFFD, which the check of the rows tells by row and column. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes);
