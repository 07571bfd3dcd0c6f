/** `npm run e2e [-- --grep WORD]`: the end-to-end tests alone, with Playwright's own options. */
import { ensureBuilt } from '../build.mjs';
import { chromiumOrAdvice } from '../chromium.mjs';
import { runTool } from '../tool.mjs';

/** @param {string[]} args */
export async function run(args) {
  const chromium = chromiumOrAdvice();
  if (!chromium.path) {
    console.error(chromium.advice);
    return 1;
  }
  await ensureBuilt();
  return runTool('@playwright/test/playwright', ['test', ...args], {
    env: { HIWAR_CHROMIUM: chromium.path },
  });
}
