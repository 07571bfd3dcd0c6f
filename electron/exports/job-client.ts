/** The owner's side of the job thread: starts it, follows it, ends it when cancelled. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type AppError, err, ok, type Result } from '../../shared/errors.ts';
import type { ExportRunner, PapersRunner } from '../services/desk.ts';
import { type ExportedFile, UNFINISHED } from './finished-file.ts';
import type { JobAnswer } from './jobs.ts';

/** How long a cancelled thread may take to stop by itself: it stops at once unless it is laying out a report. */
const GRACE_MS = 200;

const builtThread = (): string => join(import.meta.dirname, '../job-thread/index.js');

/** Unfinished files of a thread that was ended in the middle. */
function removeUnfinished(folder: string): void {
  try {
    for (const name of readdirSync(folder))
      if (name.startsWith('.') && name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true });
  } catch {
    // The folder is gone or closed to us: nothing of ours is left to remove.
  }
}

type Runner<J> = (
  job: J,
  onProgress: Parameters<ExportRunner>[1],
  signal: AbortSignal,
) => ReturnType<ExportRunner>;

/** `thread` is the file of the job thread, `kind` which of its jobs. */
const runner =
  <J extends { readonly outDir: string }>(thread: () => string, kind: 'export' | 'papers'): Runner<J> =>
  (job, onProgress, signal) => {
    if (signal.aborted) return Promise.resolve(err('job.cancelled'));
    return new Promise<Result<readonly ExportedFile[]>>((resolve) => {
      const worker = new Worker(thread(), { name: 'hiwar-job', stdout: true, stderr: true });
      let settled = false;
      let grace: NodeJS.Timeout | undefined;
      const settle = (result: Result<readonly ExportedFile[]>): void => {
        if (settled) return;
        settled = true;
        clearTimeout(grace);
        signal.removeEventListener('abort', cancel);
        void worker.terminate().then(() => {
          if (!result.ok) removeUnfinished(job.outDir);
          resolve(result);
        });
      };
      const cancel = (): void => {
        worker.postMessage({ kind: 'cancel' });
        grace = setTimeout(() => settle(err('job.cancelled')), GRACE_MS);
      };
      signal.addEventListener('abort', cancel, { once: true });
      worker.on('message', (message: JobAnswer) => {
        if (message.kind === 'progress') {
          if (!signal.aborted) onProgress({ done: message.done, total: message.total, step: message.step });
        } else if (message.kind === 'done') settle(ok(message.files));
        else settle({ ok: false, error: message.error as AppError });
      });
      // Messages of bugs may quote texts of the dossier: only their kind is told.
      worker.on('error', (thrown: unknown) =>
        settle(err('job.failed', { part: thrown instanceof Error ? thrown.name : typeof thrown })),
      );
      worker.on('exit', () => settle(err('job.failed', { part: 'exit' })));
      worker.postMessage({ kind, ...job });
    });
  };

export const exportRunner = (thread: () => string): ExportRunner => runner(thread, 'export');
export const papersRunner = (thread: () => string): PapersRunner => runner(thread, 'papers');

export const runExport: ExportRunner = exportRunner(builtThread);
export const runPapers: PapersRunner = papersRunner(builtThread);
