import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { changeCount, versionOf } from '../../db/ledger/version.ts';
import { openDossierFile } from '../../db/open.ts';
import { pluck } from '../../db/statements.ts';
import { verifyDossier } from '../../db/verify.ts';
import { scratchFolder } from '../fixtures/dossiers.ts';
import type { Said } from './import-child.ts';
import { LONG, moments } from './kill.ts';

const KILLS = LONG ? 100 : 1;
const ROWS = 10_000;

const scratch = scratchFolder();
afterAll(scratch.remove);
const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);

/** Kills the child as soon as it says what is waited for; answers the last that it said. */
function killOnce(isTime: (said: Said) => boolean, ...args: readonly string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'import-child.ts'), scratch.folder, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let out = '';
    let errors = '';
    let last: Said = { at: 'ready' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (out + text).split('\n');
      out = lines.pop() ?? '';
      for (const line of lines) {
        last = JSON.parse(line) as Said;
        if (isTime(last)) child.kill('SIGKILL');
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(last) : reject(new Error(`it was not killed: ${errors}`)),
    );
  });
}

/** What is in the file when it is opened again. */
function left() {
  const folder = join(scratch.folder, 'dossiers');
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.hiwar')) as string);
  const opened = openDossierFile(file);
  try {
    const deficits = pluck<number>(opened.db, 'SELECT count(*) FROM deficit WHERE withdrawn = 0').get();
    return { file, deficits, version: versionOf(opened.db), changes: changeCount(opened.db) };
  } finally {
    opened.close();
  }
}

test(
  `[L2] a kill while ${ROWS} rows are imported or taken back leaves all of them or none (seed ${seed})`,
  async () => {
    const next = moments(seed, ROWS);
    await killOnce(({ at }) => at === 'ready');
    const before = left();
    expect(before.deficits).toBe(0);
    for (let n = 0; n < KILLS; n += 1) {
      const from = next();
      const last = await killOnce(({ at, done = 0 }) => at === 'import' && done > 0 && done >= from * 0.9);
      expect(last.at).toBe('import');
      expect(left()).toEqual(before);
    }
    expect(verifyDossier(before.file).problems).toEqual([]);
    // The same import runs again, whole; a kill while it is taken back leaves it so.
    const last = await killOnce(({ at, done = 0 }) => at === 'undo' && done >= 1 + (next() % 3), 'undo');
    expect(last.at).toBe('undo');
    const after = left();
    expect(after.deficits).toBe(ROWS);
    expect(after.changes - before.changes, 'who imported is made known once').toBeLessThanOrEqual(ROWS + 1);
    expect(verifyDossier(after.file).problems).toEqual([]);
  },
  LONG ? 0 : undefined,
);
