/**
 * Who may import whom: the layers of docs/architecture.md as rules, and no cycles.
 * `node build/zones.mjs` prints what is broken; the same check is a stage of `npm test`.
 */
import { join } from 'node:path';
import { root } from './paths.mjs';
import { findCycles } from './zones/cycles.mjs';
import { findHostAccess } from './zones/host-access.mjs';
import { readImports } from './zones/imports.mjs';
import { judge } from './zones/rules.mjs';

/** @param {string} [folder] @returns {{ files: number, problems: string[] }} */
export function checkZones(folder = root) {
  const graph = readImports(folder);
  const problems = [...graph].flatMap(([file, imports]) =>
    imports.flatMap((target) => judge(file, target).map((reason) => `${file} imports ${target}: ${reason}`)),
  );
  const cycles = findCycles(graph).map((cycle) => `cycle: ${cycle.join(' -> ')}`);
  return { files: graph.size, problems: [...problems, ...cycles, ...findHostAccess(folder, graph.keys())] };
}

if (process.argv[1] === join(import.meta.dirname, 'zones.mjs')) {
  const { files, problems } = checkZones();
  for (const problem of problems) console.error(problem);
  console.error(`${files} files, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
