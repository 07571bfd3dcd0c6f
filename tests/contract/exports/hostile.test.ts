import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANIFEST, payloadOxum, TAG_MANIFEST } from '../../../electron/exports/bag.ts';
import { sha256 } from '../../../electron/exports/bytes.ts';
import { MAX_JSON_DEPTH } from '../../../electron/exports/limited-json.ts';
import { readPackage } from '../../../electron/exports/package-reader.ts';
import { readZip } from '../../../electron/exports/zip-reader.ts';
import { aContent, aDeficit, agrees, reserves, say } from '../../fixtures/content/build.ts';
import { filesIn, inTempFolder, packageOf, zipOf } from './tools.ts';

const temp = inTempFolder();
afterAll(temp.remove);
const content = aContent({
  deficits: [
    aDeficit({
      positions: { G: agrees(), E: reserves(say({ en: 'Not without a fund.' })), W: agrees() },
      outcome: 'agreed-with-reservation',
    }),
  ],
});
let original: Buffer;
let files: Map<string, Buffer>;

beforeAll(async () => {
  const path = await packageOf(content, ['en'], join(temp.path, 'good.zip'));
  original = readFileSync(path);
  files = await filesIn(path);
});

async function outcome(bytes: Buffer): Promise<{ code: string; content?: unknown }> {
  const path = join(temp.path, 'tried.zip');
  writeFileSync(path, bytes);
  const read = await readPackage(path);
  return read.ok ? { code: 'ok', content: read.value.content } : { code: read.error.code };
}
const codeOf = async (bytes: Buffer): Promise<string> => (await outcome(bytes)).code;

/** The files with changes, and manifests that are right for them: what a careful forger would send. */
function resealed(change: (files: Map<string, Buffer>) => void): Map<string, Buffer> {
  const changed = new Map(files);
  change(changed);
  const hashes = (paths: string[]) =>
    Buffer.from(
      paths
        .sort()
        .map((path) => `${sha256(changed.get(path)!)}  ${path}\n`)
        .join(''),
    );
  const payload = [...changed.keys()].filter((path) => path.startsWith('data/'));
  const oxum = payloadOxum(payload.map((path) => ({ path, bytes: changed.get(path)! })));
  changed.set(
    'bag-info.txt',
    Buffer.from(String(changed.get('bag-info.txt')).replace(/Payload-Oxum: .*/, `Payload-Oxum: ${oxum}`)),
  );
  changed.set(MANIFEST, hashes(payload));
  changed.set(TAG_MANIFEST, hashes(['bagit.txt', 'bag-info.txt', MANIFEST]));
  return changed;
}
const withDialogue = (change: (dialogue: { [member: string]: unknown }) => void): Map<string, Buffer> =>
  resealed((changed) => {
    const dialogue = JSON.parse(String(changed.get('data/dialogue.json')));
    change(dialogue);
    changed.set('data/dialogue.json', Buffer.from(JSON.stringify(dialogue)));
  });

/** Changes bytes of the entry of the central directory that has this name. */
function inDirectory(zip: Buffer, name: string, change: (entry: Buffer) => void): Buffer {
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf('PK\x01\x02'); at >= 0; at = changed.indexOf('PK\x01\x02', at + 4)) {
    const length = changed.readUInt16LE(at + 28);
    if (changed.toString('utf8', at + 46, at + 46 + length) === name) change(changed.subarray(at));
  }
  return changed;
}

describe('a package from a stranger', () => {
  it('is read when nothing is wrong with it, also from another zip program', async () => {
    expect(await codeOf(original)).toBe('ok');
    expect(await codeOf(await zipOf(files, { compress: true }))).toBe('ok');
    expect(await codeOf(await zipOf(resealed(() => {})))).toBe('ok');
  });

  it.each([
    '../evil.txt',
    '/evil.txt',
    'a/../../evil.txt',
    'C:/evil.txt',
    'a\\evil.txt',
    'con .txt',
    'a/./b',
  ])('is refused when a name leads out of its folder or is no plain name: %s', async (name) => {
    // The writer refuses such names itself: one of the same length is written and replaced.
    const stand = 'x'.repeat(name.length);
    const zip = await zipOf([[stand, Buffer.from('evil')], ...files], { folder: '' });
    const evil = Buffer.from(zip.toString('latin1').replaceAll(stand, name), 'latin1');
    expect(await codeOf(evil)).toBe('package.hostile');
  });

  it('is refused when it holds a link', async () => {
    const zip = inDirectory(await zipOf(files), 'bag/data/dialogue.json', (entry) => {
      entry.writeUInt16LE((3 << 8) | 63, 4);
      entry.writeUInt32LE((0o120777 << 16) >>> 0, 38);
    });
    expect(await codeOf(zip)).toBe('package.hostile');
  });

  it('is refused when two files differ only in the case of their names', async () => {
    const zip = await zipOf([...files, ['data/Dialogue.json', Buffer.from('{}')]]);
    expect(await codeOf(zip)).toBe('package.hostile');
  });

  it('is refused when it would unpack to far more than it is', async () => {
    const bomb = await zipOf([...files, ['data/zeros.bin', Buffer.alloc(64 * 1024 * 1024)]], {
      compress: true,
    });
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await codeOf(bomb)).toBe('package.hostile');
  });

  it('is refused when sizes lie, in either direction', async () => {
    const zip = await zipOf(files, { compress: true });
    for (const size of [10, 50_000_000]) {
      const lying = inDirectory(zip, 'bag/data/dialogue.json', (entry) => entry.writeUInt32LE(size, 24));
      expect(await codeOf(lying)).toBe('package.hostile');
    }
  });

  it('is refused when it has too many files or too many bytes', async () => {
    const path = join(temp.path, 'many.zip');
    writeFileSync(
      path,
      await zipOf(Array.from({ length: 600 }, (_, n) => [`${n}.txt`, Buffer.from('x')] as const)),
    );
    expect(await readZip(path)).toMatchObject({
      error: { code: 'package.hostile', details: { why: 'entries' } },
    });
    writeFileSync(path, original);
    const limits = {
      entries: 500,
      totalBytes: 1000,
      entryBytes: 1e9,
      ratio: 200,
      ratioFrom: 1e6,
      pathLength: 200,
    };
    expect(await readZip(path, limits)).toMatchObject({ error: { code: 'package.hostile' } });
  });

  it('is refused when it holds a file that no manifest lists', async () => {
    expect(await codeOf(await zipOf([...files, ['data/extra.txt', Buffer.from('x')]]))).toBe(
      'package.hostile',
    );
    expect(await codeOf(await zipOf([...files, ['extra.txt', Buffer.from('x')]]))).toBe('package.hostile');
  });

  it.each([
    'data/dialogue.json',
    'data/report/report-en.pdf',
    'bagit.txt',
    'bag-info.txt',
    MANIFEST,
    TAG_MANIFEST,
  ])('is refused when %s is missing', async (missing) => {
    expect(await codeOf(await zipOf([...files].filter(([path]) => path !== missing)))).toBe(
      'package.incomplete',
    );
  });

  it.each(['data/dialogue.json', 'data/csv/positions.csv', 'bag-info.txt', MANIFEST])(
    'is refused when one byte of %s is another',
    async (path) => {
      const bytes = Buffer.from(files.get(path)!);
      bytes[bytes.length - 3] = bytes[bytes.length - 3]! ^ 1;
      const code = await codeOf(await zipOf(new Map(files).set(path, bytes)));
      expect(['package.checksum', 'package.malformed', 'package.hostile', 'package.incomplete']).toContain(
        code,
      );
    },
  );

  it('is refused at every length it may be cut off at', async () => {
    for (let part = 0; part < 40; part++)
      expect(await codeOf(original.subarray(0, Math.floor((original.length * part) / 40)))).toBe(
        'package.malformed',
      );
  });

  it('is refused when its content is not what the schema says, however well it is sealed', async () => {
    expect(await codeOf(await zipOf(withDialogue((dialogue) => Object.assign(dialogue, { extra: 1 }))))).toBe(
      'package.malformed',
    );
    expect(await codeOf(await zipOf(withDialogue((dialogue) => delete dialogue.deficits)))).toBe(
      'package.malformed',
    );
    expect(
      await codeOf(await zipOf(withDialogue((dialogue) => Object.assign(dialogue, { formatVersion: 2 })))),
    ).toBe('package.newer-format');
    const deep = '['.repeat(MAX_JSON_DEPTH + 1) + ']'.repeat(MAX_JSON_DEPTH + 1);
    expect(
      await codeOf(await zipOf(resealed((all) => all.set('data/dialogue.json', Buffer.from(deep))))),
    ).toBe('package.hostile');
    expect(
      await codeOf(await zipOf(resealed((all) => all.set('data/dialogue.json', Buffer.from('{'))))),
    ).toBe('package.malformed');
  });

  it('is refused when a reservation was taken out of it, however well it is sealed', async () => {
    type Parted = { deficits: { positions: { E: { value: string; reservation?: unknown } } }[] };
    const first = (dialogue: unknown) => (dialogue as Parted).deficits[0]!.positions.E;
    expect(await codeOf(await zipOf(withDialogue((dialogue) => delete first(dialogue).reservation)))).toBe(
      'package.malformed',
    );
    expect(
      await codeOf(
        await zipOf(withDialogue((dialogue) => Object.assign(first(dialogue), { reservation: {} }))),
      ),
    ).toBe('package.malformed');
    expect(
      await codeOf(
        await zipOf(withDialogue((dialogue) => Object.assign(first(dialogue), { value: 'agree' }))),
      ),
    ).toBe('package.malformed');
  });

  it('is refused when it is an internal edition or names a spokesperson', async () => {
    expect(
      await codeOf(await zipOf(withDialogue((all) => Object.assign(all, { edition: 'internal' })))),
    ).toBe('package.malformed');
    expect(await codeOf(await zipOf(withDialogue((all) => Object.assign(all, { participants: [] }))))).toBe(
      'package.malformed',
    );
  });

  it('is refused when an outcome does not follow from its positions and the rule', async () => {
    const typed = withDialogue((dialogue) => {
      const [deficit] = dialogue.deficits as { outcome: string }[];
      (deficit as { outcome: string }).outcome = 'agreed';
    });
    expect(await codeOf(await zipOf(typed))).toBe('package.malformed');
  });

  it('is said to have other tables when they do not say what the content says', async () => {
    const other = resealed((all) => all.set('data/csv/positions.csv', Buffer.from('changed')));
    const path = join(temp.path, 'tables.zip');
    writeFileSync(path, await zipOf(other));
    const read = await readPackage(path);
    expect(read.ok && read.value.report.tablesMatch).toBe(false);
  });

  it('is not a folder, nor a file that is not there, nor empty', async () => {
    expect(await readPackage(temp.path)).toMatchObject({ ok: false });
    expect(await readPackage(join(temp.path, 'none.zip'))).toMatchObject({ error: { code: 'file.missing' } });
    expect(await codeOf(Buffer.alloc(0))).toBe('package.malformed');
  });
});

/** Small, fast and the same everywhere: xorshift32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function damaged(seed: number): Buffer {
  const random = randomFrom(seed * 2_654_435_761);
  const bytes = Buffer.from(original);
  const kind = seed % 5;
  if (kind === 0) bytes[random(bytes.length)]! ^= 1 << random(8);
  else if (kind === 1) return bytes.subarray(0, random(bytes.length));
  else if (kind === 2)
    for (let at = random(bytes.length), n = random(64) + 1; n > 0 && at < bytes.length; n--, at++)
      bytes[at] = random(256);
  else if (kind === 3) {
    const from = random(bytes.length);
    bytes.copy(bytes, random(bytes.length), from, from + random(4096) + 1);
  } else {
    // The end of a zip decides how all of it is read: most of its bytes matter.
    const tail = Math.min(4000, bytes.length);
    bytes[bytes.length - 1 - random(tail)] = random(256);
  }
  return bytes;
}

describe('a damaged package', () => {
  it('is never taken for another content and never a crash: 500 seeded mutations', async () => {
    const before = (await outcome(original)).content;
    for (let seed = 1; seed <= 500; seed++) {
      const read = await outcome(damaged(seed));
      if (read.code === 'ok') expect(read.content, `seed ${seed}`).toEqual(before);
      else expect(read.code, `seed ${seed}`).toMatch(/^package\./);
    }
  });
});
