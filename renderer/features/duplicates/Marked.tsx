import type { ReactNode } from 'react';
import { placesOf } from '../../../shared/domain/duplicates/similarity.ts';

/** A text with the words marked that the other one says as well, in whatever form it says them. */
export function Marked({
  text,
  meanings,
}: {
  readonly text: string;
  readonly meanings: ReadonlySet<string>;
}): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of placesOf(text, meanings)) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
