import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  dropTransfer,
  findTransfer,
  makeTransferFolder,
  newTransferPath,
  recordTransfer,
  safeFileName,
} from './transfers.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'hiwar-transfers-'));
});
afterEach(() => rmSync(data, { recursive: true }));

const file = (path: string, temporary: boolean) => ({ path, fileName: 'a.zip', mediaType: 'x/y', temporary });

test('a file is found by its id alone, and gone when dropped', () => {
  const folder = makeTransferFolder(data);
  const { id, path } = newTransferPath(folder);
  writeFileSync(path, 'bytes');
  expect(recordTransfer(folder, file(path, true), id)).toBe(id);
  expect(findTransfer(folder, id)).toEqual(file(path, true));
  dropTransfer(folder, id);
  expect(findTransfer(folder, id)).toBeUndefined();
  expect(existsSync(path)).toBe(false);
});

test('dropping a file the person chose where it lies leaves that file', () => {
  const folder = makeTransferFolder(data);
  const path = join(data, 'mine.hiwar');
  writeFileSync(path, 'bytes');
  dropTransfer(folder, recordTransfer(folder, file(path, false)));
  expect(existsSync(path)).toBe(true);
});

test('an id that was never given out finds nothing, whatever it looks like', () => {
  const folder = makeTransferFolder(data);
  for (const id of ['', '..', '../../window', 'a'.repeat(36), '00000000-0000-0000-0000-000000000000']) {
    expect(findTransfer(folder, id)).toBeUndefined();
  }
});

test('the folder is the owner’s alone; what a dead process left is removed, what a live one holds stays', () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const left = join(data, 'transfer', `${ended}-abc`);
  const held = join(data, 'transfer', `${process.ppid}-abc`);
  mkdirSync(left, { recursive: true });
  mkdirSync(held, { recursive: true });
  const folder = makeTransferFolder(data);
  expect([existsSync(left), existsSync(held), existsSync(folder)]).toEqual([false, true, true]);
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o077).toBe(0);
});

test('a file name is bare and harmless on every system, and keeps its Arabic and its ending', () => {
  expect(safeFileName('../../etc/passwd')).toBe('passwd');
  expect(safeFileName('C:\\data\\a<b>.zip')).toBe('a_b_.zip');
  expect(safeFileName('invoice\u202egnp.exe')).toBe('invoicegnp.exe');
  expect(safeFileName('...\n\0')).toBe('hiwar');
  expect(safeFileName('حوار روضانيا.hiwar')).toBe('حوار روضانيا.hiwar');
  expect(safeFileName(`${'ا'.repeat(400)}.hiwar`)).toMatch(/^ا{144}\.hiwar$/);
});
