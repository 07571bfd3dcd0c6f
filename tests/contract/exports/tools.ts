/** Packages for the tests, and the stock programs they are checked with. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { findAssets } from '../../../electron/exports/assets.ts';
import { buildPackage } from '../../../electron/exports/package.ts';
import { readZip } from '../../../electron/exports/zip-reader.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import type { Lang } from '../../../shared/domain/languages.ts';

export const root = join(import.meta.dirname, '../../..');
export const assets = findAssets(root);

export const hasProgram = (name: string): boolean =>
  spawnSync(name, ['--help'], { stdio: 'ignore' }).error === undefined;

/** Programs of Debian's poppler-utils; without them what a PDF says cannot be read by anything that is not ours. */
export const hasPoppler = hasProgram('pdftotext') && hasProgram('pdfinfo');

export function inTempFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'exports-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function packageOf(
  content: EditionContent,
  languages: readonly Lang[],
  out: string,
): Promise<string> {
  const built = await buildPackage(content, languages, out, {
    assets,
    progress: () => {},
    signal: new AbortController().signal,
  });
  if (!built.ok) throw new Error(`not built: ${JSON.stringify(built.error)}`);
  return built.value.path;
}

/** The files of a package without its folder. */
export async function filesIn(zip: string): Promise<Map<string, Buffer>> {
  const read = await readZip(zip);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return new Map([...read.value].map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), Buffer.from(bytes)]));
}

/** A zip of exactly these files, right or wrong, in one folder. */
export async function zipOf(
  files: Iterable<readonly [string, Buffer]>,
  { folder = 'bag/', compress = false }: { readonly folder?: string; readonly compress?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of files)
    zip.addBuffer(bytes, folder + path, { mtime: new Date(2026, 0, 1), mode: 0o100644, compress });
  zip.end();
  return buffer(zip.outputStream);
}

/** Text of a PDF, one string a page, without the marks of direction. */
export const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''));

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');
const bare = (text: string): string => text.replace(/[\u064b-\u0652\u0640]/g, '').normalize('NFKC');

/**
 * Whether a page says a sentence. Lines and words break where they like, so white space does not count; what a
 * PDF gives back of Arabic is out of order around vowel marks and codes, so there its words count, four in five. Where
 * a sentence must not be there, ask for all of its words: short ones are met by chance.
 */
export function says(page: string, sentence: string, share = 0.8): boolean {
  const words = bare(sentence).match(/[\u0621-\u064a]{2,}/g) ?? [];
  const there = squeezed(bare(page));
  if (words.length === 0) return there.includes(squeezed(bare(sentence)));
  return words.filter((word) => there.includes(word)).length / words.length >= share;
}
