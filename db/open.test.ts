import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  actingAs,
  changesOf,
  create,
  DOSSIER,
  edit,
  fileReplica,
  idOf,
  original,
  refusal,
  refusalDetails,
  scratchFolder,
} from '../tests/fixtures/dossiers.ts';
import { fingerprints } from './ledger/rebuild.ts';
import { getMeta, setMeta } from './meta.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { createDossierFile, inspectHeader, openDossierFile, openForReading } from './open.ts';

const deficit = idOf('a deficit');
let folder: string;
let file: string;
let scratch: ReturnType<typeof scratchFolder>;

beforeEach(() => {
  scratch = scratchFolder();
  folder = scratch.folder;
  file = join(folder, 'dossier.hiwar');
  const made = fileReplica(file);
  create(made, 'dossier', DOSSIER, { country: 'QRW' });
  create(made, 'deficit', deficit, { number: '001', title: { ar: original('غياب التفتيش') }, area: 'TA1' });
  made.close();
});
afterEach(() => scratch.remove());

test('[L2] every writing connection is in WAL mode with synchronous FULL and overwrites what it deletes', () => {
  for (const open of [
    () => openDossierFile(file),
    () => createDossierFile(join(folder, 'new.hiwar'), { dossier: idOf('new'), device: idOf('device') }),
  ]) {
    const opened = open();
    const pragma = (name: string): unknown => opened.db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete')]).toEqual(['wal', 2, 1]);
    expect([pragma('trusted_schema'), pragma('cell_size_check')]).toEqual([0, 1]);
    if (process.platform === 'darwin') expect(pragma('fullfsync')).toBe(1);
    opened.close();
  }
});

test('[L2] a reading connection cannot write', () => {
  const reader = openForReading(file);
  expect(() => reader.exec('DELETE FROM change')).toThrow(/readonly/);
  reader.close();
});

test('[L2] opening and closing writes nothing, and leaves no log behind', () => {
  const before = readFileSync(file);
  openDossierFile(file).close();
  openForReading(file).close();
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test('one process, one hand: held until closed, by whatever path', () => {
  const opened = openDossierFile(file);
  expect(refusal(() => openDossierFile(file))).toBe('file.held');
  expect(refusal(() => openDossierFile(join(folder, '.', 'dossier.hiwar')))).toBe('file.held');
  opened.close();
  openDossierFile(file).close();
});

test('a file that is there is never made anew', () => {
  const before = readFileSync(file);
  expect(refusal(() => createDossierFile(file, { dossier: DOSSIER, device: idOf('d') }))).toBe('file.exists');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('what cannot be made leaves nothing behind', () => {
  const nowhere = join(folder, 'not there', 'dossier.hiwar');
  expect(refusal(() => createDossierFile(nowhere, { dossier: DOSSIER, device: idOf('d') }))).toBe(
    'file.missing',
  );
  expect(readdirSync(folder).sort()).toEqual(['dossier.hiwar']);
});

test.each([
  ['missing', () => {}, 'file.missing'],
  ['a folder', (path: string) => mkdirSync(path), 'file.unreadable'],
  ['empty', (path: string) => writeFileSync(path, ''), 'file.not-a-dossier'],
  [
    'a text',
    (path: string) => writeFileSync(path, 'SQLite format 3\0 is what it says '.repeat(20)),
    'file.not-a-dossier',
  ],
  ['short', (path: string) => writeFileSync(path, readFileSync(file).subarray(0, 99)), 'file.not-a-dossier'],
  ['cut', (path: string) => writeFileSync(path, readFileSync(file).subarray(0, 8192)), 'file.corrupt'],
  [
    "another program's",
    (path: string) => {
      const db = new Database(path);
      db.exec('CREATE TABLE meta (key, value)');
      db.close();
    },
    'file.not-a-dossier',
  ],
] as const)('%s: refused with its code by all who open, and untouched', (_what, make, code) => {
  const path = join(folder, 'other.hiwar');
  make(path);
  const bytes = code === 'file.missing' || code === 'file.unreadable' ? undefined : readFileSync(path);
  expect(refusal(() => openDossierFile(path))).toBe(code);
  expect(refusal(() => openForReading(path))).toBe(code);
  expect(refusal(() => inspectHeader(path))).toBe(code);
  if (bytes) expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('[L12] a file of a newer format is opened by nobody older, and stays byte for byte', () => {
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(SCHEMA_VERSION + 10, 60);
  writeFileSync(file, bytes);
  const refused = { code: 'file.newer-format', details: { format: SCHEMA_VERSION + 10 } };
  let asked = 0;
  expect(refusalDetails(() => openDossierFile(file, () => (asked += 1)))).toEqual(refused);
  expect(refusalDetails(() => openForReading(file))).toEqual(refused);
  expect(asked).toBe(0);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).not.toContain('dossier.hiwar-wal');
});

test('[L12] a ledger of a newer format is refused as well, and stays byte for byte', () => {
  const opened = openDossierFile(file);
  setMeta(opened.db, 'format', '2');
  opened.close();
  const bytes = readFileSync(file);
  const refused = { code: 'file.newer-format', details: { format: 2 } };
  expect(refusalDetails(() => openDossierFile(file))).toEqual(refused);
  expect(refusalDetails(() => openForReading(file))).toEqual(refused);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('[L12] a schema that was never released is damage, not an older format', () => {
  const bytes = readFileSync(file);
  bytes.writeUInt32BE(4, 60);
  writeFileSync(file, bytes);
  let asked = 0;
  expect(refusal(() => openDossierFile(file, () => (asked += 1)))).toBe('file.corrupt');
  expect(asked).toBe(0);
});

test('facts of the file that were changed from outside are found when opening', () => {
  const raw = new Database(file);
  raw.prepare("UPDATE meta SET value = ? WHERE key = 'device'").run(idOf('another device'));
  raw.close();
  expect(refusalDetails(() => openDossierFile(file))).toEqual({
    code: 'file.corrupt',
    details: { where: 'meta' },
  });
  expect(refusal(() => openForReading(file))).toBe('file.corrupt');
});

test('projections of an older shape are made anew when opening', () => {
  const opened = openDossierFile(file);
  const marks = fingerprints(opened.db);
  setMeta(opened.db, 'projection', '0');
  opened.db.exec("UPDATE deficit SET title_ar = 'stale'; DELETE FROM search; DELETE FROM item");
  opened.close();
  const again = openDossierFile(file);
  expect(fingerprints(again.db)).toEqual(marks);
  expect(getMeta(again.db, 'projection')).not.toBe('0');
  again.close();
});

test('what was written is there when it is opened again', () => {
  const opened = openDossierFile(file);
  const replica = { db: opened.db, acting: { author: idOf('a'), device: idOf('b'), now: () => 0 } };
  edit(replica, 'deficit', deficit, { area: 'TA2' });
  const changes = changesOf(replica);
  opened.close();
  const again = openDossierFile(file);
  expect(changesOf({ ...replica, db: again.db })).toEqual(changes);
  again.close();
});

test('[L2] a long log is folded into the file after an answer, a short one when the dossier is closed', () => {
  const opened = openDossierFile(file);
  const replica = { ...opened, acting: actingAs('first') };
  const inFile = (): boolean => readFileSync(file).includes('محتوى يُبحث عنه');
  edit(replica, 'deficit', deficit, { title: { ar: original('محتوى يُبحث عنه') } });
  opened.fold();
  expect(inFile()).toBe(false);
  for (let n = 0; n < 400; n += 1)
    edit(replica, 'deficit', deficit, { severity: { G: 1 + (n % 4), E: 4 - (n % 4) } });
  expect(inFile()).toBe(false);
  opened.fold();
  expect(inFile()).toBe(true);
  opened.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});
