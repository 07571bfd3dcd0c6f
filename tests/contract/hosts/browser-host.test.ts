import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DataThread, startDataThread } from '../../../electron/data-thread/client.ts';
import {
  findTransfer,
  makeTransferFolder,
  newTransferPath,
  recordTransfer,
} from '../../../electron/data-thread/transfers.ts';
import {
  type BrowserHost,
  MOST_RPC_BYTES,
  MOST_UPLOAD_BYTES,
  startBrowserHost,
} from '../../../electron/hosts/browser/server.ts';
import { CONTENT_SECURITY_POLICY } from '../../../electron/hosts/page-policy.ts';
import { type Answer, type RawRequest, sendRaw } from './raw-request.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/hosts');
const JSON_TYPE = 'application/json';

let folder: string;
let transferFolder: string;
let data: DataThread;
let host: BrowserHost;
let port: number;
let authority: string;
let token: string;
let roomToken: string;
const reports: string[] = [];
let quits = 0;

const send = (request: RawRequest): Promise<Answer> =>
  sendRaw(port, { ...request, headers: { host: authority, ...request.headers } });

/** A request the page itself would send, with what a test changes of it. */
function fromPage(
  path: string,
  body: unknown,
  changes: Record<string, string | number> = {},
): Promise<Answer> {
  const headers = {
    origin: host.origin,
    'content-type': JSON_TYPE,
    'sec-fetch-site': 'same-origin',
    ...changes,
  };
  return send({
    path,
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const bearer = (given: string) => ({ authorization: `Bearer ${given}` });
const ticketOf = (address: string): string =>
  new URLSearchParams(new URL(address).hash.slice(1)).get('k') ?? '';

async function tokenFor(address: string): Promise<string> {
  const answer = await fromPage('/session', { ticket: ticketOf(address) });
  expect(answer.status).toBe(200);
  return (answer.json() as { token: string }).token;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hiwar-browser-'));
  transferFolder = makeTransferFolder(folder);
  data = startDataThread({
    entry: join(fixtures, 'fake-data-thread.mjs'),
    workerData: { host: 'browser', transferFolder },
    onDeath: (reason) => reports.push(reason),
  });
  host = await startBrowserHost({
    root: join(fixtures, 'page'),
    data,
    transferFolder,
    onQuit: () => {
      quits += 1;
    },
    report: (reason) => reports.push(reason),
  });
  authority = new URL(host.origin).host;
  port = Number(new URL(host.origin).port);
  token = await tokenFor(host.addressFor('main'));
  roomToken = await tokenFor(host.addressFor('room'));
});

afterAll(async () => {
  await host.close();
  await data.close();
  rmSync(folder, { recursive: true });
  expect(reports).toEqual([]);
});

describe('what is served to the page', () => {
  test('the page comes with the whole policy, is never stored, and sets no cookie', async () => {
    const { status, headers, text } = await send({ path: '/' });
    expect(status).toBe(200);
    expect(text).toBe(readFileSync(join(fixtures, 'page/index.html'), 'utf8'));
    expect(headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['set-cookie']).toBeUndefined();
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('a file named by its hash may be kept, a call may not', async () => {
    const asset = await send({ path: '/assets/page-12345678.js' });
    expect(asset.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const call = await fromPage('/rpc/test.echo', { n: 1 }, bearer(token));
    expect(call.json()).toEqual({ ok: true, value: { n: 1 } });
    expect(call.headers['cache-control']).toBe('no-store');
  });

  test('a refusal of the data thread is an answer, not an HTTP failure', async () => {
    const answer = await fromPage('/rpc/test.refuse', {}, bearer(token));
    expect([answer.status, answer.json()]).toEqual([
      200,
      { ok: false, error: { code: 'field.in-conflict' } },
    ]);
  });
});

describe('attacks', () => {
  test('another Host, as after DNS rebinding, reaches nothing', async () => {
    for (const name of ['evil.example', `evil.example:${port}`, `localhost:${port}`, '127.0.0.1']) {
      expect((await send({ path: '/', headers: { host: name } })).status, name).toBe(421);
      expect((await fromPage('/rpc/test.echo', {}, { ...bearer(token), host: name })).status, name).toBe(421);
    }
  });

  test('another Origin, or none, may not call', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `http://localhost:${port}`,
      `https://${authority}`,
    ]) {
      expect((await fromPage('/rpc/test.echo', {}, { ...bearer(token), origin })).status, origin).toBe(403);
    }
    const headers = { 'content-type': JSON_TYPE, ...bearer(token) };
    expect((await send({ path: '/rpc/test.echo', method: 'POST', headers, body: '{}' })).status).toBe(403);
    const evil = { origin: 'https://evil.example', ...bearer(token) };
    expect((await send({ path: '/events', headers: evil })).status).toBe(403);
  });

  test('cross-site fetch metadata is refused, for calls, events and files of the page alike', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const changes = { ...bearer(token), 'sec-fetch-site': site };
      expect((await fromPage('/rpc/test.echo', {}, changes)).status, site).toBe(403);
      expect((await send({ path: '/events', headers: changes })).status, site).toBe(403);
      const asScript = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
      expect((await send({ path: '/assets/page-12345678.js', headers: asScript })).status, site).toBe(403);
    }
  });

  test('the page itself opens from a link or a typed address', async () => {
    for (const site of ['none', 'cross-site']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
      expect((await send({ path: '/', headers })).status, site).toBe(200);
      expect((await send({ path: '/download/x', headers })).status, site).toBe(403);
    }
  });

  test('no token, a wrong one, or one in the wrong place does nothing', async () => {
    const wrong = [{}, bearer(''), bearer('x'.repeat(43)), bearer(`${token}x`), { authorization: token }];
    for (const headers of [...wrong, { cookie: `token=${token}` }]) {
      expect((await fromPage('/rpc/test.echo', {}, headers)).status).toBe(401);
      expect((await fromPage('/ticket', {}, headers)).status).toBe(401);
      expect((await fromPage('/quit', {}, headers)).status).toBe(401);
      const bytes = { ...headers, 'content-type': 'application/octet-stream' };
      expect((await fromPage('/upload', 'x', bytes)).status).toBe(401);
      expect((await send({ path: '/events', headers })).status).toBe(401);
      expect((await send({ path: '/download/x', headers })).status).toBe(401);
    }
    expect((await fromPage(`/rpc/test.echo?token=${token}`, {})).status).toBe(401);
    expect(quits).toBe(0);
  });

  test('a ticket works once, and a guessed one never', async () => {
    const address = host.addressFor('main');
    expect(ticketOf(address)).toHaveLength(43);
    expect(await tokenFor(address)).toBe(token);
    const again = await fromPage('/session', { ticket: ticketOf(address) });
    expect([again.status, again.text]).toEqual([403, '']);
    for (const ticket of ['', 'x'.repeat(43), 7, null, token]) {
      expect((await fromPage('/session', { ticket })).status).toBe(403);
    }
  });

  test('a path that tries to leave the folder of the page is refused as such', async () => {
    const paths = [
      '/../fake-data-thread.mjs',
      '/assets/../../fake-data-thread.mjs',
      '/%2e%2e/fake-data-thread.mjs',
      '/..%2ffake-data-thread.mjs',
      '/..%5cfake-data-thread.mjs',
      '/assets/..%2f..%2ffake-data-thread.mjs',
      '//etc/passwd',
      '/c:/windows/win.ini',
      '/index.html%00.png',
      '/%E0%A4%A',
      'http://evil.example/',
    ];
    for (const path of paths) expect((await send({ path })).status, path).toBe(400);
    expect((await send({ path: '/no-such-file.js' })).status).toBe(404);
    expect((await send({ path: '/assets' })).status).toBe(404);
  });

  test('an unknown call is not found, whether or not its name looks like one', async () => {
    for (const name of ['no.such', '__proto__', 'constructor', 'a%2Fb', '%20']) {
      expect((await fromPage(`/rpc/${name}`, {}, bearer(token))).status, name).toBe(404);
    }
    expect((await fromPage('/other', {}, bearer(token))).status).toBe(404);
  });

  test('only GET and POST are answered, and no preflight is granted', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const headers = { origin: host.origin, ...bearer(token) };
      expect((await send({ path: '/rpc/test.echo', method, headers })).status, method).toBe(405);
    }
  });

  test('another content type, as a form would send it, is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
      const changes = { ...bearer(token), 'content-type': type };
      expect((await fromPage('/rpc/test.echo', {}, changes)).status, type).toBe(415);
      expect((await fromPage('/upload', 'x', changes)).status, type).toBe(415);
    }
  });

  test('a body that is not JSON is refused', async () => {
    expect((await fromPage('/rpc/test.echo', '{"a":', bearer(token))).status).toBe(400);
  });

  test('an oversized body is refused, announced or not, and the host goes on', async () => {
    const headers = { ...bearer(token), 'content-length': MOST_RPC_BYTES + 1 };
    const announced = { ...headers, host: authority, origin: host.origin, 'content-type': JSON_TYPE };
    await expect(statusBeforeBody('/rpc/test.echo', announced)).resolves.toBe(413);
    await expect(statusOfEndlessBody('/rpc/test.echo')).resolves.toBe(413);
    const upload = { ...announced, 'content-type': 'application/octet-stream' };
    const tooLarge = { ...upload, 'content-length': MOST_UPLOAD_BYTES + 1 };
    await expect(statusBeforeBody('/upload', tooLarge)).resolves.toBe(413);
    expect((await fromPage('/rpc/test.echo', {}, bearer(token))).status).toBe(200);
  });

  test('a token of the room calls nothing but room.look, and does nothing else', async () => {
    const room = bearer(roomToken);
    expect((await fromPage('/rpc/room.look', { n: 1 }, room)).status).toBe(200);
    for (const name of ['test.echo', 'library.list', 'room', 'rooms.look', 'room.other', 'settings.get']) {
      expect((await fromPage(`/rpc/${name}`, {}, room)).status, name).toBe(403);
    }
    expect((await fromPage('/ticket', { kind: 'main' }, room)).status).toBe(403);
    expect((await fromPage('/quit', {}, room)).status).toBe(403);
    const bytes = { ...room, 'content-type': 'application/octet-stream' };
    expect((await fromPage('/upload', 'x', bytes)).status).toBe(403);
    expect((await send({ path: '/download/x', headers: room })).status).toBe(403);
  });

  /** The status that comes back before a byte of the announced body was sent. */
  function statusBeforeBody(path: string, headers: Record<string, string | number>): Promise<number> {
    return sendRaw(port, { path, method: 'POST', headers, body: '{' }).then(({ status }) => status);
  }

  /** Sends a body of unknown length, past the cap. */
  async function statusOfEndlessBody(path: string): Promise<number> {
    const headers = { ...bearer(token), 'transfer-encoding': 'chunked' };
    const answer = await fromPage(path, `"${'x'.repeat(MOST_RPC_BYTES + 10)}"`, headers);
    return answer.status;
  }
});

describe('tabs', () => {
  test('a tab gets a ticket for another one, of its kind or of the room', async () => {
    const another = (await fromPage('/ticket', {}, bearer(token))).json() as { ticket: string };
    const first = await fromPage('/session', another);
    expect(first.json()).toEqual({ token, kind: 'main' });
    const room = (await fromPage('/ticket', { kind: 'room' }, bearer(token))).json() as { ticket: string };
    expect((await fromPage('/session', room)).json()).toEqual({ token: roomToken, kind: 'room' });
  });

  test('a tab may ask the application to end', async () => {
    expect((await fromPage('/quit', {}, bearer(token))).status).toBe(200);
    expect(quits).toBe(1);
  });
});

describe('files', () => {
  const asBytes = { 'content-type': 'application/octet-stream' };

  test('an upload becomes a file of the owner under a name without a folder', async () => {
    const name = encodeURIComponent('../حوار.hiwar');
    const answer = await fromPage('/upload', 'bytes', { ...bearer(token), ...asBytes, 'x-file-name': name });
    const { uploadId, fileName } = answer.json() as { uploadId: string; fileName: string };
    expect(fileName).toBe('حوار.hiwar');
    const found = findTransfer(transferFolder, uploadId);
    expect(found).toMatchObject({ fileName, temporary: true });
    expect(readFileSync(found?.path ?? '', 'utf8')).toBe('bytes');
  });

  test('an upload that breaks off leaves nothing behind', async () => {
    const before = readdirSync(transferFolder).length;
    const { request } = await import('node:http');
    await new Promise<void>((resolve) => {
      const headers = {
        ...bearer(token),
        ...asBytes,
        origin: host.origin,
        host: authority,
        'content-length': 1000,
      };
      const sent = request({ host: '127.0.0.1', port, path: '/upload', method: 'POST', headers });
      sent.on('error', () => resolve());
      sent.write('half', () => sent.destroy());
      sent.on('close', () => resolve());
    });
    await expect.poll(() => readdirSync(transferFolder).length).toBe(before);
  });

  test('a download is fetched with the token; a file used where it lies is not', async () => {
    const { id, path } = newTransferPath(transferFolder);
    writeFileSync(path, 'the package');
    const note = { path, fileName: 'a.zip', mediaType: 'application/zip' };
    recordTransfer(transferFolder, { ...note, temporary: true }, id);
    const answer = await send({ path: `/download/${id}`, headers: bearer(token) });
    expect([answer.status, answer.text]).toEqual([200, 'the package']);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'cache-control': 'no-store',
    });
    const lying = recordTransfer(transferFolder, { ...note, temporary: false });
    for (const other of [lying, crypto.randomUUID(), 'x']) {
      expect((await send({ path: `/download/${other}`, headers: bearer(token) })).status).toBe(404);
    }
    expect(existsSync(path)).toBe(true);
  });
});

describe('events', () => {
  /** Reads the stream until it has given `count` frames with data or an event name. */
  async function read(
    given: string,
    count: number,
    act: () => Promise<unknown>,
    lastId?: string,
  ): Promise<string[]> {
    const ended = new AbortController();
    const headers = { ...bearer(given), ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
    const response = await fetch(`${host.origin}/events`, { headers, signal: ended.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value ?? '';
    await act();
    const frames = () => text.split('\n\n').filter((frame) => /^(data|event):/m.test(frame));
    while (frames().length < count) text += (await reader.read()).value ?? '';
    ended.abort();
    return frames();
  }
  const emit = (event: unknown) => data.call('test.emit', event);

  test('what the data thread tells reaches an open tab', async () => {
    const [frame] = await read(token, 1, () => emit({ type: 'library' }));
    expect(frame).toMatch(/^id: \d+\ndata: {"type":"library"}$/);
  });

  test('a tab that was away for a moment misses nothing, and is told when it did', async () => {
    const [first] = await read(token, 1, () => emit({ type: 'settings' }));
    const id = /id: (\d+)/.exec(first ?? '')?.[1] ?? '';
    await emit({ type: 'library', n: 1 });
    expect(await read(token, 1, async () => {}, id)).toEqual([
      `id: ${Number(id) + 1}\ndata: {"type":"library","n":1}`,
    ]);
    const lost = 'event: lost\ndata: {}';
    expect(await read(token, 1, async () => {}, '999999')).toEqual([lost]);
    for (let n = 0; n < 300; n += 1) await emit({ type: 'library', n });
    expect((await read(token, 1, async () => {}, id))[0]).toBe(lost);
  });

  test('a tab of the room hears what is pushed to the room and nothing else', async () => {
    const frames = await read(roomToken, 1, async () => {
      await emit({ type: 'changed', dossier: 'd' });
      await emit({ type: 'room.shown' });
    });
    expect(frames).toHaveLength(1);
    expect(frames[0]).toContain('{"type":"room.shown"}');
  });

  test('a page of the room that comes back is given the last picture and none before it', async () => {
    const [first] = await read(roomToken, 1, () => emit({ type: 'room.shown', n: 0 }));
    const id = /id: (\d+)/.exec(first ?? '')?.[1] ?? '';
    for (const n of [1, 2, 3]) await emit({ type: 'room.shown', n });
    expect(await read(roomToken, 1, async () => {}, id)).toEqual([
      `id: ${Number(id) + 3}\ndata: {"type":"room.shown","n":3}`,
    ]);
  });
});
