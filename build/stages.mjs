/** Stages of a test run: each is timed, none stops the next, and their counts are added up. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, run: () => Promise<Counts> }} Stage
 */

/** A stage that either holds or does not counts as one test. @param {boolean} holds @returns {Counts} */
export const asOneTest = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });

/** @param {Stage[]} stages @returns {Promise<Counts>} */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const { name, run } of stages) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const counts = await run().catch((error) => {
      console.error(error);
      return asOneTest(false);
    });
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const line = `-- ${name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${summary(counts)}, ${seconds} s`;
    console.log(line);
    lines.push(line);
  }
  console.log(`\n${lines.join('\n')}`);
  return total;
}

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
