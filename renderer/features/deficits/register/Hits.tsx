import type { ReactNode } from 'react';
import { findHits } from '../../../../shared/domain/search-text.ts';

/** A text with the words that were searched for marked, in the same normal form that found them. */
export function Hits({
  text,
  query,
}: {
  readonly text: string;
  readonly query: string | undefined;
}): ReactNode {
  if (!query?.trim()) return text;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of findHits(text, query)) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
