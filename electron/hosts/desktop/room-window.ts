/**
 * The window of the room: whole on the first screen that is not the main window's, an ordinary window where there is
 * one screen only. It outlives an unplugged projector, and goes back to it when it is plugged in again.
 */
import { BrowserWindow, type Display, screen } from 'electron';
import { START_PAGE } from './origin.ts';
import { reloadOnce, type WindowOptions, webPreferences } from './window.ts';

export const ROOM_PAGE = `${START_PAGE}#/room`;

/** All that the page of the room may ask. */
export const ROOM_CALLS: readonly string[] = ['room.look'];

/** What it is told: what the room is shown, and that the application has stopped or something was missed. */
export function isForTheRoom(event: { readonly type: string; readonly command?: string }): boolean {
  if (event.type === 'command') return event.command === 'stopped' || event.command === 'lost';
  return event.type.startsWith('room.');
}

export function makeRoomWindow(
  main: BrowserWindow,
  options: Pick<WindowOptions, 'language' | 'development'>,
): BrowserWindow {
  const window = new BrowserWindow({
    ...ordinary(screen.getPrimaryDisplay()),
    show: false,
    title: 'Hiwar',
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: webPreferences(options),
  });
  const place = (): void => {
    const other = otherThan(main);
    if (other) {
      window.setBounds(other.bounds);
      window.setFullScreen(true);
    } else {
      window.setFullScreen(false);
      window.setBounds(ordinary(screen.getPrimaryDisplay()));
    }
  };
  window.once('ready-to-show', () => {
    place();
    window.show();
  });
  screen.on('display-added', place);
  screen.on('display-removed', place);
  window.on('closed', () => {
    screen.removeListener('display-added', place);
    screen.removeListener('display-removed', place);
  });
  reloadOnce(window);
  return window;
}

/** The first screen that the main window is not on. */
function otherThan(main: BrowserWindow): Display | undefined {
  const own = screen.getDisplayMatching(main.getBounds());
  return screen.getAllDisplays().find(({ id }) => id !== own.id);
}

/** Two thirds of a screen, in its middle. */
function ordinary({ workArea }: Display) {
  const width = Math.round((workArea.width * 2) / 3);
  const height = Math.round((workArea.height * 2) / 3);
  return {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + Math.round((workArea.height - height) / 2),
    width,
    height,
  };
}
