/** Builds the application into out/, or leaves it when nothing it is made of has changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyAssets } from './assets.mjs';
import { cache, out } from './paths.mjs';
import { sourceHash } from './source-hash.mjs';
import { buildAll } from './vite.mjs';

const stamp = join(out, '.built-from');

/** Builds only when the sources differ from those of the last build. */
export async function ensureBuilt() {
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await buildNow(hash);
}

/** @param {string} [hash] of the sources that are being built */
export async function buildNow(hash = sourceHash()) {
  const started = performance.now();
  const fresh = join(cache, `build-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    copyAssets(fresh);
    await buildAll({ outDir: fresh });
    writeFileSync(join(fresh, '.built-from'), hash);
    replace(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The new output takes the place of the old in one step: nobody meets a half-built application. @param {string} fresh */
function replace(fresh) {
  const old = join(cache, `old-${process.pid}`);
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}
