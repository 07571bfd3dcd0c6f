/** `npm run build`: builds the application anew, whether or not something changed. */
import { buildNow } from '../build.mjs';

/** @returns {Promise<number>} */
export async function run() {
  await buildNow();
  return 0;
}
