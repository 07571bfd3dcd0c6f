/** The application menu. Items of the dossier only tell the page; the page decides and asks. */
import type { MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '../../../shared/contract/index.ts';
import type { Label, LabelKey } from './labels.ts';

export interface MenuActions {
  /** Tells the page what was asked for. */
  ask(command: HostCommand): void;
  /** Shows the folder where dossiers lie. */
  showFolder(): void;
}

export interface MenuOptions {
  label: Label;
  actions: MenuActions;
  mac: boolean;
  development: boolean;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

export function menuTemplate({ label, actions, mac, development }: MenuOptions): Item[] {
  const ask = (key: LabelKey, command: HostCommand, accelerator?: string): Item => ({
    label: label(key),
    click: () => actions.ask(command),
    ...(accelerator ? { accelerator } : {}),
  });
  const settings = ask('settings', 'settings', 'CommandOrControl+,');
  const quit: Item = { role: 'quit', label: label('quit') };

  const application: Item = {
    label: 'Hiwar',
    submenu: [
      { role: 'about', label: label('about') },
      separator,
      settings,
      separator,
      { role: 'hide', label: label('hide') },
      { role: 'hideOthers', label: label('hideOthers') },
      { role: 'unhide', label: label('showAll') },
      separator,
      quit,
    ],
  };
  const file: Item = {
    label: label('file'),
    submenu: [
      ask('new', 'new', 'CommandOrControl+N'),
      ask('open', 'open', 'CommandOrControl+O'),
      ask('sample', 'sample'),
      ask('library', 'library'),
      separator,
      ask('export', 'export'),
      { label: label('showFolder'), click: () => actions.showFolder() },
      ...(mac ? [] : [separator, settings, separator, quit]),
    ],
  };
  const edit: Item = {
    label: label('edit'),
    submenu: [
      { role: 'undo', label: label('undo') },
      { role: 'redo', label: label('redo') },
      separator,
      { role: 'cut', label: label('cut') },
      { role: 'copy', label: label('copy') },
      { role: 'paste', label: label('paste') },
      { role: 'pasteAndMatchStyle', label: label('pastePlain') },
      { role: 'selectAll', label: label('selectAll') },
    ],
  };
  const view: Item = {
    label: label('view'),
    submenu: [
      { role: 'resetZoom', label: label('actualSize') },
      { role: 'zoomIn', label: label('larger') },
      { role: 'zoomOut', label: label('smaller') },
      separator,
      { role: 'togglefullscreen', label: label('fullScreen') },
      ...(development ? [separator, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
    ],
  };
  const window: Item = {
    label: label('window'),
    submenu: [
      { role: 'minimize', label: label('minimize') },
      { role: 'close', label: label('close') },
    ],
  };
  const help: Item = {
    role: 'help',
    label: label('help'),
    submenu: [
      ask('shortcuts', 'shortcuts', 'CommandOrControl+/'),
      ...(mac ? [] : [separator, { role: 'about', label: label('about') } as Item]),
    ],
  };
  return [...(mac ? [application] : []), file, edit, view, window, help];
}
