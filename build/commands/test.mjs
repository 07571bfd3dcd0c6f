/** `npm test`: everything that proves the application, in the order in which it is cheapest to fail. */
import { runStages, summary } from '../stages.mjs';
import { staticStages } from '../static-stages.mjs';
import { buildStage, endToEndStage, firstLoadStage, preparationStage, testStage } from '../test-stages.mjs';

/** @returns {Promise<number>} */
export async function run() {
  const counts = await runStages([
    ...staticStages,
    preparationStage,
    buildStage,
    firstLoadStage,
    testStage('units, contract, property, crash, packaging', []),
    endToEndStage,
  ]);
  console.log(`\n${summary(counts)}`);
  return counts.failed > 0 ? 1 : 0;
}
