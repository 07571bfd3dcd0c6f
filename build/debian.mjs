/** Installs programs the tests need, on Debian and its kin and only where that needs no question: as root. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

let listsAreFresh = false;

/** @param {string} name of a Debian package @returns {boolean} whether apt-get says it is installed now */
export function installDebianPackage(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false;
  console.error(`Installing ${name} with apt-get ...`);
  if (!listsAreFresh) {
    aptGet(['update']);
    listsAreFresh = true;
  }
  return aptGet(['install', '-y', '--no-install-recommends', name]);
}

/** @param {string[]} args */
function aptGet(args) {
  const done = spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  });
  return done.status === 0;
}
