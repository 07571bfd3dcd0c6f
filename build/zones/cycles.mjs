/** Finds files that import each other in a ring (Tarjan's strongly connected components). */

/** @param {import('./imports.mjs').ImportGraph} graph @returns {string[][]} one ring each, first file repeated at the end */
export function findCycles(graph) {
  /** @type {Map<string, number>} */
  const order = new Map();
  /** @type {Map<string, number>} */
  const lowest = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const groups = [];

  /** @param {string} file */
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) lowest.set(file, Math.min(low(file), low(next)));
    }
    if (low(file) === order.get(file)) groups.push(stack.splice(stack.indexOf(file)));
  };
  /** @param {string} file */
  const low = (file) => lowest.get(file) ?? 0;

  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  const rings = groups.filter(
    (group) => group.length > 1 || graph.get(group[0] ?? '')?.includes(group[0] ?? ''),
  );
  return rings.map((group) => ringThrough(graph, group));
}

/** The shortest way from the first file of a group back to itself. @param {import('./imports.mjs').ImportGraph} graph @param {string[]} group */
function ringThrough(graph, group) {
  const start = group[0] ?? '';
  /** @type {string[][]} */
  const paths = [[start]];
  const seen = new Set();
  for (const path of paths) {
    const last = path.at(-1) ?? '';
    for (const next of graph.get(last) ?? []) {
      if (next === start) return [...path, start];
      if (!group.includes(next) || seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return [...group, start];
}
