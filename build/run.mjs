/** Runs one command of the project on the right Node. Each command is a file of `commands/`. */
import { delimiter, dirname, join } from 'node:path';
import { root } from './paths.mjs';

/** @type {Record<string, () => Promise<{ run: (args: string[]) => Promise<number> }>>} */
const commands = {
  start: () => import('./commands/start.mjs'),
  dev: () => import('./commands/dev.mjs'),
  build: () => import('./commands/build.mjs'),
  check: () => import('./commands/check.mjs'),
  lint: () => import('./commands/lint.mjs'),
  format: () => import('./commands/format.mjs'),
  test: () => import('./commands/test.mjs'),
  'test:long': () => import('./commands/test-long.mjs'),
  e2e: () => import('./commands/e2e.mjs'),
  bench: () => import('./commands/bench.mjs'),
  package: () => import('./commands/package.mjs'),
  pictures: () => import('./commands/pictures.mjs'),
  hiwar: () => import('./commands/hiwar.mjs'),
};

/** @param {string} command @param {string[]} args @returns {Promise<number>} the exit code */
export async function run(command, args) {
  const load = commands[command];
  if (!load) {
    console.error(`There is no command "${command}". There are: ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  // Whatever a command starts must find this Node and the project's tools first.
  process.env.PATH = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    delimiter,
  );
  return (await load()).run(args);
}
