/** `npm run test:long`: the property and crash tests with the large numbers (hours, not minutes). */
import { ensureBuilt } from '../build.mjs';
import { runTool } from '../tool.mjs';

/** @param {string[]} args */
export async function run(args) {
  await ensureBuilt();
  const projects = ['--project', 'property', '--project', 'crash'];
  return runTool('vitest', ['run', ...projects, ...args], { env: { HIWAR_LONG: '1' } });
}
