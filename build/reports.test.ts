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
  const unloadable = { status: 'failed', assertionResults: [] };
  expect(vitestCounts({ ...vitest, testResults: [unloadable] })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
  });
});

it('counts a flaky test as failed', () => {
  const report = { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] };
  expect(playwrightCounts(report)).toEqual({ passed: 2, failed: 1, skipped: 0 });
});

it('never takes a tool that failed without a report for a success', async () => {
  const counts = await countFrom(join(folder, 'none.json'), vitestCounts, async () => 1);
  expect(counts).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('does not read the report of an earlier run', async () => {
  const file = join(folder, 'old.json');
  writeFileSync(file, JSON.stringify(vitest));
  expect(await countFrom(file, vitestCounts, async () => 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

it('goes on after a stage that throws, and adds everything up', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const total = await runStages([
    { name: 'throws', run: () => Promise.reject(new Error('planted')) },
    { name: 'holds', run: async () => ({ passed: 4, failed: 0, skipped: 1 }) },
  ]);
  expect(summary(total)).toBe('4 passed, 1 failed, 1 skipped');
});
