/** A fingerprint short enough to be read aloud in a room and compared by ear. */

const GROUPS = 5;
const DIGITS = 3;
const MODULUS = 10n ** BigInt(GROUPS * DIGITS);

/**
 * Five groups of three decimal digits from the first 64 bits of a SHA-256 in hexadecimal: digits, since letters are
 * read differently in each language. Two copies that differ share them once in a thousand million million.
 */
export function readAloud(sha256: string): readonly string[] {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
  const digits = (BigInt(`0x${sha256.slice(0, 16)}`) % MODULUS).toString().padStart(GROUPS * DIGITS, '0');
  return Array.from({ length: GROUPS }, (_, n) => digits.slice(n * DIGITS, (n + 1) * DIGITS));
}
