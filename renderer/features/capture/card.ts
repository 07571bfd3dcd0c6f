/** One card as the page holds it while it is written, and as it becomes a deficit. */
import type { Seat } from '../../../shared/domain/codes.ts';
import type { Lang } from '../../../shared/domain/languages.ts';
import { withOriginal as beside } from '../../../shared/domain/paste/originals.ts';

export interface Card {
  /** The deficit it will be: a repeated call makes the same one. */
  readonly id: string;
  readonly title: string;
  readonly area: string | undefined;
  readonly affectedGroups: readonly string[];
  readonly statement: string;
  /** A group and never a person; stays from card to card. Undefined until one is chosen: none is the usual one. */
  readonly raisedBy: Seat | undefined;
  /** What stood in a field as it was pasted, where that was cleaned. */
  readonly pasted: { readonly title?: string; readonly statement?: string };
}

/** Longest title and statement, as the format has them. */
export const MOST = { title: 300, statement: 10_000 } as const;

export const newCard = (raisedBy?: Seat): Card => ({
  id: crypto.randomUUID(),
  title: '',
  area: undefined,
  affectedGroups: [],
  statement: '',
  raisedBy,
  pasted: {},
});

/** With one more original: what was pasted before stays beside it. */
export const withOriginal = (
  { pasted }: Card,
  field: 'title' | 'statement',
  original: string,
): Card['pasted'] => ({ ...pasted, [field]: beside(pasted[field], original) });

/** Nothing has been written or chosen for it yet. */
export const isBlank = ({ title, area, affectedGroups, statement }: Card): boolean =>
  title.trim() === '' && statement.trim() === '' && area === undefined && affectedGroups.length === 0;

/** The members of the deficit, in the language the card was written in. */
export function membersOf(card: Card, lang: Lang, session: string | undefined) {
  const text = (words: string) => ({ [lang]: { text: words, status: 'original' as const } });
  const title = card.title.trim();
  const statement = card.statement.trim();
  const { title: first, statement: second } = card.pasted;
  const pasted = second ? beside(first, second) : first;
  return {
    confidentiality: 'secretariat' as const,
    captured: 'screen' as const,
    ...(card.raisedBy && { raisedBy: card.raisedBy }),
    title: text(title),
    ...(statement && { statement: text(statement) }),
    ...(card.area && { area: card.area }),
    ...(card.affectedGroups.length > 0 && { affectedGroups: [...card.affectedGroups] }),
    ...(session && { session }),
    ...(pasted && { pasted: text(pasted) }),
  };
}
