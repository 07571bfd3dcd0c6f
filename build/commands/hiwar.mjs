/** `npm run --silent hiwar -- COMMAND`: the command line host. Its paths are those of the caller, not of the project. */
import { join } from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { out } from '../paths.mjs';
import { runProgram } from '../tool.mjs';

/** @param {string[]} args */
export async function run(args) {
  await ensureBuilt();
  const cwd = process.env.npm_command ? process.env.INIT_CWD : undefined;
  return runProgram(process.execPath, [join(out, 'cli', 'index.js'), ...args], { cwd: cwd ?? process.cwd() });
}
