/** `npm run lint`: style and import rules; nothing is changed. */
import { runTool } from '../tool.mjs';

/** @param {string[]} args paths, everything when none is given */
export function run(args) {
  return runTool('@biomejs/biome', ['check', ...args]);
}
