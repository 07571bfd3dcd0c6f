import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolderPath } from './data-folder.ts';

test('the data folder is where each system keeps the data of applications', () => {
  const home = '/home/rawdania';
  expect(dataFolderPath({}, 'linux', home)).toBe(join(home, '.local/share/hiwar'));
  expect(dataFolderPath({ XDG_DATA_HOME: '/data' }, 'linux', home)).toBe(join('/data/hiwar'));
  expect(dataFolderPath({}, 'darwin', home)).toBe(join(home, 'Library/Application Support/Hiwar'));
  expect(dataFolderPath({ APPDATA: '/roaming' }, 'win32', home)).toBe(join('/roaming/Hiwar'));
});

test('HIWAR_DATA stands above all of them', () => {
  expect(dataFolderPath({ HIWAR_DATA: 'mine', APPDATA: '/roaming' }, 'win32', '/')).toBe(resolve('mine'));
});
