import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { extractAll } from '@electron/asar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../build/build.mjs';
import { packFolder } from '../../build/package.mjs';
import { wholeChecks } from '../fixtures/electron-stand-in/checks.mjs';
import { runOnStandIn } from '../fixtures/electron-stand-in/run-on-stand-in.ts';

const systems: Record<string, 'linux' | 'win' | 'mac'> = { linux: 'linux', win32: 'win', darwin: 'mac' };
const system = systems[process.platform] ?? 'linux';
const arch = process.arch === 'arm64' ? 'arm64' : 'x64';

let folder: string;
let host: ChildProcess;
let address: URL;
let token: string;

/** The packed application, taken out of its archive so that plain Node can run it. Far from the project: nothing else is found. */
beforeAll(async () => {
  await ensureBuilt();
  folder = mkdtempSync(join(tmpdir(), 'hiwar-packed-host-'));
  const [packed = ''] = await packFolder({ system, arch, output: join(folder, 'packed'), stub: true });
  const resources = join(packed, system === 'mac' ? 'Hiwar.app/Contents/Resources' : 'resources');
  extractAll(join(resources, 'app.asar'), join(folder, 'application'));
  cpSync(join(resources, 'app.asar.unpacked'), join(folder, 'application'), { recursive: true });
  host = spawn(process.execPath, [join(folder, 'application/out/host/index.js'), '--no-open', '--demo'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HIWAR_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(host.stdout!), 'line')) as [string];
  address = new URL(/^Hiwar: (http:\S+)$/.exec(line)?.[1] ?? '');
});

afterAll(() => {
  host?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(new URL(path, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address.origin, ...headers },
    body: JSON.stringify(body),
  });

test('the packed page is served, with every script it names', async () => {
  const response = await fetch(new URL('/', address));
  expect(response.status).toBe(200);
  const page = await response.text();
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect((await fetch(new URL(script, address))).status, script).toBe(200);
});

test('the packed data thread answers, with the sample open', async () => {
  const ticket = new URLSearchParams(address.hash.slice(1)).get('k');
  token = ((await (await post('/session', { ticket })).json()) as { token: string }).token;
  const authorization = `Bearer ${token}`;
  const info = await (await post('/rpc/host.info', {}, { authorization })).json();
  expect(info).toMatchObject({ ok: true, value: { host: 'browser', node: process.versions.node } });
  const list = (await (await post('/rpc/library.list', {}, { authorization })).json()) as {
    value: { entries: { dossier: string }[] };
  };
  const opened = new URLSearchParams(address.hash.slice(1)).get('open');
  expect(list.value.entries.map(({ dossier }) => dossier)).toContain(opened);
});

test('it ends in order when it is asked to', async () => {
  const ended = once(host, 'exit');
  expect((await post('/quit', {}, { authorization: `Bearer ${token}` })).status).toBe(200);
  expect(await ended).toEqual([0, null]);
  expect(readdirSync(join(folder, 'data/transfer'))).toEqual([]);
});

test('the packed desktop host opens its page and its data, on the stand-in for Electron', async () => {
  const lines = await runOnStandIn(join(folder, 'application/out'), 'whole');
  for (const check of Object.keys(wholeChecks)) expect(lines.get(check)).toEqual({ check, ok: true });
});
