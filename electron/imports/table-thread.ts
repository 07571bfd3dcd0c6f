/** The thread that reads one table of a stranger and ends: a file that is slow or huge keeps nobody else waiting. */
import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal } from '../../shared/errors.ts';
import { type ReadRequest, readTable } from './read-table.ts';

const port = parentPort;
if (!port) throw new Error('the table thread is started as a worker');
readTable(workerData as ReadRequest).then(
  (table) => port.postMessage({ table }),
  (thrown: unknown) => {
    if (isRefusal(thrown)) port.postMessage({ error: thrown.error });
    // A bug: its message may quote the file, so only its name leaves.
    else port.postMessage({ bug: thrown instanceof Error ? thrown.name : typeof thrown });
  },
);
