import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { countFrom, playwrightCounts, vitestCounts } from './reports.mjs';
import { runStages, summary } from './stages.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0, testResults: [] };

it('adds a test file that does not load to the failed tests', () => {
  const unloadable = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
  expect(vitestCounts({ ...vitest, testResults: [unloadable] })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
    failures: [{ test: 'a.test.ts', message: 'no such module' }],
  });
});

it('counts a flaky test as failed, and names it', () => {
  const spec = {
    file: 'a.spec.ts',
    line: 7,
    title: 'planted',
    tests: [{ status: 'flaky', results: [{ errors: [{ message: 'once' }] }, { errors: [] }] }],
  };
  const report = {
    stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 },
    errors: [],
    suites: [{ suites: [{ specs: [spec] }], specs: [] }],
  };
  expect(playwrightCounts(report)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
    failures: [{ test: 'a.spec.ts:7 > planted', message: 'once' }],
  });
});

it('never takes a tool that failed without a report for a success', async () => {
  const counts = await countFrom(join(folder, 'none.json'), vitestCounts, async () => 1);
  expect(counts).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
  expect(counts.failures).toEqual([{ test: 'outside the tests', message: 'exit code 1' }]);
});

it('does not read the report of an earlier run', async () => {
  const file = join(folder, 'old.json');
  writeFileSync(file, JSON.stringify(vitest));
  expect(await countFrom(file, vitestCounts, async () => 1)).toMatchObject({ passed: 0, failed: 1 });
});

it('goes on after a stage that throws, adds everything up, and says last which tests failed', async () => {
  const said: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const total = await runStages([
    { name: 'throws', run: () => Promise.reject(new Error('planted')) },
    {
      name: 'fails',
      run: async () =>
        vitestCounts({
          ...vitest,
          numPassedTests: 0,
          numPendingTests: 0,
          testResults: [
            {
              name: 'a.test.ts',
              status: 'failed',
              assertionResults: [
                { status: 'passed', fullName: 'holds', failureMessages: [] },
                { status: 'failed', fullName: 'fails', failureMessages: ['seed 7'] },
              ],
            },
          ],
        }),
    },
    { name: 'holds', run: async () => ({ passed: 4, failed: 0, skipped: 1 }) },
  ]);
  expect(summary(total)).toBe('4 passed, 2 failed, 1 skipped');
  expect(said.at(-2)).toBe('\nFAILED a.test.ts > fails\nseed 7');
});
