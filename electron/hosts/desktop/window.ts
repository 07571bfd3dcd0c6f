/** The application's window. */
import { join } from 'node:path';
import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { LANGUAGE_ARGUMENT } from './channels.ts';
import { keepWindowState, placeWindow, readWindowState, SMALLEST } from './window-state.ts';

/** A page that dies again sooner than this is not loaded a second time. */
const RELOAD_PAUSE_MS = 10_000;

export interface WindowOptions {
  statePath: string;
  language: string;
  development: boolean;
}

/** What every window of ours is held to. */
export const webPreferences = ({
  language,
  development,
}: Pick<WindowOptions, 'language' | 'development'>): WebPreferences => ({
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  devTools: development,
  additionalArguments: [`${LANGUAGE_ARGUMENT}${language}`],
});

export function makeWindow(options: WindowOptions): BrowserWindow {
  const kept = readWindowState(options.statePath);
  const window = new BrowserWindow({
    ...placeWindow(
      kept,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Hiwar',
    webPreferences: webPreferences(options),
  });
  if (kept?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    keepWindowState(options.statePath, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  reloadOnce(window);
  return window;
}

/** A page that dies is loaded again, unless it does so at once. */
export function reloadOnce(window: BrowserWindow): void {
  let lastReload = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || Date.now() - lastReload < RELOAD_PAUSE_MS) return;
    lastReload = Date.now();
    window.reload();
  });
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
