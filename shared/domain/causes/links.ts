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

function reaches(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const waiting = [from];
  const seen = new Set(waiting);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    for (const one of next.get(at) ?? [])
      if (!seen.has(one)) {
        seen.add(one);
        waiting.push(one);
      }
  }
  return false;
}

/** Whether one more link, whatever its kind, would lead from a deficit back to itself. */
export const linkClosesRing = (links: readonly Arrow[], from: string, to: string): boolean =>
  reaches(outgoing(links), to, from);

/** The links that lie on a ring: none that was made here, but copies that were merged may bring one. */
export function linksInRings(links: readonly Arrow[]): ReadonlySet<string> {
  const next = outgoing(links);
  return new Set(links.filter(({ from, to }) => reaches(next, to, from)).map(({ id }) => id));
}
