/** The stages that run tests: everything under Vitest, then the page under Playwright. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { chromiumOrAdvice } from './chromium.mjs';
import { firstLoad, firstLoadLimit } from './first-load.mjs';
import { cache } from './paths.mjs';
import { countFrom, playwrightCounts, vitestCounts } from './reports.mjs';
import { asOneTest } from './stages.mjs';
import { ensureTestPrograms } from './test-programs.mjs';
import { runTool } from './tool.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */

const reports = join(cache, 'test');

/**
 * In a bare environment Linux programs read file names as ASCII, and Chromium then cannot open an Arabic one.
 * @param {NodeJS.ProcessEnv} env
 */
function speakUnicode(env) {
  if (process.platform !== 'linux') return;
  if (!/utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '')) env.LC_ALL = 'C.UTF-8';
}

/** Missing programs are named here, once, instead of in every test that wanted them. @type {Stage} */
export const preparationStage = {
  name: 'programs the tests call',
  run: async () => {
    const { path, advice } = chromiumOrAdvice();
    const missing = [...(path ? [] : [advice]), ...ensureTestPrograms()];
    for (const sentence of missing) console.error(sentence);
    if (path) process.env.HIWAR_CHROMIUM = path;
    speakUnicode(process.env);
    return asOneTest(missing.length === 0);
  },
};

/** @type {Stage} */
export const buildStage = { name: 'build', run: async () => ensureBuilt().then(() => asOneTest(true)) };

/** @type {Stage} */
export const firstLoadStage = {
  name: 'first load of the page',
  run: async () => {
    const { bytes, files } = firstLoad();
    console.log(`${files.length} scripts, ${bytes} bytes gzipped, at most ${firstLoadLimit}`);
    return asOneTest(bytes <= firstLoadLimit);
  },
};

/** @param {string} name @param {string[]} projects of vitest.config.ts @returns {Stage} */
export function testStage(name, projects) {
  const file = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  for (const project of projects) args.push('--project', project);
  return { name, run: () => countFrom(file, vitestCounts, () => runTool('vitest', args)) };
}

/** @type {Stage} */
export const endToEndStage = {
  name: 'end to end',
  run: () => {
    const file = join(reports, 'playwright.json');
    mkdirSync(reports, { recursive: true });
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const args = ['test', '--reporter=line,json'];
    return countFrom(file, playwrightCounts, () => runTool('@playwright/test/playwright', args, { env }));
  },
};
