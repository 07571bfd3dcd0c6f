import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../../build/chromium.mjs';
import { pageConfig } from '../../../build/vite.mjs';
import { type DataThread, startDataThread } from '../../../electron/data-thread/client.ts';
import { findTransfer, makeTransferFolder, recordTransfer } from '../../../electron/data-thread/transfers.ts';
import { type BrowserHost, startBrowserHost } from '../../../electron/hosts/browser/server.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/hosts');

let folder: string;
let transferFolder: string;
let data: DataThread;
let host: BrowserHost;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let quits = 0;
const complaints: string[] = [];

/** What main.ts of the fixture puts on its window. */
interface Fixture {
  platform: {
    bridge: {
      invoke(name: string, input: unknown): Promise<{ ok: boolean }>;
      subscribe(listener: (event: unknown) => void): void;
    };
    saveDownload(given: { downloadId: string; fileName: string }): Promise<boolean>;
    quit(): Promise<void>;
  };
  picked: Promise<{ uploadId: string; fileName: string } | null>;
  heard: unknown[];
  room: Promise<{ byHand?: string }>;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hiwar-platform-'));
  const config = pageConfig(folder, false);
  await build({ ...config, root: join(fixtures, 'platform-page'), plugins: [] });
  transferFolder = makeTransferFolder(folder);
  data = startDataThread({
    entry: join(fixtures, 'fake-data-thread.mjs'),
    workerData: { host: 'browser', transferFolder },
    onDeath: (reason) => complaints.push(reason),
  });
  host = await startBrowserHost({
    root: join(folder, 'renderer'),
    data,
    transferFolder,
    onQuit: () => {
      quits += 1;
    },
    report: (reason) => complaints.push(reason),
  });
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArgs });
});

afterAll(async () => {
  await browser.close();
  await host.close();
  await data.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(host.addressFor('main', { open: 'd1' }));
});

afterEach(async () => {
  await context.close();
  complaints.length = 0;
});

const call = (name: string, input: unknown = {}, on = page): Promise<{ ok: boolean }> =>
  on.evaluate(([n, i]) => (window as unknown as Fixture).platform.bridge.invoke(n, i), [
    name,
    input,
  ] as const);

test('the ticket leaves the address at once, the dossier becomes its route, and calls work', async () => {
  expect(await call('test.echo', { text: 'نص' })).toEqual({ ok: true, value: { text: 'نص' } });
  expect(await page.evaluate(() => location.href)).toBe(`${host.origin}/#/d/d1/overview`);
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a reload and a return to the first address keep the tab open', async () => {
  const address = host.addressFor('main');
  await page.goto('about:blank');
  await page.goto(address);
  await call('test.echo');
  await page.reload();
  expect((await call('test.echo')).ok).toBe(true);
  await page.goto('about:blank');
  await page.goto(address);
  expect((await call('test.echo')).ok).toBe(true);
});

test('a second use of the address in another browser reaches nothing', async () => {
  const address = host.addressFor('main');
  await page.goto('about:blank');
  await page.goto(address);
  await call('test.echo');
  const thief = await (await browser.newContext()).newPage();
  await thief.goto(address);
  expect(await call('test.echo', {}, thief)).toEqual({
    ok: false,
    error: { code: 'host.unreachable', details: { status: 401 } },
  });
  await thief.context().close();
});

test('refusals arrive as results, whatever carried them', async () => {
  expect(await call('test.refuse')).toEqual({ ok: false, error: { code: 'field.in-conflict' } });
  expect(await call('no.such')).toEqual({ ok: false, error: { code: 'channel.unknown' } });
  expect(await call('test.echo', 'x'.repeat(9_000_000))).toEqual({
    ok: false,
    error: { code: 'file.too-large' },
  });
  await context.setOffline(true);
  expect(await call('test.echo')).toEqual({ ok: false, error: { code: 'host.unreachable' } });
});

test('a room tab may only look at the room', async () => {
  await page.goto('about:blank');
  await page.goto(host.addressFor('room', { to: '/room' }));
  expect((await call('room.look', 1)).ok).toBe(true);
  expect(await call('test.echo')).toEqual({ ok: false, error: { code: 'channel.forbidden' } });
});

test('a ticket of the wrong kind opens nothing, and a tab at the room never uses a token of another', async () => {
  // This tab holds the token of the first page; at the room it does not use it.
  await page.goto('about:blank');
  await page.goto(host.addressFor('main', { to: '/room' }));
  expect(await call('room.look')).toEqual({
    ok: false,
    error: { code: 'host.unreachable', details: { status: 401 } },
  });
});

test('the room opens in a tab of its own, which has the token of the room and no other', async () => {
  const opened = context.waitForEvent('page');
  await page.getByText('Room').click();
  const tab = await opened;
  await tab.waitForURL(`${host.origin}/#/room`);
  expect((await call('room.look', 1, tab)).ok).toBe(true);
  expect(await call('test.echo', {}, tab)).toEqual({ ok: false, error: { code: 'channel.forbidden' } });
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  expect(await tab.evaluate(() => Object.keys(sessionStorage))).toEqual(['hiwar.room-token']);
  // The address for opening it by hand is another ticket, good for one more.
  const address = await page.evaluate(() => (window as unknown as Fixture).room);
  const byHand = await context.newPage();
  await byHand.goto(address.byHand ?? '');
  expect((await call('room.look', 1, byHand)).ok).toBe(true);
});

test('what the data thread tells arrives in the page', async () => {
  const listening = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.evaluate(() => {
    const heard: unknown[] = [];
    (window as unknown as Fixture).platform.bridge.subscribe((event: unknown) => heard.push(event));
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => (window as unknown as Fixture).heard as unknown[]);
  await listening;
  await call('test.emit', { type: 'library' });
  await expect.poll(heard).toEqual([{ type: 'library' }]);
});

test('a chosen file is uploaded under its own name; none chosen is null', async () => {
  const path = join(folder, 'حوار روضانيا.hiwar');
  writeFileSync(path, 'bytes');
  const chooser = page.waitForEvent('filechooser');
  await page.getByText('Choose').click();
  await (await chooser).setFiles(path);
  const picked = await page.evaluate(() => (window as unknown as Fixture).picked);
  expect(picked).toEqual({
    uploadId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    fileName: 'حوار روضانيا.hiwar',
  });
  expect(readFileSync(findTransfer(transferFolder, picked?.uploadId ?? '')?.path ?? '', 'utf8')).toBe(
    'bytes',
  );

  await page.reload();
  const declined = page.waitForEvent('filechooser');
  await page.getByText('Choose').click();
  await (await declined).element().dispatchEvent('cancel');
  expect(await page.evaluate(() => (window as unknown as Fixture).picked)).toBeNull();
  expect(await page.locator('input[type=file]').count()).toBe(0);
});

test('a finished file is saved under its name; one that is gone is refused by code', async () => {
  const path = join(transferFolder, 'report.bytes');
  writeFileSync(path, 'the report');
  const note = { path, fileName: 'report.pdf', mediaType: 'application/pdf', temporary: true };
  const downloadId = recordTransfer(transferFolder, note);
  const save = (id: string) =>
    page.evaluate(
      (given) =>
        (window as unknown as Fixture).platform
          .saveDownload({ downloadId: given, fileName: 'تقرير.pdf' })
          .catch((cause: { error: unknown }) => cause.error),
      id,
    );
  const download = page.waitForEvent('download');
  expect(await save(downloadId)).toBe(true);
  expect((await download).suggestedFilename()).toBe('تقرير.pdf');
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('the report');
  expect(await save(crypto.randomUUID())).toEqual({ code: 'file.missing' });
});

test('another tab opens with a ticket of its own', async () => {
  const opened = context.waitForEvent('page');
  await page.getByText('Another tab').click();
  const tab = await opened;
  await tab.waitForURL(`${host.origin}/#/d/1/deficits`);
  expect((await call('test.echo', {}, tab)).ok).toBe(true);
  expect(await tab.evaluate(() => window.opener)).toBeNull();
});

test('the page can end the application', async () => {
  await page.evaluate(() => (window as unknown as Fixture).platform.quit());
  expect(quits).toBe(1);
});
