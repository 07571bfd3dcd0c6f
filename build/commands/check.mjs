/** `npm run check`: what is quick enough to run before each commit: types, lint, zones, cycles, units. */
import { runStages, summary } from '../stages.mjs';
import { staticStages } from '../static-stages.mjs';
import { testStage } from '../test-stages.mjs';

/** @returns {Promise<number>} */
export async function run() {
  const counts = await runStages([...staticStages, testStage('units', ['unit', 'apart'])]);
  console.log(`\n${summary(counts)}`);
  return counts.failed > 0 ? 1 : 0;
}
