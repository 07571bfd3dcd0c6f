/** Links among deficits are drawn in one direction only: whether one would close a ring, and which do already. */
interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

function outgoing(links: readonly Arrow[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  return next;
}

/**
 * Whether links lead from one deficit to another: where they do, one more the other way, whatever its kind, would close
 * a ring. `next` is asked once for each deficit that is reached.
 */
export function leadsTo(next: (id: string) => readonly string[], from: string, to: string): boolean {
  const waiting = [from];
  const seen = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    for (const one of next(at))
      if (!seen.has(one)) {
        seen.add(one);
        waiting.push(one);
      }
  }
  return false;
}

/**
 * The links that lie on a ring: none that was made here, but copies that were merged may bring one. A link lies on one
 * where each of its ends leads to the other, so all are found in one walk, linear in the links.
 */
export function linksInRings(links: readonly Arrow[]): ReadonlySet<string> {
  const partOf = componentsOf(outgoing(links));
  return new Set(links.filter(({ from, to }) => partOf.get(from) === partOf.get(to)).map(({ id }) => id));
}

/**
 * For each deficit the number of the part it belongs to: two are in one where each leads to the other (R. Tarjan,
 * "Depth-first search and linear graph algorithms", 1972). The walk keeps a stack of its own, since a chain may be as
 * long as the register.
 */
function componentsOf(next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const partOf = new Map<string, number>();
  const metAt = new Map<string, number>();
  /** The earliest met that is reached from here and belongs to no part yet. */
  const back = new Map<string, number>();
  const open: string[] = [];
  let parts = 0;
  const meet = (id: string): { readonly id: string; at: number } => {
    back.set(id, metAt.size);
    metAt.set(id, metAt.size);
    open.push(id);
    return { id, at: 0 };
  };
  const lower = (id: string, to: number): void => {
    if (to < (back.get(id) as number)) back.set(id, to);
  };
  for (const start of next.keys()) {
    if (metAt.has(start)) continue;
    const walk = [meet(start)];
    for (let step = walk.at(-1); step; step = walk.at(-1)) {
      const to = next.get(step.id)?.[step.at];
      step.at += 1;
      if (to !== undefined) {
        const met = metAt.get(to);
        if (met === undefined) walk.push(meet(to));
        else if (!partOf.has(to)) lower(step.id, met);
        continue;
      }
      walk.pop();
      const low = back.get(step.id) as number;
      const before = walk.at(-1);
      if (before) lower(before.id, low);
      if (low !== metAt.get(step.id)) continue;
      let one: string | undefined;
      do {
        one = open.pop() as string;
        partOf.set(one, parts);
      } while (one !== step.id);
      parts += 1;
    }
  }
  return partOf;
}
