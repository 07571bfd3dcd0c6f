/**
 * The hosts' side of the data thread: calls go in, results and events come out.
 *
 * Messages to the thread: `{ id, name, input }` for a call, `{ close: true }` to end it.
 * Messages from it: `{ id, result }` and `{ event }`. The thread exits by itself after an orderly close.
 */
import { Worker } from 'node:worker_threads';
import { err, type Result } from '../../shared/errors.ts';

export interface DataThread {
  /** Never rejects: after the thread's death every call answers `bug`. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  onEvent(listener: (event: unknown) => void): () => void;
  /** Waits until copies are made and files closed. Safe to call twice. */
  close(): Promise<void>;
}

/** What a host tells the thread at its start. */
export interface DataThreadData {
  host: 'desktop' | 'browser' | 'cli';
  /** Uploads and downloads meet here; see transfers.ts. */
  transferFolder: string;
}

export interface DataThreadOptions {
  /** Path of the built worker, `out/data-thread/index.js`. */
  entry: string;
  workerData: DataThreadData;
  /** Told once if the thread ends before it was asked to. A silent restart could hide a lost write. */
  onDeath: (reason: string) => void;
  /** How long an orderly close may take before the thread is ended, in milliseconds. */
  closeLimit?: number;
}

type FromThread =
  | { id: number; result: Result<unknown>; event?: undefined }
  | { id?: undefined; event: unknown };

/** Megabytes: answers are short-lived, and a small nursery is emptied before it is paid for. */
const LIMITS = { maxYoungGenerationSizeMb: 4 } as const;

export function startDataThread(options: DataThreadOptions): DataThread {
  const worker = new Worker(options.entry, { workerData: options.workerData, resourceLimits: LIMITS });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Set<(event: unknown) => void>();
  let nextId = 1;
  let ended = false;
  let closing: Promise<void> | undefined;

  const exited = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      end(`data thread ended with code ${code}`);
      resolve();
    });
  });
  worker.once('error', (cause) =>
    end(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)),
  );
  worker.on('messageerror', (cause) => end(String(cause)));
  worker.on('message', (message: FromThread) => {
    if (message.id === undefined) {
      for (const listener of listeners) listener(message.event);
      return;
    }
    waiting.get(message.id)?.(message.result);
    waiting.delete(message.id);
  });

  function end(reason: string): void {
    if (ended) return;
    ended = true;
    for (const answer of waiting.values()) answer(err('bug', { part: 'data-thread' }));
    waiting.clear();
    if (!closing) options.onDeath(reason);
  }

  return {
    call(name, input) {
      if (ended || closing) return Promise.resolve(err('bug', { part: 'data-thread' }));
      const id = nextId++;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ id, name, input });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closing ??= (async () => {
        if (ended) return;
        worker.postMessage({ close: true });
        const limit = setTimeout(() => void worker.terminate(), options.closeLimit ?? 60_000);
        await exited;
        clearTimeout(limit);
      })();
      return closing;
    },
  };
}
