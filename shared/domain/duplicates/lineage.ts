/**
 * Where a wording comes from and what became of it. Copies that joined apart and were merged may name each other in a
 * ring, and may name what is not here: neither ends this walk, both are said.
 */

export interface Descended {
  readonly id: string;
  readonly parents?: readonly string[] | undefined;
  readonly origin?: 'joined' | 'split' | undefined;
  readonly joinedInto?: string | undefined;
  readonly withdrawn?: boolean | undefined;
}

export interface Lineage {
  readonly id: string;
  readonly origin: 'joined' | 'split' | null;
  /** Those whose wordings it took up, or the one it was split from. */
  readonly parents: readonly string[];
  /** Parents, their parents and so on, nearest first, each once and never itself. */
  readonly ancestors: readonly string[];
  readonly children: readonly string[];
  /** The joined deficit that speaks for it now; null where that one was withdrawn. */
  readonly joinedInto: string | null;
  /** It is among its own ancestors. */
  readonly isInCycle: boolean;
  /** Named as a parent or an ancestor and not among the deficits that are known. */
  readonly missing: readonly string[];
}

export function lineageOf(deficits: readonly Descended[]): ReadonlyMap<string, Lineage> {
  const known = new Map(deficits.map((deficit) => [deficit.id, deficit]));
  const children = new Map<string, Set<string>>();
  for (const { id, parents } of deficits)
    for (const parent of parents ?? []) children.set(parent, (children.get(parent) ?? new Set()).add(id));

  const lineages = new Map<string, Lineage>();
  for (const deficit of deficits) {
    const ancestors = new Set<string>();
    const missing = new Set<string>();
    let isInCycle = false;
    const waiting = [...(deficit.parents ?? [])].sort();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next === deficit.id) isInCycle = true;
      if (next === deficit.id || ancestors.has(next)) continue;
      ancestors.add(next);
      const ancestor = known.get(next);
      if (!ancestor) missing.add(next);
      waiting.push(...[...(ancestor?.parents ?? [])].sort());
    }
    const into = deficit.joinedInto;
    lineages.set(deficit.id, {
      id: deficit.id,
      origin: deficit.origin ?? null,
      parents: [...(deficit.parents ?? [])].sort(),
      ancestors: [...ancestors],
      children: [...(children.get(deficit.id) ?? [])].sort(),
      joinedInto: into === undefined || known.get(into)?.withdrawn ? null : into,
      isInCycle,
      missing: [...missing],
    });
  }
  return lineages;
}
