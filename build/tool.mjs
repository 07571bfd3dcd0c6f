/** Starts programs: the tools of node_modules by their package name, everything else by path. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs a tool of node_modules on this Node. Its script is called directly: the links in
 * node_modules/.bin are shell scripts on Windows and would need a shell.
 * @param {string} name package, or `package/program` where the two differ
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options]
 * @returns {Promise<number>} exit code
 */
export function runTool(name, args, options) {
  return runProgram(process.execPath, [toolScript(name), ...args], options);
}

/** @param {string} name */
function toolScript(name) {
  const parts = name.split('/');
  const depth = name.startsWith('@') ? 2 : 1;
  const folder = join(root, 'node_modules', ...parts.slice(0, depth));
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) throw new Error(`${name} is not installed; run "npm ci".`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const program = parts[depth] ?? parts[depth - 1] ?? name;
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/**
 * @param {string} path
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
export function runProgram(path, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    const ignoreInterrupt = () => {};
    const passOn = () => child.kill('SIGTERM');
    process.on('SIGINT', ignoreInterrupt);
    process.on('SIGTERM', passOn);
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', ignoreInterrupt);
      process.off('SIGTERM', passOn);
      resolve(code ?? 1);
    });
  });
}
