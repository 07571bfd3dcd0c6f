/**
 * The job thread: one thread, one job, then it ends. Laying out a report blocks the thread, so its owner may end it
 * at any moment; files get their names only when they are whole.
 */
import { parentPort } from 'node:worker_threads';
import type { JobContext } from './job-context.ts';
import { isJobKind, JOBS, type JobAnswer, type JobMessage } from './jobs.ts';

const port = parentPort;
if (!port) throw new Error('the job thread is started as a worker');

const abort = new AbortController();
const answer = (message: JobAnswer): void => port.postMessage(message);

port.on('message', (message: JobMessage) => {
  if (message.kind === 'cancel') {
    abort.abort();
    return;
  }
  if (!isJobKind(message.kind)) {
    answer({ kind: 'failed', error: { code: 'channel.unknown' } });
    port.close();
    return;
  }
  const context: JobContext = {
    signal: abort.signal,
    progress: (progress) => answer({ kind: 'progress', ...progress }),
  };
  const work = message.kind === 'export' ? JOBS.export(message, context) : JOBS.papers(message, context);
  void work.then(
    (result) => {
      answer(result.ok ? { kind: 'done', files: result.value } : { kind: 'failed', error: result.error });
      port.close();
    },
    (thrown: unknown) => {
      // A bug: thrown where the owner hears it, with its stack and without the texts it was about.
      setImmediate(() => {
        throw thrown;
      });
    },
  );
});
