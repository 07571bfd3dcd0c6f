/** `npm run package [-- OPTIONS]`: builds anew, then packs; see package.mjs for the options. */
import { buildNow } from '../build.mjs';

/** @param {string[]} args */
export async function run(args) {
  await buildNow();
  // Loaded late: the packer reads what was built.
  const packer = await import('../package.mjs');
  return packer.run(args);
}
