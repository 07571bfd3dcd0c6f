import type { ContentClause, ContentComment, Edition, EditionContent } from './content.ts';
import { isDraft } from './edition-decided.ts';
import { holds, type Levelled } from './levels.ts';

/** Makes a narrower edition of content that is one already: of a package that was imported. */
export function narrow(content: EditionContent, edition: Edition): EditionContent {
  if (content.edition === edition) return content;
  const rank: readonly Edition[] = ['public', 'restricted', 'internal'];
  if (rank.indexOf(edition) > rank.indexOf(content.edition)) return content;
  const leftOut: { [type: string]: number } = { ...content.leftOut };
  const keep = <T extends Levelled>(type: string, all: readonly T[]): T[] => {
    const inside = all.filter((item) => holds(edition, item));
    if (inside.length < all.length) leftOut[type] = (leftOut[type] ?? 0) + all.length - inside.length;
    return inside;
  };
  const inner = <T extends { comments: readonly ContentComment[]; clauses: readonly ContentClause[] }>(
    item: T,
  ): T => ({
    ...item,
    comments: keep('comment', item.comments),
    clauses: keep('clause', item.clauses),
  });
  const deficits = keep('deficit', content.deficits).map(inner);
  const ids = new Set(deficits.map((each) => each.id));
  const here = (id: string | null): string | null => (id !== null && ids.has(id) ? id : null);
  const strategies = keep('strategy', content.strategies).map(inner);
  const kept = new Set([...ids, ...strategies.map((each) => each.id)]);
  // A clause outlives the record it belongs to, where its own level lets it through.
  const orphans = [...content.deficits, ...content.strategies]
    .filter((each) => !kept.has(each.id))
    .flatMap((each) => keep('clause', each.clauses));
  const clauses = [...keep('clause', content.clauses), ...orphans].sort((a, b) =>
    `${a.number} ${a.id}` < `${b.number} ${b.id}` ? -1 : 1,
  );
  const withheld = { missing: 'withheld' } as const;
  const { participants: _people, ...rest } = content;
  return {
    ...rest,
    edition,
    deficits: deficits.map((each) => ({
      ...each,
      parents: each.parents.filter((id) => ids.has(id)),
      joinedInto: here(each.joinedInto),
    })),
    links: content.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    rounds: content.rounds.map((round) => ({
      ...round,
      tallies: round.tallies.filter((tally) => ids.has(tally.deficit)),
    })),
    strategies: strategies.map((strategy) => ({
      ...strategy,
      deficits: strategy.deficits.filter((id) => ids.has(id)),
      ...(edition === 'public'
        ? {
            costs: [],
            actions: strategy.actions.map((action) => ({ ...action, cost: withheld, ownFunds: withheld })),
          }
        : {}),
    })),
    clauses,
    draft: isDraft(deficits, strategies, clauses),
    leftOut,
  };
}
