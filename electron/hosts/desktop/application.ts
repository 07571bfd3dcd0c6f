/** The running desktop application: one data thread, one window and that of the room, one menu. */
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, protocol, session, shell, type WebContents } from 'electron';
import { isFileKind } from '../../../shared/contract/files.ts';
import type { DossierInfo, HiwarEvent, Settings } from '../../../shared/contract/index.ts';
import { isLang, type Lang } from '../../../shared/domain/languages.ts';
import { err, type Result } from '../../../shared/errors.ts';
import { type DataThread, startDataThread } from '../../data-thread/client.ts';
import { makeTransferFolder, removeTransferFolder } from '../../data-thread/transfers.ts';
import { CHANNELS } from './channels.ts';
import { type DialogContext, pickFile, saveDownload } from './dialogs.ts';
import { labelsFor } from './labels.ts';
import { menuTemplate } from './menu.ts';
import { SCHEME, START_PAGE } from './origin.ts';
import { servePage } from './protocol.ts';
import { isForTheRoom, makeRoomWindow, ROOM_CALLS, ROOM_PAGE } from './room-window.ts';
import { answerPage, blockNetwork, denyPermissions } from './security.ts';
import { bringForward, makeWindow } from './window.ts';

export class DesktopApplication {
  readonly #folder: string;
  readonly #development = !app.isPackaged;
  #transferFolder = '';
  #data: DataThread | undefined;
  #window: BrowserWindow | undefined;
  #room: BrowserWindow | undefined;
  #language: Lang = 'ar';
  /** A dossier to show as soon as there is a page. */
  #waiting: string | undefined;
  #started = false;
  ended = false;

  constructor(folder: string, dossierPath: string | undefined) {
    this.#folder = folder;
    this.#waiting = dossierPath;
  }

  async start(): Promise<void> {
    protocol.handle(SCHEME, (request) => servePage(join(import.meta.dirname, '../renderer'), request));
    denyPermissions(session.defaultSession);
    blockNetwork(session.defaultSession, this.#development);
    this.#startData();
    this.#answerPage();
    await this.#readLanguage();

    const path = this.#waiting;
    this.#started = true;
    const demo = process.argv.includes('--demo');
    const opened = path ? await this.#open({ path }) : demo ? await this.#open(undefined) : undefined;
    this.#window = makeWindow({
      statePath: join(this.#folder, 'window.json'),
      ...this.#pageOptions(),
    });
    this.#window.on('closed', () => {
      this.#window = undefined;
      this.#room?.close();
    });
    await this.#window.loadURL(opened ? `${START_PAGE}#open=${opened}` : START_PAGE);
  }

  /** Another start of the application: brings the window forward and opens the dossier it was given. */
  openAgain(path: string | undefined): void {
    if (!this.#started) {
      this.#waiting = path ?? this.#waiting;
      return;
    }
    if (this.#window) bringForward(this.#window);
    if (!path) return;
    void this.#open({ path }).then((dossier) => {
      if (dossier) this.#tell({ type: 'command', command: 'show', dossier });
    });
  }

  /** Waits until the last change is on disk and the copies are made. */
  async end(): Promise<void> {
    await this.#data?.close();
    if (this.#transferFolder) removeTransferFolder(this.#transferFolder);
    this.ended = true;
  }

  #startData(): void {
    this.#transferFolder = makeTransferFolder(this.#folder);
    this.#data = startDataThread({
      entry: join(import.meta.dirname, '../data-thread/index.js'),
      workerData: { host: 'desktop', transferFolder: this.#transferFolder },
      onDeath: (reason) => {
        process.stderr.write(`Hiwar: the data thread has ended, nothing more is saved\n${reason}\n`);
        this.#tell({ type: 'command', command: 'stopped' });
      },
    });
    this.#data.onEvent((event) => {
      this.#tell(event as HiwarEvent);
      if ((event as HiwarEvent).type === 'settings') void this.#readLanguage();
    });
  }

  #answerPage(): void {
    answerPage(CHANNELS.invoke, ({ sender }, name, input) => {
      if (typeof name !== 'string') return err('channel.unknown');
      if (this.#isRoom(sender) && !ROOM_CALLS.includes(name)) return err('channel.forbidden');
      return this.#call(name, input);
    });
    answerPage(CHANNELS.openRoom, ({ sender }) => this.#openRoom(sender));
    answerPage(CHANNELS.pickFile, ({ sender }, kind) => {
      const context = this.#dialogs(sender);
      return context && isFileKind(kind) ? pickFile(context, kind) : null;
    });
    answerPage(CHANNELS.saveDownload, ({ sender }, given) => {
      const context = this.#dialogs(sender);
      const { downloadId, fileName } = (given ?? {}) as Record<string, unknown>;
      if (!context || typeof downloadId !== 'string' || typeof fileName !== 'string') return false;
      return saveDownload(context, downloadId, fileName);
    });
  }

  #call(name: string, input: unknown): Promise<Result<unknown>> {
    return this.#data?.call(name, input) ?? Promise.resolve(err('bug', { part: 'data-thread' }));
  }

  #isRoom(sender: WebContents): boolean {
    return this.#room !== undefined && sender === this.#room.webContents;
  }

  #pageOptions() {
    return {
      language: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
      development: this.#development,
    };
  }

  async #openRoom(sender: WebContents): Promise<boolean> {
    if (!this.#window || this.#isRoom(sender)) return false;
    if (this.#room) {
      bringForward(this.#room);
      return true;
    }
    const room = makeRoomWindow(this.#window, this.#pageOptions());
    this.#room = room;
    room.on('closed', () => {
      this.#room = undefined;
    });
    await room.loadURL(ROOM_PAGE);
    return true;
  }

  /** Dialogs belong to the main window; the room has none. */
  #dialogs(sender: WebContents): DialogContext | undefined {
    if (this.#isRoom(sender)) return undefined;
    return (
      this.#window && {
        window: this.#window,
        transferFolder: this.#transferFolder,
        label: labelsFor(this.#language),
      }
    );
  }

  /** Opens a dossier, or the sample, and answers its id; the library says why when it cannot be opened. */
  async #open(file: { path: string } | undefined): Promise<string | undefined> {
    const result = await (file ? this.#call('library.open', file) : this.#call('library.openDemo', {}));
    return result.ok ? (result.value as DossierInfo).dossier : undefined;
  }

  async #readLanguage(): Promise<void> {
    const result = await this.#call('settings.get', {});
    const chosen = result.ok ? (result.value as Settings | null)?.language : undefined;
    const hints = app.getPreferredSystemLanguages().map((tag) => tag.split('-')[0]);
    this.#language = chosen ?? hints.find(isLang) ?? 'ar';
    this.#showMenu();
  }

  #showMenu(): void {
    const template = menuTemplate({
      label: labelsFor(this.#language),
      mac: process.platform === 'darwin',
      development: this.#development,
      actions: {
        ask: (command) => this.#tell({ type: 'command', command }),
        showFolder: () => void shell.openPath(this.#folder),
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #tell(event: HiwarEvent): void {
    this.#window?.webContents.send(CHANNELS.event, event);
    if (isForTheRoom(event)) this.#room?.webContents.send(CHANNELS.event, event);
  }
}
