/** `npm run format`: formats the files and mends what can be mended safely. */
import { runTool } from '../tool.mjs';

/** @param {string[]} args paths, everything when none is given */
export function run(args) {
  return runTool('@biomejs/biome', ['check', '--write', ...args]);
}
