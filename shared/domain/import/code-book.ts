/** Codes as people write them: the code itself, or its label in any of the four languages. */
import { normaliseForSearch } from '../search-text.ts';
import { latinDigits } from './values.ts';

export interface Coded {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly labels: { readonly [lang: string]: string | undefined };
}

/** One form for texts that people take for the same: marks, forms of letters, case and blanks do not count. */
export const sameText = (text: string): string =>
  normaliseForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export class CodeBook {
  readonly #ids = new Map<string, string>();
  readonly #labels = new Map<string, string | null>();
  readonly #parents = new Map<string, string>();

  constructor(items: readonly Coded[]) {
    for (const { id, parent, labels } of items) {
      this.#ids.set(id.toLowerCase(), id);
      if (parent !== undefined) this.#parents.set(id, parent);
      for (const label of Object.values(labels)) if (label) this.alias(label, id);
    }
  }

  /** Another way of writing a code. A label that two codes share stands for neither. */
  alias(text: string, id: string): void {
    const key = sameText(text);
    if (key === '') return;
    const known = this.#labels.get(key);
    this.#labels.set(key, known === undefined || known === id ? id : null);
  }

  has(id: string): boolean {
    return this.#parents.has(id) || this.#ids.get(id.toLowerCase()) === id;
  }

  resolve(text: string): string | undefined {
    return (
      this.#ids.get(latinDigits(text).trim().toLowerCase()) ?? this.#labels.get(sameText(text)) ?? undefined
    );
  }

  parentOf(id: string): string | undefined {
    return this.#parents.get(id);
  }
}
