/** Starts and stops the browser host for development and for the pictures. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * @typedef {{ address: string, origin: string, stop: () => Promise<void> }} DevHost
 *   `address` opens the page once: it carries a one-use ticket behind its `#`.
 */

/** Throws when the host ends before it has said its address. @param {string} outDir @param {string[]} words @param {Record<string, string>} [env] @returns {Promise<DevHost>} */
export async function startHost(outDir, words, env = {}) {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(outDir, 'host', 'index.js'), ...words],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  const ended = once(child, 'exit');
  const address = await Promise.race([firstAddress(child.stdout), ended.then(() => undefined)]);
  if (!address) throw new Error('The browser host ended before it had an address; what it said is above.');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { address, origin: new URL(address).origin, stop };
}

/** @param {import('node:stream').Readable} stdout @returns {Promise<string>} */
function firstAddress(stdout) {
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line);
      if (found) resolve(found[0]);
      else console.log(line);
    });
  });
}
