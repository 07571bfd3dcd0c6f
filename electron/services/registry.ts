/** Which dossiers this machine knows, and where. The file is a convenience: losing it loses no dossier. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Entry = z.object({
  dossier: z.uuid(),
  device: z.uuid(),
  file: z.string(),
  title: z.record(z.string(), z.string()),
  country: z.string().nullable(),
  illustrative: z.boolean(),
  derived: z.boolean(),
  demo: z.boolean(),
  openedAt: z.string(),
});
export type Entry = z.infer<typeof Entry>;

const pathOf = (folder: string): string => join(folder, 'library.json');

export function readRegistry(folder: string): Entry[] {
  const path = pathOf(folder);
  if (!existsSync(path)) return [];
  try {
    return z.array(Entry).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    renameSync(path, `${path}.unreadable`);
    return [];
  }
}

function write(folder: string, entries: readonly Entry[]): void {
  const path = pathOf(folder);
  writeFileSync(`${path}.new`, `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function remember(folder: string, entry: Entry): void {
  write(
    folder,
    [entry, ...readRegistry(folder).filter(({ dossier }) => dossier !== entry.dossier)].slice(0, 100),
  );
}

export function forget(folder: string, dossier: string): void {
  write(
    folder,
    readRegistry(folder).filter((entry) => entry.dossier !== dossier),
  );
}
