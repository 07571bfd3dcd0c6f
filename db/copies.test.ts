import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  create,
  DOSSIER,
  edit,
  type FileReplica,
  fileReplica,
  idOf,
  original,
  refusal,
  scratchFolder,
} from '../tests/fixtures/dossiers.ts';
import { COPIES_KEPT, type Copy, listCopies, makeCopy, proveFile, removeCopy } from './copies.ts';
import { fingerprints } from './ledger/rebuild.ts';
import { versionOf } from './ledger/version.ts';
import { openDossierFile, openForReading } from './open.ts';
import { verifyDossier } from './verify.ts';

const deficit = idOf('a deficit');
const START = Date.UTC(2026, 0, 31, 8);
let scratch: ReturnType<typeof scratchFolder>;
let file: string;
let copies: string;
let made: FileReplica;

beforeEach(() => {
  scratch = scratchFolder();
  file = join(scratch.folder, 'dossier.hiwar');
  copies = join(scratch.folder, 'copies');
  made = fileReplica(file);
  create(made, 'dossier', DOSSIER, { country: 'QRW' });
  create(made, 'deficit', deficit, { priorityRank: 1, title: { ar: original('غياب التفتيش') } });
  made.close();
});
afterEach(() => scratch.remove());

/** Opens, writes, closes and copies, as a day's work does. Returns the copy and the state it is of. */
function day(
  n: number,
  now = START + n * 86_400_000,
  section = 'main',
): { copy: Copy | undefined; marks: unknown } {
  const opened = openDossierFile(file);
  const replica = { db: opened.db, acting: made.acting };
  if (section === 'main') edit(replica, 'deficit', deficit, { priorityRank: n + 2 });
  else create(replica, 'deficit', idOf(`caucus ${n}`), { priorityRank: n + 1 }, { section });
  const marks = fingerprints(opened.db);
  const version = versionOf(opened.db);
  opened.close();
  return { copy: makeCopy(file, copies, version, now), marks };
}

test('a copy is opened, checked and of the same version; restored, it equals what was closed', () => {
  const { copy, marks } = day(0);
  day(1);
  expect(copy?.madeAt).toBe('2026-01-31T08:00:00.000Z');
  expect(proveFile(copy?.file as string)).toBe(copy?.versionId);
  expect(verifyDossier(copy?.file as string).problems).toEqual([]);
  const restored = openForReading(copy?.file as string);
  expect(fingerprints(restored)).toEqual(marks);
  restored.close();
  expect(copy?.size).toBe(readFileSync(copy?.file as string).length);
});

test('the last ten are kept, the newest first', () => {
  const ids = Array.from({ length: 13 }, (_, n) => day(n).copy?.copyId);
  expect(COPIES_KEPT).toBe(10);
  expect(listCopies(copies).map(({ copyId }) => copyId)).toEqual(ids.slice(3).reverse());
  expect(readdirSync(copies)).toHaveLength(20);
});

test('the clock set back by years changes neither their order nor which of them are kept', () => {
  for (let n = 0; n < 10; n += 1) day(n);
  const { copy } = day(10, Date.UTC(2019, 0, 1));
  expect(listCopies(copies)[0]).toEqual(copy);
  expect(copy?.madeAt).toBe('2019-01-01T00:00:00.000Z');
  expect(listCopies(copies)).toHaveLength(10);
  const { copy: next } = day(11, Date.UTC(2019, 0, 1));
  expect(listCopies(copies).slice(0, 2)).toEqual([next, copy]);
});

test('a state that was copied already is not copied again; a caucus that worked is another state', () => {
  const { copy } = day(0);
  expect(copy).toBeDefined();
  expect(makeCopy(file, copies, copy?.versionId as string, START)).toBeUndefined();
  const { copy: after } = day(1, START, 'caucus:G');
  expect(after?.versionId).toBe(copy?.versionId);
  expect(listCopies(copies)).toHaveLength(2);
});

test('a copy that cannot be proven is no copy', () => {
  day(0);
  const before = readdirSync(copies);
  expect(refusal(() => makeCopy(file, copies, 'f'.repeat(64), START))).toBe('file.corrupt');
  expect(readdirSync(copies)).toEqual(before);
  const bytes = readFileSync(file);
  // The page of a table, overwritten: the integrity check must see it.
  bytes.fill(0xff, 4096 * 4 + 8, 4096 * 5);
  writeFileSync(file, bytes);
  expect(refusal(() => makeCopy(file, copies, 'f'.repeat(64), START))).toBe('file.corrupt');
  expect(readdirSync(copies)).toEqual(before);
});

test('the original is as it was', () => {
  const before = readFileSync(file);
  makeCopy(file, copies, proveFile(file), START);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}-wal`) || existsSync(`${file}-shm`)).toBe(false);
});

test('what a kill left half-made is cleared away, what is not ours is left', () => {
  mkdirSync(copies);
  writeFileSync(join(copies, '000001-2026-01-01T00-00-00-000Z.hiwar.partial'), 'half');
  writeFileSync(join(copies, 'notes.txt'), 'mine');
  expect(listCopies(copies)).toEqual([]);
  day(0);
  expect(readdirSync(copies).filter((name) => !name.startsWith('000001-2026-01-31'))).toEqual(['notes.txt']);
});

test('a copy without its note is listed, and is of no known version', () => {
  const { copy } = day(0);
  writeFileSync(`${copy?.file}.version`, '');
  expect(listCopies(copies)[0]?.versionId).toBe('');
  removeCopy(copy as Copy);
  expect(readdirSync(copies)).toEqual([]);
  expect(listCopies(join(copies, 'none'))).toEqual([]);
});
