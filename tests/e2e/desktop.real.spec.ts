/**
 * The application in a real Electron: what the stand-in cannot show. Skipped where there is no Electron
 * program, or none that can run (no display, or root on Linux, where its sandbox does not work).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page, test } from '@playwright/test';
import { electronPath } from '../../build/electron-runtime.mjs';

const root = join(import.meta.dirname, '../..');
const program = electronPath();
const cannotRun =
  process.platform === 'linux' &&
  ((!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) || process.getuid?.() === 0);

test.skip(program === undefined, 'no Electron program here: "npx install-electron" fetches one');
test.skip(cannotRun, 'Electron needs a display, and on Linux another user than root');
test.describe.configure({ mode: 'serial' });

let folder: string;
let application: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hiwar-electron-'));
  application = await electron.launch({
    executablePath: program ?? '',
    args: [root, '--demo'],
    env: { ...(process.env as Record<string, string>), HIWAR_DATA: folder },
  });
  page = await application.firstWindow();
});

test.afterAll(async () => {
  await application?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What the preload script puts on the window. */
interface WithBridge {
  bridge: { invoke(name: string, input: unknown): Promise<unknown>; language: string };
}

test('the page is of our own origin, under its policy, in a sandbox with an isolated preload', async () => {
  expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/);
  const found = await page.evaluate(async () => ({
    origin: location.origin,
    members: Object.keys((window as unknown as WithBridge).bridge).sort(),
    leaked: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    inline: await new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
    }),
    outside: await fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  }));
  expect(found).toEqual({
    origin: 'app://bundle',
    members: ['host', 'invoke', 'language', 'pickFile', 'saveDownload', 'subscribe'],
    leaked: [],
    inline: 'refused',
    outside: 'refused',
  });
});

test('the native database library loads inside Electron, and the sample is there', async () => {
  const list = await page.evaluate(() => (window as unknown as WithBridge).bridge.invoke('library.list', {}));
  expect(list).toMatchObject({ ok: true, value: { entries: [{ illustrative: true }] } });
});

test('main denies every permission and blocks every request that would leave', async () => {
  const denied = await page.evaluate(async () => {
    const asked = await Promise.allSettled([
      navigator.mediaDevices.getUserMedia({ audio: true }),
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    ]);
    return asked.map(({ status }) => status);
  });
  expect(denied).toEqual(['rejected', 'rejected']);
  const opened = await page.evaluate(() => window.open('https://example.org/'));
  expect(opened).toBeNull();
  const outside = await application.evaluate(({ net }) =>
    net.fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(outside).toBe('refused');
});

test('the window keeps its place, and the end waits for the data thread', async () => {
  await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 40, width: 900, height: 640 }),
  );
  await application.close();
  const kept = JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'));
  expect(kept).toMatchObject({ width: 900, height: 640, maximized: false });
});
