/**
 * The Vite builds: what runs outside the page, the preload script, and the page.
 * See docs/architecture.md for what each of them is.
 */
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from './paths.mjs';
import { woff2Only } from './woff2-only.mjs';

/** @typedef {import('vite').InlineConfig} Config */

const nodeEntries = {
  main: 'electron/hosts/desktop/main.ts',
  host: 'electron/hosts/browser/main.ts',
  cli: 'electron/hosts/cli/main.ts',
  'data-thread': 'electron/data-thread/server.ts',
  'verify-thread': 'electron/data-thread/verify-thread.ts',
  'job-thread': 'electron/exports/job-thread.ts',
  'table-thread': 'electron/imports/table-thread.ts',
};
const preloadEntry = 'electron/hosts/desktop/preload.ts';
const pageEntry = 'renderer/index.html';

/** Everything else is bundled, so that a package needs no node_modules but the one native module. */
const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/];

/** @type {Config} */
const common = { configFile: false, envDir: false, logLevel: 'warn' };

/**
 * Each program is `NAME/index.js`, one folder below the root of the output: workers and assets are found
 * relative to import.meta.dirname (`../data-thread/index.js`), also from the chunks that programs share.
 * @param {Record<string, string>} input @param {string} outDir @param {boolean} sourcemap @returns {Config}
 */
export function nodeConfig(input, outDir, sourcemap) {
  return {
    ...common,
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap,
      rolldownOptions: {
        input,
        external,
        output: {
          format: 'es',
          entryFileNames: '[name]/index.js',
          chunkFileNames: 'shared/[name]-[hash].js',
        },
      },
    },
  };
}

/** A sandboxed preload can load nothing: one CommonJS file. @param {string} outDir @param {boolean} sourcemap @returns {Config} */
export function preloadConfig(outDir, sourcemap) {
  return {
    ...common,
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: join(outDir, 'preload'),
      emptyOutDir: false,
      minify: false,
      sourcemap,
      rolldownOptions: {
        input: join(root, preloadEntry),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  };
}

/**
 * The page is served under a policy that allows no inline script and no data: URL but images,
 * hence no module-preload polyfill and no inlined assets.
 * @param {string} outDir @param {boolean} sourcemap @returns {Config}
 */
export function pageConfig(outDir, sourcemap) {
  return {
    ...common,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), woff2Only()],
    build: {
      target: 'chrome148',
      outDir: join(outDir, 'renderer'),
      emptyOutDir: false,
      sourcemap,
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
    },
  };
}

/** @typedef {{ outDir: string, sourcemap?: boolean }} Options */

/** Builds everything that has an entry file into `outDir`, side by side. @param {Options} options */
export async function buildAll({ outDir, sourcemap = false }) {
  await Promise.all([
    buildNode({ outDir, sourcemap }),
    isPresent(preloadEntry) && build(preloadConfig(outDir, sourcemap)),
    isPresent(pageEntry) && build(pageConfig(outDir, sourcemap)),
  ]);
}

/** Builds what runs outside the page. @param {Options} options */
export async function buildNode({ outDir, sourcemap = false }) {
  const input = presentNodeEntries();
  if (Object.keys(input).length > 0) await build(nodeConfig(input, outDir, sourcemap));
}

function presentNodeEntries() {
  const present = Object.entries(nodeEntries).filter(([, file]) => isPresent(file));
  return Object.fromEntries(present.map(([name, file]) => [name, join(root, file)]));
}

/** @param {string} file */
function isPresent(file) {
  const present = existsSync(join(root, file));
  if (!present) console.error(`not built, since it does not exist yet: ${file}`);
  return present;
}
