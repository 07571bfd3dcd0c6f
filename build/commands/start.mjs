/**
 * `npm start [-- --demo --browser --no-open]`: the application in Electron where it can run,
 * otherwise in the browser.
 */
import { join } from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { electronOrReason } from '../electron-runtime.mjs';
import { out, root } from '../paths.mjs';
import { runProgram } from '../tool.mjs';

/** Electron that cannot come up (no sandbox, no display server) ends within this time and with a code. */
const startFailureMs = 5_000;

/** @param {string[]} args */
export async function run(args) {
  await ensureBuilt();
  const inBrowser = args.includes('--browser') || args.includes('--no-open');
  if (inBrowser) return browserHost(args);
  const electron = await electronOrReason();
  if ('reason' in electron) return browserHost(args, electron.reason);
  const started = performance.now();
  const code = await runProgram(electron.path, [root, ...args], {
    env: { ELECTRON_RUN_AS_NODE: undefined, NODE_OPTIONS: undefined },
  });
  if (code === 0 || performance.now() - started > startFailureMs) return code;
  return browserHost(args, 'Electron could not start');
}

/** @param {string[]} args @param {string} [reason] */
function browserHost(args, reason) {
  if (reason) console.error(`${reason}: Hiwar opens in the browser instead.`);
  return runProgram(process.execPath, [join(out, 'host', 'index.js'), ...args]);
}
