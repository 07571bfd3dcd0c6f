/** What the window may not do. Electron's defaults grant everything, so each denial is spelled out. */
import { type IpcMainInvokeEvent, ipcMain, type Session, shell, type WebContents } from 'electron';
import { isOurs, mayOpenOutside, staysInside } from './origin.ts';

/** Keeps a window on the application's own page; must run for every web contents from its creation. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** No permission and no device for any page. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** No request leaves the application: not from a page, not for a dictionary, not as a download. */
export function blockNetwork(session: Session, development: boolean): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, decide) =>
    decide({ cancel: !staysInside(details.url, development) }),
  );
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** True for a message from the top frame of our own page. The frame is read at once: it may be null later. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOurs(frame.url);
}

/** Answers a channel for our own page and for nobody else. Arguments are unknown until `handler` has looked. */
export function answerPage(
  channel: string,
  handler: (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown,
): void {
  ipcMain.handle(channel, (event, ...values: unknown[]) => {
    if (!isOurPage(event)) throw new Error('refused: not our page');
    return handler(event, ...values);
  });
}
