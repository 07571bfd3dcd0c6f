/** Measures the script a browser must fetch before the first screen: the entry and what it imports at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { out } from './paths.mjs';

export const firstLoadLimit = 250_000;

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} Manifest */

/**
 * @param {string} [page] folder of the built page
 * @returns {{ bytes: number, files: { file: string, bytes: number }[] }} gzipped bytes, largest first
 */
export function firstLoad(page = join(out, 'renderer')) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(page, '.vite', 'manifest.json'), 'utf8'));
  const files = [...firstChunks(manifest)].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(page, file)), { level: 9 }).length,
  }));
  files.sort((a, b) => b.bytes - a.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

/** @param {Manifest} manifest @returns {Set<string>} */
export function firstChunks(manifest) {
  /** @type {Set<string>} */
  const files = new Set();
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  for (const key of waiting) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) continue;
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}
