/** The application menu. Items of the dossier only tell the page; the page decides and asks. */
import type { MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../../shared/contract/index.ts';
import type { MenuLabels } from './labels.ts';

export interface MenuActions {
  /** Tells the page what was asked for. */
  ask(command: HostCommand): void;
  /** Shows the folder where dossiers lie. */
  showFolder(): void;
}

export interface MenuOptions {
  labels: MenuLabels;
  actions: MenuActions;
  mac: boolean;
  development: boolean;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

export function menuTemplate({ labels, actions, mac, development }: MenuOptions): Item[] {
  const ask = (label: string, command: HostCommand, accelerator?: string): Item => ({
    label,
    click: () => actions.ask(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const settings = ask(labels.settings, 'settings', 'CommandOrControl+,');
  const quit: Item = { role: 'quit', label: labels.quit };

  const application: Item = {
    label: 'Hiwar',
    submenu: [
      { role: 'about', label: labels.about },
      separator,
      settings,
      separator,
      { role: 'hide', label: labels.hide },
      { role: 'hideOthers', label: labels.hideOthers },
      { role: 'unhide', label: labels.showAll },
      separator,
      quit,
    ],
  };
  const file: Item = {
    label: labels.file,
    submenu: [
      ask(labels.new, 'new', 'CommandOrControl+N'),
      ask(labels.open, 'open', 'CommandOrControl+O'),
      ask(labels.sample, 'sample'),
      ask(labels.library, 'library'),
      separator,
      ask(labels.export, 'export'),
      { label: labels.showFolder, click: () => actions.showFolder() },
      ...(mac ? [] : [separator, settings, separator, quit]),
    ],
  };
  const edit: Item = {
    label: labels.edit,
    submenu: [
      { role: 'undo', label: labels.undo },
      { role: 'redo', label: labels.redo },
      separator,
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'pasteAndMatchStyle', label: labels.pastePlain },
      { role: 'selectAll', label: labels.selectAll },
    ],
  };
  const view: Item = {
    label: labels.view,
    submenu: [
      { role: 'resetZoom', label: labels.actualSize },
      { role: 'zoomIn', label: labels.larger },
      { role: 'zoomOut', label: labels.smaller },
      separator,
      { role: 'togglefullscreen', label: labels.fullScreen },
      ...(development ? [separator, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
    ],
  };
  const window: Item = {
    label: labels.window,
    submenu: [
      { role: 'minimize', label: labels.minimize },
      { role: 'close', label: labels.close },
    ],
  };
  const help: Item = {
    role: 'help',
    label: labels.help,
    submenu: [
      ask(labels.shortcuts, 'shortcuts', 'CommandOrControl+/'),
      ...(mac ? [] : [separator, { role: 'about', label: labels.about } as Item]),
    ],
  };
  return [...(mac ? [application] : []), file, edit, view, window, help];
}
