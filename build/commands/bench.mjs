/** `npm run bench [-- GROUP]`: prints measured figures against their targets. */
import { join } from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { chromiumOrAdvice } from '../chromium.mjs';
import { root } from '../paths.mjs';
import { runProgram } from '../tool.mjs';

/** @param {string[]} args groups, all when none is given */
export async function run(args) {
  /** @type {Record<string, string>} */
  const env = {};
  // Only the figures of the page open one.
  if (args.length === 0 || args.includes('page')) {
    const chromium = chromiumOrAdvice();
    if (!chromium.path) {
      console.error(chromium.advice);
      return 1;
    }
    env.HIWAR_CHROMIUM = chromium.path;
  }
  await ensureBuilt();
  return runProgram(process.execPath, [join(root, 'tests', 'bench', 'run.ts'), ...args], { env });
}
