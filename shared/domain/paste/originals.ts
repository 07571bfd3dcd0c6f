/**
 * What was pasted, kept beside the text it became. Named here and not read off the records, since their schemas would
 * bring a parser into the page; a test holds the two together.
 */

/** Record types with a field `pasted`. */
export const KEEPS_PASTED = [
  'dossier',
  'deficit',
  'evidence',
  'clause',
  'strategy',
  'action',
  'comment',
  'norm',
  'cause',
  'link',
] as const;

export const keepsPasted = (type: string): boolean => (KEEPS_PASTED as readonly string[]).includes(type);

/** Longest text of originals, in UTF-16 units, as the format has it. */
export const MOST_PASTED = 20_000;

const GAP = '\n\n';

/**
 * The originals of a record with one more: those kept before stay, and none is kept twice. Of more than
 * `MOST_PASTED` the newest is kept here and the older in the history.
 */
export function withOriginal(kept: string | undefined, original: string): string {
  if (!kept) return newest(original);
  // Text that was pasted again, or a step that is repeated.
  if (`${GAP}${kept}${GAP}`.includes(`${GAP}${original}${GAP}`)) return kept;
  return newest(`${kept}${GAP}${original}`);
}

/** Half of a pair of units is no character, and no ledger takes it. */
const newest = (text: string): string => text.slice(-MOST_PASTED).replace(/^[\udc00-\udfff]/, '');
