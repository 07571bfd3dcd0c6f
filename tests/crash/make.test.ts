import { globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDossierFile } from '../../db/open.ts';
import { idOf, scratchFolder } from '../fixtures/dossiers.ts';
import { killAfter, LONG, moments, prove } from './kill.ts';

const KILLS = LONG ? 500 : 20;

const scratch = scratchFolder();
afterAll(scratch.remove);

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);

test(
  `[L2] ${KILLS} kills while new dossiers are made: each is there whole, or not at all (seed ${seed})`,
  async () => {
    const next = moments(seed, 120);
    let found = 0;
    for (let n = 0; n < KILLS; n += 1) {
      const folder = join(scratch.folder, String(n));
      mkdirSync(folder);
      await killAfter(next(), ['make', folder]);
      const files = globSync('*.hiwar', { cwd: folder });
      found += files.length;
      for (const file of files) prove(join(folder, file), []);
      // What the kill left of an unfinished one is in nobody's way.
      createDossierFile(join(folder, `${files.length}.hiwar`), {
        dossier: idOf('after'),
        device: idOf('after'),
      }).close();
    }
    expect(found).toBeGreaterThan(KILLS);
  },
  LONG ? 0 : undefined,
);
