/**
 * The first thing every npm script runs: `node build/bootstrap.mjs COMMAND [ARGUMENTS]`.
 *
 * It must work before anything is installed and on the oldest Node people have, so these files
 * (this one and `bootstrap/`) use Node 18 syntax, import no package, and speak on stderr only:
 * standard output belongs to the command.
 */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { findNode } from './bootstrap/node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = 'help', ...args] = process.argv.slice(2);

endWithNpm();
try {
  ensureInstalled(root);
  const node = findNode(root);
  if (realpathSync(node.path) === realpathSync(process.execPath)) await runHere(node);
  else runOn(node);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {import('./bootstrap/node.mjs').ProjectNode} node */
async function runHere(node) {
  Object.assign(process.env, node.env);
  const { run } = await import('./run.mjs');
  process.exitCode = await run(command, args);
}

/** @param {import('./bootstrap/node.mjs').ProjectNode} node */
function runOn(node) {
  const child = spawn(node.path, [fileURLToPath(import.meta.url), command, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...node.env },
  });
  // Ctrl-C reaches the child by itself; the parent only has to outlive it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
}

/** A signal to npm ends its shell, which tells nobody: left alone, the application would go on unseen and keep its files locked. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}
