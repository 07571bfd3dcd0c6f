/** Runs sandboxed before the page and gives it `window.bridge`: seven members and nothing of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge } from '../../../shared/contract/files.ts';
import { CHANNELS, LANGUAGE_ARGUMENT } from './channels.ts';

const given = process.argv.find((word) => word.startsWith(LANGUAGE_ARGUMENT));

const bridge: DesktopBridge = {
  host: 'desktop',
  language: given?.slice(LANGUAGE_ARGUMENT.length) ?? '',
  invoke: (name, input) => ipcRenderer.invoke(CHANNELS.invoke, name, input),
  subscribe: (listener) => {
    // The page gets the value alone: Electron's event would hand it the whole of ipcRenderer.
    const pass = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(CHANNELS.event, pass);
    return () => {
      ipcRenderer.removeListener(CHANNELS.event, pass);
    };
  },
  pickFile: (kind) => ipcRenderer.invoke(CHANNELS.pickFile, kind),
  saveDownload: (download) => ipcRenderer.invoke(CHANNELS.saveDownload, download),
  openRoom: () => ipcRenderer.invoke(CHANNELS.openRoom),
};

contextBridge.exposeInMainWorld('bridge', bridge);
