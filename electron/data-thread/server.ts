/** Entry of the data thread: the only owner of writing connections. Calls come in, results and events go out. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { runExport, runPapers } from '../exports/job-client.ts';
import { readTableApart } from '../imports/table-client.ts';
import { dataFolder } from '../services/data-folder.ts';
import type { Desk } from '../services/desk.ts';
import { cancelAllExports } from '../services/exports.ts';
import { tickFloors } from '../services/floor/index.ts';
import { createHandlers } from '../services/index.ts';
import { closeAll } from '../services/library.ts';
import type { DataThreadData } from './client.ts';
import { dispatch } from './dispatch.ts';

const port = parentPort;
if (!port) throw new Error('the data thread has no parent');
const { host, transferFolder } = workerData as DataThreadData;

const desk: Desk = {
  host,
  folder: dataFolder(),
  transferFolder,
  outFolder: join(import.meta.dirname, '..'),
  now: Date.now,
  mono: () => performance.now(),
  emit: (event) => port.postMessage({ event }),
  runExport,
  runPapers,
  readTable: readTableApart,
  open: new Map(),
};
const handlers = createHandlers(desk);
// Sessions that run: their time goes on whether or not anybody asks.
setInterval(() => tickFloors(desk), 1000).unref();

type Message =
  | { readonly close: true }
  | { readonly close?: undefined; readonly id: number; readonly name: string; readonly input: unknown };

port.on('message', async (message: Message) => {
  if (message.close) {
    cancelAllExports(desk);
    closeAll(desk);
    port.close();
    return;
  }
  port.postMessage({ id: message.id, result: await dispatch(handlers, message.name, message.input) });
  for (const opened of desk.open.values()) opened.fold();
});
