/** Reads what Vitest and Playwright write about a run. */
import { readFileSync, rmSync } from 'node:fs';

/**
 * The parts of the two reports that are read here.
 * @typedef {import('./stages.mjs').Counts} Counts
 * @typedef {import('./stages.mjs').Failure} Failure
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestResult
 * @typedef {{ name: string, status: string, message?: string, assertionResults: VitestResult[] }} VitestFile
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {{ status: string, results: { errors: PlaywrightError[] }[] }} PlaywrightTest
 * @typedef {{ file: string, line: number, title: string, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 */

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
  if (code !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, failures: [{ test: 'outside the tests', message: `exit code ${code}` }] };
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
  /** @type {VitestFile[]} */
  const files = report.testResults;
  const unloadable = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failures = files.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((result) => ({
        test: `${file.name} > ${result.fullName}`,
        message: result.failureMessages.join('\n'),
      })),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...failures,
      ...unloadable.map(({ name, message }) => ({ test: name, message: message ?? '' })),
    ],
  };
}

/** @param {any} report of Playwright's JSON reporter @returns {Counts} */
export function playwrightCounts({ stats, errors, suites }) {
  const outsideTests = stats.unexpected === 0 ? errors.length : 0;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + outsideTests,
    skipped: stats.skipped,
    failures: [
      ...suites.flatMap(failuresIn),
      ...errors.map((/** @type {PlaywrightError} */ { message }) => ({
        test: 'outside the tests',
        message: message ?? '',
      })),
    ],
  };
}

/** @param {PlaywrightSuite} suite @returns {Failure[]} */
function failuresIn({ suites = [], specs = [] }) {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
    .map(({ file, line, title, tests }) => ({
      test: `${file}:${line} > ${title}`,
      message: tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
        .map(({ message }) => message ?? '')
        .join('\n'),
    }));
  return [...own, ...suites.flatMap(failuresIn)];
}
