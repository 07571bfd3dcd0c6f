/** Finds the Node that runs the project: the pinned one from node_modules, or a recent one of the system. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** @typedef {{ path: string, env: Record<string, string> }} ProjectNode */

/** From here on Node runs TypeScript files as they are, which the bench and the tests rely on. */
const oldestSystemNode = [22, 18];

/** Throws with a sentence when this machine has no Node that can run the project. @param {string} root @returns {ProjectNode} */
export function findNode(root) {
  const pinned = pinnedNode(root);
  if (pinned && starts(pinned)) return { path: pinned, env: {} };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldestSystemNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) {
    return { path: process.execPath, env: { HIWAR_SYSTEM_NODE: '1' } };
  }
  throw new Error(
    `There is no packaged Node for ${process.platform}-${process.arch}, and this one is ${process.version}. ` +
      `Install Node ${oldestSystemNode.join('.')} or later (24 is what the project is tested on) and try again.`,
  );
}

/**
 * The platform package of build/node-runtime. It is looked up here and not through node_modules/.bin,
 * because npm 10 does not link the programs of optional packages.
 * @param {string} root @returns {string | undefined}
 */
function pinnedNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const require = createRequire(join(root, 'build', 'node-runtime', 'package.json'));
  try {
    const manifest = require.resolve(`node-${platform}-${process.arch}/package.json`);
    return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node);
  } catch {
    return undefined;
  }
}

/** False where the program cannot run at all, as on a Linux without glibc. @param {string} node */
function starts(node) {
  const runs = () => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;
  if (runs()) return true;
  try {
    chmodSync(node, 0o755);
  } catch {
    return false;
  }
  return runs();
}
