import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DataThread, startDataThread } from './client.ts';
import { makeTransferFolder } from './transfers.ts';

const entry = join(import.meta.dirname, '../../tests/fixtures/hosts/fake-data-thread.mjs');
const dead = { ok: false, error: { code: 'bug', details: { part: 'data-thread' } } };

let folder: string;
let data: DataThread;
let deaths: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hiwar-client-'));
  deaths = [];
  data = startDataThread({
    entry,
    workerData: { host: 'browser', transferFolder: makeTransferFolder(folder) },
    onDeath: (reason) => deaths.push(reason),
  });
});

afterEach(async () => {
  await data.close();
  rmSync(folder, { recursive: true });
});

test('answers come back to their own calls', async () => {
  const results = await Promise.all([1, 2, 3].map((n) => data.call('test.echo', n)));
  expect(results).toEqual([1, 2, 3].map((value) => ({ ok: true, value })));
  expect(await data.call('test.refuse', {})).toEqual({ ok: false, error: { code: 'field.in-conflict' } });
  expect(await data.call('no.such', {})).toEqual({ ok: false, error: { code: 'channel.unknown' } });
});

test('events reach every listener until it stops listening', async () => {
  const heard: unknown[] = [];
  const stop = data.onEvent((event) => heard.push(event));
  await data.call('test.emit', { type: 'library' });
  stop();
  await data.call('test.emit', { type: 'settings' });
  expect(heard).toEqual([{ type: 'library' }]);
});

for (const way of ['test.die', 'test.throw']) {
  test(`a thread that ends by ${way} answers every waiting and later call as a bug and is reported once`, async () => {
    const waiting = data.call('test.silent', {});
    expect(await data.call(way, {})).toEqual(dead);
    expect(await waiting).toEqual(dead);
    expect(await data.call('test.echo', 1)).toEqual(dead);
    expect(deaths).toHaveLength(1);
  });
}

test('close lets earlier calls end, waits for the orderly end and reports no death', async () => {
  const last = data.call('test.echo', 'last');
  await Promise.all([data.close(), data.close()]);
  expect(await last).toEqual({ ok: true, value: 'last' });
  expect(existsSync(join(folder, 'closed-in-order'))).toBe(true);
  expect(await data.call('test.echo', 1)).toEqual(dead);
  expect(deaths).toEqual([]);
});
