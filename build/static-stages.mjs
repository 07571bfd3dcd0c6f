/** The stages that read the sources and run nothing of them: seconds, not minutes. */
import { checkLocales } from './locales.mjs';
import { asOneTest } from './stages.mjs';
import { runTool } from './tool.mjs';
import { checkZones } from './zones.mjs';

/** @type {import('./stages.mjs').Stage[]} */
export const staticStages = [
  { name: 'types', run: async () => asOneTest((await runTool('typescript/tsc', ['-b'])) === 0) },
  { name: 'lint', run: async () => asOneTest((await runTool('@biomejs/biome', ['check'])) === 0) },
  { name: 'zones and cycles', run: async () => report(checkZones()) },
  { name: 'texts in every language', run: async () => report(checkLocales()) },
];

/** @param {{ problems: string[] }} found */
function report({ problems }) {
  for (const problem of problems) console.error(problem);
  return asOneTest(problems.length === 0);
}
