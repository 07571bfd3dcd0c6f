/** Checks a bag: complete, nothing beside what it lists, every byte as listed. */
import { err, ok, type Result } from '../../shared/errors.ts';
import { BAG_INFO, BAGIT, MANIFEST, payloadOxum, TAG_FILES, TAG_MANIFEST } from './bag.ts';
import { sha256 } from './bytes.ts';

export interface Bag {
  /** `data/dialogue.json` -> its bytes. */
  readonly payload: ReadonlyMap<string, Uint8Array>;
  readonly info: ReadonlyMap<string, string>;
}

const text = (bytes: Uint8Array | undefined): string | undefined => {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Path -> hash; undefined where a line is not a manifest's or a path comes twice. */
function readManifest(manifest: string | undefined): Map<string, string> | undefined {
  if (manifest === undefined) return undefined;
  const entries = new Map<string, string>();
  for (const line of manifest.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const [, hash, path] = /^([0-9a-fA-F]{64})[ \t]+\*?(.+)$/.exec(line) ?? [];
    if (hash === undefined || path === undefined || entries.has(path)) return undefined;
    entries.set(path, hash.toLowerCase());
  }
  return entries;
}

function readInfo(info: string): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  for (const line of info.split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const [, name, value] = /^([A-Za-z0-9-]+): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    entries.set(name, value);
  }
  return entries;
}

/** Takes the one folder off every path; undefined where files lie in several or in none. */
function withoutFolder(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> | undefined {
  const inside = new Map<string, Uint8Array>();
  let folder: string | undefined;
  for (const [path, bytes] of files) {
    const cut = path.indexOf('/');
    if (cut < 0) return undefined;
    folder ??= path.slice(0, cut);
    if (path.slice(0, cut) !== folder) return undefined;
    inside.set(path.slice(cut + 1), bytes);
  }
  return inside;
}

export function readBag(zipped: ReadonlyMap<string, Uint8Array>): Result<Bag> {
  const files = withoutFolder(zipped);
  if (!files) return err('package.malformed', { why: 'folder' });

  const bagit = text(files.get(BAGIT));
  const version =
    bagit && /^BagIt-Version: (\d+)\.(\d+)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.exec(bagit);
  if (!files.has(BAGIT)) return err('package.incomplete', { file: BAGIT });
  if (!version) return err('package.malformed', { file: BAGIT });
  if (version[1] !== '1') return err('package.newer-format', { bagit: `${version[1]}.${version[2]}` });
  for (const file of TAG_FILES) if (!files.has(file)) return err('package.incomplete', { file });

  const manifest = readManifest(text(files.get(MANIFEST)));
  const tagManifest = readManifest(text(files.get(TAG_MANIFEST)));
  if (!manifest) return err('package.malformed', { file: MANIFEST });
  if (!tagManifest) return err('package.malformed', { file: TAG_MANIFEST });
  for (const file of TAG_FILES)
    if (file !== TAG_MANIFEST && !tagManifest.has(file))
      return err('package.incomplete', { file: TAG_MANIFEST });

  const payload = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (path.startsWith('data/')) payload.set(path, bytes);
    const isListed = path.startsWith('data/')
      ? manifest.has(path)
      : (TAG_FILES as readonly string[]).includes(path);
    if (!isListed) return err('package.hostile', { why: 'unlisted', file: path });
  }
  for (const listed of [manifest, tagManifest])
    for (const [path, hash] of listed) {
      const bytes = files.get(path);
      if (!bytes || path.startsWith('data/') !== (listed === manifest))
        return err('package.incomplete', { file: path });
      if (sha256(bytes) !== hash) return err('package.checksum', { file: path });
    }

  const info = readInfo(text(files.get(BAG_INFO)) ?? ':');
  if (!info) return err('package.malformed', { file: BAG_INFO });
  const oxum = info.get('Payload-Oxum');
  const actual = payloadOxum([...payload].map(([path, bytes]) => ({ path, bytes })));
  if (oxum !== undefined && oxum !== actual) return err('package.checksum', { file: BAG_INFO });
  return ok({ payload, info });
}
