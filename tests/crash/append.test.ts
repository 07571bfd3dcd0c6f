import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyDossier } from '../../db/verify.ts';
import { changesOf, create, DOSSIER, fileReplica, scratchFolder } from '../fixtures/dossiers.ts';
import { killAfter, LONG, moments, prove } from './kill.ts';

const KILLS = LONG ? 5000 : 100;
/** A file is killed over and over, until it has grown enough to make proving it slow. */
const KILLS_A_FILE = 10;

const scratch = scratchFolder();
afterAll(scratch.remove);

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);

test(
  `[L2] ${KILLS} kills while appending: nothing acknowledged is lost (seed ${seed})`,
  async () => {
    const next = moments(seed, 70);
    let acknowledgedInAll = 0;
    for (let batch = 0; batch < KILLS / KILLS_A_FILE; batch += 1) {
      const folder = join(scratch.folder, String(batch));
      mkdirSync(folder);
      const file = join(folder, 'dossier.hiwar');
      const made = fileReplica(file);
      create(made, 'dossier', DOSSIER, { country: 'QRW' });
      const acknowledged = new Set(changesOf(made).map(({ id }) => id as string));
      made.close();
      for (let n = 0; n < KILLS_A_FILE; n += 1) {
        const { said, done } = await killAfter(next(), ['append', file, `hand ${n}`]);
        expect(done).toBe(false);
        for (const id of said) acknowledged.add(id);
        const present = prove(file, acknowledged);
        // At most one step was under way: a committed change whose acknowledgement the kill cut off.
        expect(present.size - acknowledged.size).toBeLessThanOrEqual(2);
        for (const id of present) acknowledged.add(id);
      }
      acknowledgedInAll += acknowledged.size;
      expect(verifyDossier(file).problems).toEqual([]);
    }
    expect(acknowledgedInAll).toBeGreaterThan(KILLS);
  },
  LONG ? 0 : undefined,
);
