/** `npm run package [-- ELECTRON-BUILDER OPTIONS]`: installers of this system, or of those the options name. */
import { buildNow } from '../build.mjs';
import { runTool } from '../tool.mjs';

/** @param {string[]} args */
export async function run(args) {
  await buildNow();
  return runTool('electron-builder', [
    '--config',
    'build/electron-builder.mjs',
    '--publish',
    'never',
    ...args,
  ]);
}
