import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findRecord } from '../../db/ledger/store.ts';
import { liveSessions } from '../../db/live.ts';
import { openDossierFile } from '../../db/open.ts';
import { verifyDossier } from '../../db/verify.ts';
import { type LiveRow, liveRowOf } from '../../electron/services/floor/live.ts';
import { scratchFolder } from '../fixtures/dossiers.ts';
import { LONG, moments } from './kill.ts';

const KILLS = LONG ? 1000 : 12;
const KILLS_A_FILE = 4;

const scratch = scratchFolder();
afterAll(scratch.remove);
const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);

interface Said {
  readonly ready?: true;
  readonly revision?: number;
  readonly queue?: readonly string[];
  readonly speaking?: string | null;
  readonly turn?: string;
  readonly point?: string;
}

/** Runs the child and kills it so long after it began; answers every whole line that it said. */
function killAfter(delay: number, folder: string): Promise<Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'floor-child.ts'), folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      timer ??= setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL') return reject(new Error(`the child failed: ${errors}`));
      const whole = out.slice(0, out.lastIndexOf('\n') + 1).split('\n');
      resolve(whole.filter(Boolean).map((line) => JSON.parse(line) as Said));
    });
  });
}

test(
  `[L2] ${KILLS} kills in mid-session lose no acknowledged act (seed ${seed})`,
  async () => {
    const next = moments(seed, 250);
    let acts = 0;
    for (let batch = 0; batch < KILLS / KILLS_A_FILE; batch += 1) {
      const folder = join(scratch.folder, String(batch));
      mkdirSync(folder);
      const written: Said[] = [];
      for (let n = 0; n < KILLS_A_FILE; n += 1) {
        const said = await killAfter(next(), folder);
        written.push(...said);
        const dossiers = join(folder, 'dossiers');
        const name = readdirSync(dossiers).find((file) => file.endsWith('.hiwar')) as string;
        const opened = openDossierFile(join(dossiers, name));
        try {
          for (const { turn, point } of written) {
            if (turn) expect(findRecord(opened.db, 'turn', turn), '[L2] a turn').toBeDefined();
            if (point) expect(findRecord(opened.db, 'point', point), '[L2] a point').toBeDefined();
          }
          const [session] = liveSessions(opened.db);
          const row = liveRowOf(opened.db, session as string) as LiveRow;
          const last = said.findLast(({ revision }) => revision !== undefined);
          if (!last) continue;
          acts += said.length;
          // At most one act was under way: done, and its acknowledgement cut off.
          expect(row.revision - (last.revision as number)).toBeGreaterThanOrEqual(0);
          expect(row.revision - (last.revision as number)).toBeLessThanOrEqual(1);
          if (row.revision !== last.revision) continue;
          expect(row.queue.map(({ id }) => id)).toEqual(last.queue);
          expect(row.speaking?.id ?? null).toBe(last.speaking);
        } finally {
          opened.close();
        }
        expect(verifyDossier(join(dossiers, name)).problems).toEqual([]);
      }
    }
    expect(acts).toBeGreaterThan(KILLS);
  },
  LONG ? 0 : undefined,
);
