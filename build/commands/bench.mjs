/** `npm run bench [-- GROUP]`: prints measured figures against their targets. */
import { join } from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { findChromium } from '../chromium.mjs';
import { root } from '../paths.mjs';
import { runProgram } from '../tool.mjs';

/** @param {string[]} args groups, all when none is given */
export async function run(args) {
  await ensureBuilt();
  const env = { HIWAR_CHROMIUM: findChromium() };
  return runProgram(process.execPath, [join(root, 'tests', 'bench', 'run.ts'), ...args], { env });
}
