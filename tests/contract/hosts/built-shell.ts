/** The desktop host as it is really built, beside a data thread and a page made for tests. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { cache } from '../../../build/paths.mjs';
import { nodeConfig, preloadConfig } from '../../../build/vite.mjs';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(root, 'tests/fixtures/hosts');

/** Folder of a fresh build: `main/`, `host/`, `preload/`, `data-thread/`, `renderer/`. Inside the project, so that packages are found. */
export async function buildShell(): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'shell-'));
  const entries = {
    main: join(root, 'electron/hosts/desktop/main.ts'),
    host: join(root, 'electron/hosts/browser/main.ts'),
  };
  await Promise.all([build(nodeConfig(entries, folder, false)), build(preloadConfig(folder, false))]);
  mkdirSync(join(folder, 'data-thread'));
  cpSync(join(fixtures, 'fake-data-thread.mjs'), join(folder, 'data-thread/index.js'));
  cpSync(join(fixtures, 'page'), join(folder, 'renderer'), { recursive: true });
  return folder;
}

/** A copy of a build with one thing changed. Throws when the text to change is not there exactly once. */
export function mutate(folder: string, from: string | RegExp, to: string): string {
  const copy = mkdtempSync(join(cache, 'mutant-'));
  cpSync(folder, copy, { recursive: true });
  const pattern = typeof from === 'string' ? new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : from;
  let found = 0;
  for (const part of ['main', 'shared', 'preload']) {
    for (const name of readdirSync(join(copy, part))) {
      const path = join(copy, part, name);
      const text = readFileSync(path, 'utf8');
      const matches = text.match(new RegExp(pattern, 'g'))?.length ?? 0;
      if (matches === 0) continue;
      found += matches;
      writeFileSync(path, text.replace(pattern, to));
    }
  }
  if (found !== 1) throw new Error(`${String(from)} is there ${found} times in the built host`);
  return copy;
}
