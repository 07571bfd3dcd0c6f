/** Runs the browser host: data thread, server, address, browser, and an orderly end. */
import { join } from 'node:path';
import { startDataThread } from '../../data-thread/client.ts';
import { makeTransferFolder, removeTransferFolder } from '../../data-thread/transfers.ts';
import { dataFolder } from '../../services/data-folder.ts';
import { openBrowser } from './open-browser.ts';
import { type BrowserHost, startBrowserHost } from './server.ts';

export interface RunOptions {
  /** Opens the illustrative sample at the start. */
  demo: boolean;
  /** Opens the person's browser. */
  open: boolean;
  port: number;
}

export interface Running {
  address: string;
  /** Resolves with the exit code once everything has ended: 0, or 3 when the data thread died. */
  ended: Promise<number>;
  stop(): void;
}

/** Throws `EADDRINUSE` and the like when the port cannot be had. */
export async function runBrowserHost(options: RunOptions): Promise<Running> {
  const transferFolder = makeTransferFolder(dataFolder());
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  let host: BrowserHost | undefined;
  let stopping = false;

  const data = startDataThread({
    entry: join(import.meta.dirname, '../data-thread/index.js'),
    workerData: { host: 'browser', transferFolder },
    onDeath: (reason) => {
      // The tabs stay, so that what was typed can still be read and copied; nothing pretends to be saved.
      process.stderr.write(
        `Hiwar: the data thread has ended, nothing more is saved. Start again.\n${reason}\n`,
      );
      host?.send({ type: 'command', command: 'stopped' });
      deathCode = 3;
    },
  });
  let deathCode = 0;

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await data.close();
    await host?.close();
    removeTransferFolder(transferFolder);
    end(deathCode);
  }

  try {
    host = await startBrowserHost({
      root: join(import.meta.dirname, '../renderer'),
      data,
      transferFolder,
      port: options.port,
      onQuit: () => void stop(),
      report: (reason) => process.stderr.write(`Hiwar: ${reason}\n`),
    });
  } catch (cause) {
    await stop();
    throw cause;
  }

  const demo = options.demo ? await data.call('library.openDemo', {}) : undefined;
  if (demo && !demo.ok) process.stderr.write(`Hiwar: the sample could not be opened (${demo.error.code})\n`);
  const address = host.addressFor(
    'main',
    demo?.ok ? { open: (demo.value as { dossier: string }).dossier } : {},
  );
  if (options.open) openBrowser(address);
  return { address, ended, stop: () => void stop() };
}
