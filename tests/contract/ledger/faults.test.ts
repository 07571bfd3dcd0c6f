/** What the world does to files: no room, no right, another hand, another clock. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCopy } from '../../../db/copies.ts';
import { refusalOf } from '../../../db/errors.ts';
import { fingerprints } from '../../../db/ledger/rebuild.ts';
import { versionOf } from '../../../db/ledger/version.ts';
import { createDossierFile, openDossierFile } from '../../../db/open.ts';
import { verifyDossier } from '../../../db/verify.ts';
import {
  actingAs,
  changesOf,
  composed,
  create,
  DOSSIER,
  edit,
  type FileReplica,
  fileReplica,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusal,
  scratchFolder,
  send,
} from '../../fixtures/dossiers.ts';

const deficit = idOf('a deficit');
const other = join(import.meta.dirname, 'other-process.ts');
let scratch: ReturnType<typeof scratchFolder>;
let file: string;

beforeEach(() => {
  scratch = scratchFolder();
  file = join(scratch.folder, 'dossier.hiwar');
});
afterEach(() => {
  chmodSync(scratch.folder, 0o700);
  scratch.remove();
});

function begun(path = file): FileReplica {
  const made = fileReplica(path);
  create(made, 'dossier', DOSSIER, { country: 'QRW' });
  create(made, 'deficit', deficit, { number: '001', title: { ar: original('غياب التفتيش') } });
  return made;
}

/** Some seven thousand letters that do not let themselves be compressed to nothing. */
const noise = (n: number): string => Array.from({ length: 200 }, (_, i) => idOf(`${n} ${i}`)).join('');

/** Writes until there is no more room. Returns the code of what stopped it and how many changes were acknowledged. */
function fill(replica: Replica): { code: string | undefined; acknowledged: number } {
  let acknowledged = changesOf(replica).length;
  try {
    for (let n = 0; n < 5000; n += 1) {
      const members = { statement: { en: original(noise(n)) } };
      acknowledged += create(replica, 'deficit', idOf(`fills ${n}`), members).length;
    }
  } catch (thrown) {
    return { code: refusalOf(thrown)?.error.code, acknowledged };
  }
  return { code: undefined, acknowledged };
}

/** After a full disk: all that was acknowledged is there, and work goes on once there is room. */
function survives(path: string, acknowledged: number): void {
  const opened = openDossierFile(path);
  const replica = { db: opened.db, acting: actingAs('first') };
  expect(changesOf(replica)).toHaveLength(acknowledged);
  edit(replica, 'deficit', deficit, { area: 'TA2' });
  expect(composed(replica, 'deficit', deficit).record.area).toBe('TA2');
  opened.close();
  expect(verifyDossier(path).problems).toEqual([]);
}

describe('no room', () => {
  test('[L2] a file that may not grow: a code, nothing of the step written, everything before it kept', () => {
    const replica = begun();
    const pages = replica.db.pragma('page_count', { simple: true }) as number;
    replica.db.pragma(`max_page_count = ${pages + 40}`);
    const { code, acknowledged } = fill(replica);
    expect(code).toBe('disk.full');
    expect(changesOf(replica)).toHaveLength(acknowledged);
    // The same connection goes on with what still fits, and counts on without a hole.
    const [small] = edit(replica, 'deficit', deficit, { formality: 'informal' });
    expect(small?.seq).toBe(acknowledged + 1);
    replica.close();
    survives(file, acknowledged + 1);
  });

  test('[L11] a hand-over that does not fit is left out whole', () => {
    const from = memoryReplica('other');
    create(from, 'dossier', DOSSIER, { country: 'QRW' });
    for (let n = 0; n < 60; n += 1)
      create(from, 'deficit', idOf(`big ${n}`), { statement: { en: original(noise(n)) } });
    const replica = begun();
    const before = fingerprints(replica.db);
    const pages = replica.db.pragma('page_count', { simple: true }) as number;
    replica.db.pragma(`max_page_count = ${pages + 10}`);
    expect(codeOf(() => send(from, replica))).toBe('disk.full');
    expect(fingerprints(replica.db)).toEqual(before);
    replica.db.pragma('max_page_count = 1000000');
    expect(send(from, replica).added).toBe(61);
    replica.close();
  });

  const mounts = canMount();
  test.runIf(mounts)(
    '[L2] a disk that is full: a code, the file sound, and no copy half-made (needs root)',
    () => {
      const disk = join(scratch.folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
      try {
        const path = join(disk, 'dossier.hiwar');
        const replica = begun(path);
        const { code, acknowledged } = fill(replica);
        expect(code).toBe('disk.full');
        const full = join(disk, 'more.hiwar');
        expect(refusal(() => createDossierFile(full, { dossier: DOSSIER, device: idOf('d') }))).toBe(
          'disk.full',
        );
        expect(existsSync(full)).toBe(false);
        const version = versionOf(replica.db);
        // The log stays beside the file: it holds what could not be folded in.
        expect(refusal(() => replica.close())).toBe('disk.full');
        expect(existsSync(`${path}-wal`)).toBe(true);
        const copies = join(disk, 'copies');
        expect(refusal(() => makeCopy(path, copies, version, 0))).toBe('disk.full');
        expect(readdirSync(copies)).toEqual([]);
        execFileSync('mount', ['-o', 'remount,size=30m', disk]);
        survives(path, acknowledged);
      } finally {
        execFileSync('umount', [disk]);
      }
    },
  );

  function canMount(): boolean {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
    const place = scratchFolder();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place.folder], { stdio: 'ignore' });
      execFileSync('umount', [place.folder]);
      return true;
    } catch {
      return false;
    } finally {
      place.remove();
    }
  }
});

const codeOf = (body: () => unknown): string | undefined => {
  try {
    body();
    return undefined;
  } catch (thrown) {
    return refusalOf(thrown)?.error.code;
  }
};

describe.runIf(process.platform !== 'win32')('no right', () => {
  test('a folder that may not be written to: said so, and nothing in it touched', () => {
    begun().close();
    const bytes = readFileSync(file);
    chmodSync(file, 0o644);
    chmodSync(scratch.folder, 0o555);
    const out = execFileSync(process.execPath, [other, 'as-nobody', file], { encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual({
      open: 'file.folder-read-only',
      make: 'file.folder-read-only',
      read: expect.stringMatching(/^file\.(unreadable|folder-read-only)$/),
    });
    expect(readdirSync(scratch.folder)).toEqual(['dossier.hiwar']);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('a file that may not be read: said so', () => {
    begun().close();
    chmodSync(file, 0o000);
    chmodSync(scratch.folder, 0o755);
    const out = execFileSync(process.execPath, [other, 'as-nobody', file], { encoding: 'utf8' });
    expect(JSON.parse(out)).toMatchObject({ open: 'file.folder-read-only', read: 'file.folder-read-only' });
  });
});

describe('another hand', () => {
  test('a dossier that another process holds is refused, and free the moment that process is gone', async () => {
    begun().close();
    for (const end of ['close', 'kill'] as const) {
      const child = spawn(process.execPath, [other, 'hold', file], { stdio: ['pipe', 'pipe', 'inherit'] });
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      expect(String(said)).toBe('held\n');
      expect(refusal(() => openDossierFile(file))).toBe('file.held');
      const gone = once(child, 'close');
      if (end === 'kill') child.kill('SIGKILL');
      else child.stdin.end();
      await gone;
      openDossierFile(file).close();
    }
    expect(readdirSync(scratch.folder)).toEqual(['dossier.hiwar']);
  });
});

describe('another clock', () => {
  test('[L1] set back between two sessions: order, conflicts and versions do not notice', () => {
    const withClock = (year: number) => (): number => Date.UTC(year, 0, 1);
    const made = fileReplica(file, 'first', withClock(2026));
    create(made, 'deficit', deficit, { area: 'TA1' });
    made.close();
    const opened = openDossierFile(file);
    const replica = { db: opened.db, acting: actingAs('first', withClock(1999)) };
    edit(replica, 'deficit', deficit, { area: 'TA2' });
    edit(replica, 'deficit', deficit, { area: 'TA3' });
    expect(composed(replica, 'deficit', deficit).record.area).toBe('TA3');
    expect(changesOf(replica).map(({ clock, at }) => [clock, at.slice(0, 4)])).toEqual([
      [1, '2026'],
      [2, '1999'],
      [3, '1999'],
    ]);
    // A colleague whose clock is right has nothing that wins by date.
    const colleague = memoryReplica('colleague', withClock(2027));
    send(replica, colleague);
    expect(composed(colleague, 'deficit', deficit).record.area).toBe('TA3');
    expect(versionOf(colleague.db)).toBe(versionOf(replica.db));
    opened.close();
  });
});
