/** BagIt 1.0 (RFC 8493): the wrapping that lets any tool check that every byte arrived. */
import type { EditionContent } from '../../shared/domain/content.ts';
import { sha256, utf8 } from './bytes.ts';

export interface BagFile {
  /** From the bag's own folder: `data/dialogue.json`, `bagit.txt`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const TAG_FILES = [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST] as const;

export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

const byPath = (a: BagFile, b: BagFile): number => (a.path < b.path ? -1 : 1);

/** `sha256sum -c` reads this. Paths are ASCII without line breaks, so nothing needs escaping. */
const manifestOf = (files: readonly BagFile[]): string =>
  [...files]
    .sort(byPath)
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}\n`)
    .join('');

export const payloadOxum = (payload: readonly BagFile[]): string =>
  `${payload.reduce((total, { bytes }) => total + bytes.length, 0)}.${payload.length}`;

/** The payload with its tag files, in the order in which they are stored. No name of a person is among them. */
export function bagOf(payload: readonly BagFile[], content: EditionContent): BagFile[] {
  const info = [
    ['Bag-Software-Agent', 'Hiwar'],
    ['Bagging-Date', content.asOf],
    ['Bag-Group-Identifier', content.dossier.id],
    ['External-Identifier', content.versionId],
    ['Hiwar-Edition', content.edition],
    ['Hiwar-Format-Version', String(content.formatVersion)],
    ['Payload-Oxum', payloadOxum(payload)],
  ];
  const tags: BagFile[] = [
    { path: BAGIT, bytes: utf8(BAGIT_TEXT) },
    { path: BAG_INFO, bytes: utf8(info.map(([name, value]) => `${name}: ${value}\n`).join('')) },
    { path: MANIFEST, bytes: utf8(manifestOf(payload)) },
  ];
  return [...tags, { path: TAG_MANIFEST, bytes: utf8(manifestOf(tags)) }, ...[...payload].sort(byPath)];
}
