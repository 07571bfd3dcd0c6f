import type { ReactNode } from 'react';
import { findHits } from '../../shared/domain/search-text.ts';

/** The text with what was searched for marked. */
export function Highlight({ text, query }: { readonly text: string; readonly query: string }) {
  if (query.trim() === '') return <>{text}</>;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of findHits(text, query)) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
