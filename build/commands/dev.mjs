/**
 * `npm run dev [-- --demo --no-open]`: the page with hot reload from Vite's server, everything else in the
 * browser host behind it. A change outside the page rebuilds, restarts the host and reloads the page.
 */
import { join } from 'node:path';
import { openBrowser } from '../../electron/hosts/browser/open-browser.ts';
import { copyAssets } from '../assets.mjs';
import { startHost } from '../dev/host.mjs';
import { servePage } from '../dev/page.mjs';
import { cache, root } from '../paths.mjs';
import { buildNode } from '../vite.mjs';

const outDir = join(cache, 'dev');
const quietMs = 200;

/** @param {string[]} args of the browser host @returns {Promise<number>} */
export async function run(args) {
  copyAssets(outDir);
  await buildNode({ outDir, sourcemap: true });
  const quiet = args.filter((word) => word !== '--no-open');
  let host = await startHost(outDir, [...quiet, '--no-open']);
  const page = await servePage(host.origin);
  console.log(`Hiwar, in development: ${page.addressOf(host.address)}`);
  if (quiet.length === args.length) openBrowser(page.addressOf(host.address));

  const restart = async () => {
    await buildNode({ outDir, sourcemap: true });
    await host.stop();
    host = await startHost(outDir, ['--no-open', '--port', new URL(host.origin).port]);
    page.moveTo(host.address);
    console.log(`Restarted: ${page.addressOf(host.address)}`);
  };
  whenQuiet(page.onChange, join(root, 'renderer'), restart);

  return new Promise((resolve) => {
    const end = () => void Promise.all([page.close(), host.stop()]).then(() => resolve(0));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  });
}

/**
 * Calls `act` once after a burst of changes outside the page, and never twice at the same time.
 * @param {(listener: (path: string) => void) => void} onChange
 * @param {string} pageFolder
 * @param {() => Promise<void>} act
 */
function whenQuiet(onChange, pageFolder, act) {
  /** @type {NodeJS.Timeout | undefined} */
  let waiting;
  let running = Promise.resolve();
  onChange((path) => {
    if (path.startsWith(pageFolder) || /\.test\.tsx?$/.test(path)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running = running.then(act).catch((error) => console.error(error));
    }, quietMs);
  });
}
