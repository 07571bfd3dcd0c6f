import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Settings } from '../../shared/contract/settings.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { Desk } from './desk.ts';

const Stored = z.object({ actor: RecordId, settings: Settings.nullable() });
type Stored = z.infer<typeof Stored>;

const pathOf = (folder: string): string => join(folder, 'settings.json');

/** A settings file that cannot be read is not worth stopping for: the defaults return, the file is kept aside. */
function read(folder: string): Stored {
  const path = pathOf(folder);
  if (existsSync(path)) {
    try {
      return Stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      renameSync(path, `${path}.unreadable`);
    }
  }
  const fresh: Stored = { actor: randomUUID() as RecordId, settings: null };
  write(folder, fresh);
  return fresh;
}

function write(folder: string, stored: Stored): void {
  const path = pathOf(folder);
  writeFileSync(`${path}.new`, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The random id under which this machine's person writes; never a name. */
export const actorOf = (folder: string): RecordId => read(folder).actor;

export const getSettings = (folder: string): Settings | null => read(folder).settings;

export function setSettings(desk: Desk, settings: Settings): Settings {
  write(desk.folder, { ...read(desk.folder), settings });
  desk.emit({ type: 'settings' });
  return settings;
}
