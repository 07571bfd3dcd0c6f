import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepWindowState, placeWindow, readWindowState } from './window-state.ts';

const screen = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: -200, width: 1920, height: 1040 };
const kept = { x: 100, y: 50, width: 1000, height: 600, maximized: false };

test('a window comes back where it was, on either screen', () => {
  expect(placeWindow(kept, [screen])).toEqual({ x: 100, y: 50, width: 1000, height: 600 });
  const there = { ...kept, x: 2000, y: -100 };
  expect(placeWindow(there, [screen, second])).toMatchObject({ x: 2000, y: -100 });
});

test('a window whose screen is gone, or whose title bar no hand can reach, opens in the middle', () => {
  for (const lost of [
    { ...kept, x: 2000 },
    { ...kept, x: -950 },
    { ...kept, y: -300 },
    { ...kept, y: 720 },
  ]) {
    expect(placeWindow(lost, [screen])).toEqual({ width: 1000, height: 600 });
  }
});

test('a window is never larger than a screen nor smaller than the page can be used in', () => {
  expect(placeWindow({ ...kept, x: 0, y: 0, width: 5000, height: 5000 }, [screen])).toMatchObject({
    width: 1366,
    height: 728,
  });
  expect(placeWindow({ ...kept, width: 300, height: 300 }, [screen])).toMatchObject({
    width: 800,
    height: 560,
  });
  expect(placeWindow(undefined, [screen])).toEqual({ width: 1280, height: 728 });
});

test('what was kept is read again; a damaged or foreign file is as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hiwar-window-'));
  const path = join(folder, 'window.json');
  expect(readWindowState(path)).toBeUndefined();
  keepWindowState(path, kept);
  expect(readWindowState(path)).toEqual(kept);
  for (const text of ['', '{', 'null', '{"x":1}', JSON.stringify({ ...kept, width: 1e9 })]) {
    writeFileSync(path, text);
    expect(readWindowState(path)).toBeUndefined();
  }
  keepWindowState(join(folder, 'no/such/folder.json'), kept);
  rmSync(folder, { recursive: true });
});
