/** Bytes of files that are always the same for the same content. */
import { createHash } from 'node:crypto';
import type { EditionContent } from '../../shared/domain/content.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as { readonly [key: string]: unknown };
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .filter((key) => object[key] !== undefined)
      .map((key) => [key, sorted(object[key])]),
  );
}

/** JSON for people and programs alike: keys sorted, two spaces, a newline at the end. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`;

/** `hiwar-QRW-restricted-0123abcd`: plain ASCII, and nothing in it that a person wrote. */
export function baseName({ dossier, edition, versionId }: EditionContent): string {
  const country =
    typeof dossier.country === 'string' && /^[A-Z]{3}$/.test(dossier.country) ? dossier.country : 'XXX';
  return `hiwar-${country}-${edition}-${versionId.slice(0, 8)}`;
}
