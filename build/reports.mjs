/** Reads what Vitest and Playwright write about a run. */
import { readFileSync, rmSync } from 'node:fs';

/** @typedef {import('./stages.mjs').Counts} Counts */

/**
 * Runs a tool that leaves a report and counts what the report says. A tool that failed without a failed
 * test (a file that does not load, a crash) counts as one failed test.
 * @param {string} file
 * @param {(report: any) => Counts} count
 * @param {() => Promise<number>} run the exit code of the tool
 * @returns {Promise<Counts>}
 */
export async function countFrom(file, count, run) {
  rmSync(file, { force: true });
  const code = await run();
  const counts = readCounts(file, count);
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/** @param {string} file @param {(report: any) => Counts} count */
function readCounts(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {any} report of Vitest's JSON reporter @returns {Counts} */
export function vitestCounts(report) {
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults;
  const unloadable = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {any} report of Playwright's JSON reporter @returns {Counts} */
export function playwrightCounts({ stats, errors }) {
  const outsideTests = stats.unexpected === 0 ? errors.length : 0;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + outsideTests,
    skipped: stats.skipped,
  };
}
