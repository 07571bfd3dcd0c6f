import type { ReactNode } from 'react';
import { findHits } from '../../../shared/domain/search-text.ts';

const LETTER = /[\p{L}\p{M}\p{N}\u0640]/u;

/** A text with the words marked that the other one holds as well: whole words, though stems are what is compared. */
export function Marked({
  text,
  words,
}: {
  readonly text: string;
  readonly words: readonly string[];
}): ReactNode {
  if (words.length === 0) return text;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end: hit } of findHits(text, words.join(' '))) {
    let end = hit;
    while (end < text.length && LETTER.test(text[end] as string)) end += 1;
    if (start < at) continue;
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
