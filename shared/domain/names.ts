/**
 * Personal names that stand in free text. Editions leave out every field that is marked personal; a name that
 * somebody typed into a statement is found here, before any byte is written.
 */
import type { EditionContent } from './content.ts';
import { normaliseForSearch } from './search-text.ts';

const words = (text: string): string =>
  ` ${(normaliseForSearch(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

export interface NamePlace {
  /** The number people read, or '' where the record carries none. */
  readonly number: string;
  readonly field: string;
}

/**
 * The first place where one of the names stands as whole words, in any Arabic spelling. A name of one word is
 * passed over: it may be an ordinary word («نور», "Grace"), and an export that cannot be made protects nobody.
 */
export function findName(content: EditionContent, names: Iterable<string>): NamePlace | undefined {
  const wanted = [...names].map(words).filter((name) => name.trim().includes(' '));
  if (wanted.length === 0) return undefined;
  const search = (value: unknown, place: NamePlace): NamePlace | undefined => {
    if (typeof value === 'string') {
      const text = words(value);
      return wanted.some((name) => text.includes(name)) ? place : undefined;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    const number = (value as { number?: unknown }).number;
    const here = typeof number === 'string' && number !== '' ? number : place.number;
    for (const [key, inner] of Object.entries(value)) {
      const found = search(inner, { number: here, field: Array.isArray(value) ? place.field : key });
      if (found) return found;
    }
    return undefined;
  };
  const { participants: _people, ...rest } = content;
  return search(rest, { number: '', field: '' });
}
