/**
 * Entry of the desktop application.
 *
 * The order matters: privileges of the scheme, the sandbox, the lock and the guards come before `ready`.
 * `whenReady` is never awaited at the top level: Electron waits for this module to end first.
 */

import { join } from 'node:path';
import { app, protocol } from 'electron';
import { dataFolder } from '../../services/data-folder.ts';
import { readArguments } from '../browser/arguments.ts';
import { runBrowserHost } from '../browser/run.ts';
import { DesktopApplication } from './application.ts';
import { dossierIn } from './command-line.ts';
import { SCHEME } from './origin.ts';
import { guardContents } from './security.ts';

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('dns-prefetch-disable');

app.on('web-contents-created', (_event, contents) => guardContents(contents));

const folder = dataFolder();
// Beside the dossiers, so that two data folders make two applications, each with its own lock.
app.setPath('userData', join(folder, 'electron'));

const fail = (cause: unknown): void => {
  process.stderr.write(
    `Hiwar: could not start\n${cause instanceof Error ? (cause.stack ?? '') : String(cause)}\n`,
  );
  app.exit(3);
};

/** The same program without a window, where a browser is preferred. */
async function startInBrowser(): Promise<void> {
  const words = process.argv.slice(1).filter((word) => /^--(demo|no-open|port)/.test(word));
  const options = readArguments(words);
  if (!options || options === 'help') return app.exit(2);
  const running = await runBrowserHost(options);
  process.stdout.write(`Hiwar: ${running.address}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, running.stop);
  app.exit(await running.ended);
}

function startWithWindow(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const application = new DesktopApplication(folder, dossierIn(process.argv, process.cwd()));
  app.on('second-instance', (_event, words, workingFolder) =>
    application.openAgain(dossierIn(words, workingFolder)),
  );
  app.on('open-file', (event, path) => {
    event.preventDefault();
    application.openAgain(path);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (application.ended) return;
    event.preventDefault();
    void application.end().then(() => app.quit(), fail);
  });
  void app
    .whenReady()
    .then(() => application.start())
    .catch(fail);
}

if (process.argv.includes('--browser')) void app.whenReady().then(startInBrowser).catch(fail);
else startWithWindow();
