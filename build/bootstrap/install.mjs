/** Keeps node_modules equal to package-lock.json, so that a fresh clone or a changed lock needs no thought. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean,
 *   peer?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockEntry
 */

/** Installs what the lock file names unless it is there already. Throws with a sentence when it cannot. @param {string} root */
export function ensureInstalled(root) {
  const wanted = stampText(root);
  const stamp = join(root, 'node_modules', '.installed-for');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!matchesLock(root)) install(root);
  writeStamp(stamp, wanted);
}

/** @param {string} root */
function stampText(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** A read-only node_modules of somebody else is fine as long as it matches. @param {string} stamp @param {string} text */
function writeStamp(stamp, text) {
  try {
    writeFileSync(stamp, text);
  } catch {}
}

/** npm leaves what it installed in node_modules/.package-lock.json: compare that with the lock file. @param {string} root */
function matchesLock(root) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!entry.integrity || !runsHere(entry)) return true;
    const found = installed[path];
    if (!found) return Boolean(entry.optional && !entry.os && !entry.cpu) || Boolean(entry.peer);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {string} file @returns {Record<string, LockEntry> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {LockEntry} entry */
function runsHere(entry) {
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allows(entry.libc, libc());
}

/** npm's meaning of `os`, `cpu` and `libc`: names that are allowed, or refused with `!`. @param {string | string[] | undefined} list @param {string | undefined} actual */
function allows(list, actual) {
  const names = list === undefined ? [] : [list].flat();
  if (names.length === 0) return true;
  if (actual === undefined) return false;
  if (names.includes(`!${actual}`)) return false;
  return names.includes(actual) || names.every((name) => name.startsWith('!'));
}

function libc() {
  if (process.platform !== 'linux') return undefined;
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** @param {string} root */
function install(root) {
  console.error('Installing what package-lock.json names (this happens once, about half a minute) ...');
  stepAsideOnWindows(root);
  const flags = [
    '--loglevel=error',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
  ];
  const npm = npmCommand();
  const done = spawnSync(npm.path, [...npm.args, 'ci', ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: npm.shell,
  });
  if (done.status === 0) return;
  throw new Error(
    done.error
      ? `npm could not be started (${done.error.message}). Install Node.js with npm 11 or later and try again.`
      : 'The packages could not be installed: what npm said is above. Nothing else was changed; run the same command again once it is solved.',
  );
}

/** The npm that called us if there is one, on the Node it runs on: ours is about to be replaced. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) {
    return { path: process.env.npm_node_execpath ?? process.execPath, args: [cli], shell: false };
  }
  return { path: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Windows never deletes a running program but lets it be moved: make way for npm when this very Node is inside node_modules. @param {string} root */
function stepAsideOnWindows(root) {
  const inside = !relative(join(root, 'node_modules'), process.execPath).startsWith('..');
  if (process.platform !== 'win32' || !inside) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  renameSync(process.execPath, join(root, '.cache', `node-in-use-${process.pid}.exe`));
}
