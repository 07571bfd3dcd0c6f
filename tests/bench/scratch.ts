import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURE, type Large, type LargeOptions, makeLarge } from '../fixtures/large.ts';

let folder: string | undefined;

/** A folder for this run alone. */
export function scratchFolder(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'hiwar-bench-'));
  return folder;
}

const made = new Map<string, Large>();

/** The dossier of these options, made once in a run. */
export function large(options: LargeOptions = FIXTURE): Large {
  const key = JSON.stringify(options);
  let found = made.get(key);
  if (!found) {
    found = makeLarge(join(scratchFolder(), `${made.size}.hiwar`), options);
    made.set(key, found);
  }
  return found;
}

export function clearScratch(): void {
  for (const { opened } of made.values()) opened.close();
  made.clear();
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
}
