/** The owner's side of the table thread. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Table } from '../../shared/domain/import/constants.ts';
import { type AppError, Refusal } from '../../shared/errors.ts';
import type { TableReader } from './read-table.ts';

interface Answer {
  readonly table?: Table;
  readonly error?: AppError;
  readonly bug?: string;
}

/** What a table of the size that is taken may need; more is a file that was made to need more. */
const MOST_MEGABYTES = 2048;

export const tableReader =
  (thread: () => string): TableReader =>
  (request) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(thread(), {
        name: 'hiwar-table',
        workerData: request,
        stdout: true,
        stderr: true,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      });
      let isSettled = false;
      const settle = (end: () => void): void => {
        if (isSettled) return;
        isSettled = true;
        void worker.terminate().then(end);
      };
      worker.on('message', ({ table, error, bug }: Answer) =>
        settle(() => {
          if (table) resolve(table);
          else
            reject(
              error ? new Refusal(error.code, error.details) : new Refusal('job.failed', { part: bug ?? '' }),
            );
        }),
      );
      worker.on('error', (thrown: unknown) => {
        const isFull = (thrown as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle(() =>
          reject(
            isFull
              ? new Refusal('import.hostile', { why: 'memory' })
              : new Refusal('job.failed', { part: 'table' }),
          ),
        );
      });
      worker.on('exit', () => settle(() => reject(new Refusal('job.failed', { part: 'exit' }))));
    });

export const readTableApart: TableReader = tableReader(() =>
  join(import.meta.dirname, '../table-thread/index.js'),
);
