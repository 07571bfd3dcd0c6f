/** Stages of a test run: each is timed, none stops the next, and their counts are added up. */
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ test: string, message: string }} Failure a test that failed, as its tool names it, and what it said
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: Failure[] }} Counts
 * @typedef {{ name: string, run: () => Promise<Counts> }} Stage
 */

/** Lines of each failure that are said again at the end; the whole stands where its stage ran. */
const linesAgain = 12;

/** A stage that either holds or does not counts as one test. @param {boolean} holds @returns {Counts} */
export const asOneTest = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });

/** @param {Stage[]} stages @returns {Promise<Counts>} */
export async function runStages(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  /** @type {Failure[]} */
  const failures = [];
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
    failures.push(...(counts.failures ?? []));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const line = `-- ${name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${summary(counts)}, ${seconds} s`;
    console.log(line);
    lines.push(line);
  }
  // Last, since the end is what is kept of a long output.
  for (const { test, message } of failures) console.log(`\nFAILED ${test}\n${firstLines(message)}`);
  console.log(`\n${lines.join('\n')}`);
  return total;
}

/** @param {string} message */
const firstLines = (message) => stripVTControlCharacters(message).split('\n').slice(0, linesAgain).join('\n');

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
