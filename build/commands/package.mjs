/** `npm run package [-- OPTIONS]`: installers of this system, or of those the options name. */
import { buildNow } from '../build.mjs';
import { run as pack } from '../package.mjs';

/** @param {string[]} args */
export async function run(args) {
  await buildNow();
  return pack(args);
}
