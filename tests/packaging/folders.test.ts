import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/build.mjs';
import { packFolder } from '../../build/package.mjs';

type System = 'linux' | 'win' | 'mac';
type Processor = 'x64' | 'arm64';

interface Entry {
  files?: Record<string, Entry>;
  size?: number;
  unpacked?: boolean;
  integrity?: { algorithm: string; hash: string };
}

const targets: { system: System; arch: Processor; native: string; program: string; resources: string }[] = (
  ['x64', 'arm64'] as const
).flatMap((arch) => [
  { system: 'linux', arch, native: `linux-${arch}`, program: 'hiwar', resources: 'resources' },
  { system: 'win', arch, native: `win32-${arch}`, program: 'Hiwar.exe', resources: 'resources' },
  {
    system: 'mac',
    arch,
    native: `darwin-${arch}`,
    program: 'Hiwar.app',
    resources: 'Hiwar.app/Contents/Resources',
  },
]);

let output: string;
beforeAll(async () => {
  await ensureBuilt();
  output = mkdtempSync(join(tmpdir(), 'hiwar-packed-'));
});
afterAll(() => rmSync(output, { recursive: true, force: true }));

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Every file of an archive by its path. */
function filesOf({ files = {} }: Entry, parent = ''): Map<string, Entry> {
  return new Map(
    Object.entries(files).flatMap(([name, entry]): [string, Entry][] =>
      entry.files ? [...filesOf(entry, `${parent}${name}/`)] : [[`${parent}${name}`, entry]],
    ),
  );
}

describe.each(targets)('the folder for $system $arch', ({ system, arch, native, program, resources }) => {
  let folder: string;
  let archive: string;
  let files: Map<string, Entry>;
  let headerHash: string;

  beforeAll(async () => {
    folder = (await packFolder({ system, arch, output, stub: true }))[0] ?? '';
    archive = join(folder, resources, 'app.asar');
    const { header, headerString } = getRawHeader(archive);
    files = filesOf(header as Entry);
    headerHash = sha256(headerString);
  });

  test('holds exactly one native module, that of its system, outside the archive', () => {
    const path = `node_modules/better-sqlite3/prebuilds/${native}.node`;
    expect([...files.keys()].filter((name) => name.endsWith('.node'))).toEqual([path]);
    expect([...files].filter(([, entry]) => entry.unpacked).map(([name]) => name)).toEqual([path]);
    const outside = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true });
    expect(outside.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([`${native}.node`]);
  });

  test('holds the application and nothing it was made from', () => {
    const names = [...files.keys()];
    for (const part of ['main/index.js', 'preload/index.cjs', 'host/index.js', 'data-thread/index.js']) {
      expect(names).toContain(`out/${part}`);
    }
    expect(names).toContain('out/renderer/index.html');
    expect(names.some((name) => /^out\/assets\/.*\.wasm$/.test(name))).toBe(true);
    const tops = new Set(names.map((name) => name.split('/')[0]));
    expect([...tops].sort()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json']);
    const packages = new Set(
      names.filter((name) => name.startsWith('node_modules/')).map((name) => name.split('/')[1]),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
    const unwanted =
      /\.(map|tsx?|mts|cts|c|cc|h|gyp|md)$|\.(test|spec)\.|(^|\/)(tests?|fixtures|\.git|\.cache)\//;
    expect(names.filter((name) => unwanted.test(name))).toEqual([]);
  });

  test('starts with the desktop host and carries no scripts or development packages', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ main: 'out/main/index.js', type: 'module', name: 'hiwar' });
    expect(Object.keys(manifest)).not.toContain('scripts');
    expect(Object.keys(manifest)).not.toContain('devDependencies');
  });

  test('every file in the archive is as its hash says, and is what was built', () => {
    for (const [name, entry] of files) {
      expect(entry.integrity?.algorithm, name).toBe('SHA256');
      if (entry.unpacked) continue;
      const bytes = extractFile(archive, name);
      expect(sha256(bytes), name).toBe(entry.integrity?.hash);
      if (name.startsWith('out/')) {
        const built = readFileSync(join(import.meta.dirname, '../..', name));
        expect(bytes.equals(built), name).toBe(true);
      }
    }
  });

  test('the fuses are burnt: only this application, only from its archive', async () => {
    const wire = await getCurrentFuseWire(join(folder, program));
    const state = (fuse: FuseV1Options) => FuseState[wire[fuse] ?? FuseState.REMOVED];
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookies: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyArchive: state(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileScheme: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: 'DISABLE',
      cookies: 'ENABLE',
      nodeOptions: 'DISABLE',
      inspect: 'DISABLE',
      integrity: 'ENABLE',
      onlyArchive: 'ENABLE',
      snapshot: 'DISABLE',
      fileScheme: 'DISABLE',
    });
  });

  // Electron has no place for the hash on Linux.
  if (system !== 'linux') {
    test('the hash of the archive is written where Electron compares it', () => {
      const place = system === 'mac' ? 'Hiwar.app/Contents/Info.plist' : program;
      expect(readFileSync(join(folder, place)).includes(headerHash)).toBe(true);
    });
  }

  if (system === 'mac') {
    test('macOS is told of the dossiers', () => {
      const plist = readFileSync(join(folder, 'Hiwar.app/Contents/Info.plist'), 'utf8');
      expect(plist).toMatch(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>hiwar<\/string>/);
    });
  }
});
