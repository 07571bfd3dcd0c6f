import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildShell } from './built-shell.ts';

let built: string;
let data: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  built = await buildShell();
});
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'hiwar-process-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(data, { recursive: true });
});

function start(...words: string[]) {
  const child = spawn(process.execPath, [join(built, 'host/index.js'), ...words], {
    env: { PATH: process.env.PATH, HIWAR_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return { child, exit: once(child, 'exit').then(([code]) => code as number), errors: text(child.stderr) };
}

async function addressOf(child: ChildProcess): Promise<URL> {
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return new URL(/^Hiwar: (http:\/\/127\.0\.0\.1:\d+\/#\S+)$/.exec(line)?.[1] ?? `unreadable: ${line}`);
}

async function clientOf(address: URL) {
  const post = (path: string, body: unknown, headers = {}) =>
    fetch(new URL(path, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address.origin, ...headers },
      body: JSON.stringify(body),
    });
  const ticket = new URLSearchParams(address.hash.slice(1)).get('k');
  const { token } = (await (await post('/session', { ticket })).json()) as { token: string };
  return (path: string, body: unknown = {}) => post(path, body, { authorization: `Bearer ${token}` });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`it prints one address and ends in order on ${signal}`, async () => {
    const { child, exit, errors } = start('--no-open');
    const address = await addressOf(child);
    expect((await fetch(new URL('/', address))).status).toBe(200);
    child.kill(signal);
    expect([await exit, await errors]).toEqual([0, '']);
    expect(existsSync(join(data, 'closed-in-order'))).toBe(true);
    expect(readdirSync(join(data, 'transfer'))).toEqual([]);
  });
}

test('it opens the sample when asked to, and says so in the address', async () => {
  const { child } = start('--no-open', '--demo');
  const parameters = new URLSearchParams((await addressOf(child)).hash.slice(1));
  expect(parameters.get('open')).toBe('demo-dossier');
});

test('it ends in order when a tab asks', async () => {
  const { child, exit } = start('--no-open');
  const ask = await clientOf(await addressOf(child));
  expect((await ask('/quit')).status).toBe(200);
  expect(await exit).toBe(0);
  expect(existsSync(join(data, 'closed-in-order'))).toBe(true);
});

test('a dead data thread is reported, answers as a bug, and shows in the exit code', async () => {
  const { child, exit, errors } = start('--no-open');
  const ask = await clientOf(await addressOf(child));
  const dead = { ok: false, error: { code: 'bug', details: { part: 'data-thread' } } };
  expect(await (await ask('/rpc/test.die')).json()).toEqual(dead);
  expect(await (await ask('/rpc/test.echo')).json()).toEqual(dead);
  await ask('/quit');
  expect(await exit).toBe(3);
  expect(await errors).toContain('nothing more is saved');
});

test('a port that is taken is refused with the reason', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const { exit, errors } = start('--no-open', '--port', String(port));
  expect([await exit, await errors]).toEqual([1, 'Hiwar: could not start (EADDRINUSE)\n']);
  taken.close();
});

test('words that mean nothing end with the usage', async () => {
  const { exit, errors } = start('--prot', '1');
  expect(await exit).toBe(2);
  expect(await errors).toContain('--no-open');
});
