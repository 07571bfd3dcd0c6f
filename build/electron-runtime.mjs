/** The Electron program for running from source. Its npm package holds none: it is downloaded on first use. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.mjs';

const folder = join(root, 'node_modules', 'electron');
const failureNote = join(cache, 'electron-download-failed');
const downloadLimitMs = 120_000;

/** @returns {Promise<{ path: string } | { reason: string }>} */
export async function electronOrReason() {
  const obstacle = whyNotHere();
  if (obstacle) return { reason: obstacle };
  const path = electronPath() ?? (download() ? electronPath() : undefined);
  return path ? { path } : { reason: 'Electron is not here and could not be downloaded' };
}

/** @returns {string | undefined} the program, when it has been downloaded */
export function electronPath() {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const path = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(note, 'utf8'),
  );
  return existsSync(path) ? path : undefined;
}

/** Electron with its sandbox, which Hiwar never switches off, needs a display and no root. */
function whyNotHere() {
  if (process.platform !== 'linux') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display for Electron';
  if (process.getuid?.() === 0) return 'Electron does not run as root';
  return undefined;
}

/** Tries once a day at most: `npx install-electron` tries without a limit. */
function download() {
  const today = new Date().toISOString().slice(0, 10);
  if (existsSync(failureNote) && readFileSync(failureNote, 'utf8') === today) return false;
  console.error('Downloading Electron (once, two minutes at most) ...');
  const done = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: downloadLimitMs,
  });
  if (done.status === 0) return true;
  mkdirSync(cache, { recursive: true });
  writeFileSync(failureNote, today);
  return false;
}
