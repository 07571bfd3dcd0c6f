/** Where dossiers, settings and copies lie: `HIWAR_DATA`, or the place the system keeps for applications. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder's path, whether it exists or not. */
export function dataFolderPath(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (env.HIWAR_DATA) return resolve(env.HIWAR_DATA);
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Hiwar');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Hiwar');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'hiwar');
}

/** The folder's path, made if it was not there, and the owner's alone. */
export function dataFolder(): string {
  const folder = dataFolderPath();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
