import { normaliseForSearch } from '../../shared/domain/search-text.ts';

/** Whether every word typed occurs somewhere in the text, letters compared as readers of Arabic do. */
export function matches(text: string, typed: string): boolean {
  const normal = normaliseForSearch(text);
  return normaliseForSearch(typed)
    .split(/\s+/u)
    .every((word) => normal.includes(word));
}
