import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { applyChange, keepDetached } from '../../db/ledger/apply.ts';
import { handoverOf } from '../../db/ledger/merge.ts';
import { setMeta } from '../../db/meta.ts';
import { migrate } from '../../db/migrations/index.ts';
import { APPLICATION_ID } from '../../db/open.ts';
import type { DetachedValue } from '../../shared/domain/change.ts';
import {
  changesOf,
  create,
  DOSSIER,
  edit,
  fileReplica,
  idOf,
  memoryReplica,
  original,
  type Replica,
  scratchFolder,
} from '../fixtures/dossiers.ts';
import { killAfter, LONG, moments, prove } from './kill.ts';

const MERGES = LONG ? 2500 : 50;
const MIGRATIONS = LONG ? 2500 : 50;
const STEP = 5;

const scratch = scratchFolder();
afterAll(scratch.remove);
const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);

/** A dialogue of some hundred changes, made in memory. */
function dialogue(name: string, deficits: number): Replica {
  const replica = memoryReplica(name);
  create(replica, 'dossier', DOSSIER, { title: { en: original('Rawdania') } });
  for (let n = 0; n < deficits; n += 1) {
    const id = idOf(`${name} ${n}`);
    create(replica, 'deficit', id, {
      number: String(100 + n),
      title: { ar: original(`عجز رقم ${n}`), en: original(`Deficit ${n}`) },
      statement: { ar: original('لا يصل التفتيش إلى الحقول. '.repeat(1 + (n % 30))) },
    });
    edit(replica, 'deficit', id, {
      position: { W: { value: 'agree' } },
      spokesperson: { W: `Speaker ${n}` },
    });
  }
  return replica;
}

test(
  `[L2][L11] ${MERGES} kills while merging: a hand-over is in or out, part by part (seed ${seed})`,
  async () => {
    const next = moments(seed, 120);
    const other = dialogue('other', 120);
    const changes = changesOf(other);
    const detached = [...(handoverOf(other.db).detached as Iterable<DetachedValue>)];
    const handover = join(scratch.folder, 'handover.json');
    writeFileSync(handover, JSON.stringify({ changes, detached, step: STEP }));
    let cut = 0;
    for (let n = 0; n < MERGES; n += 1) {
      const folder = join(scratch.folder, `merge ${n}`);
      mkdirSync(folder);
      const file = join(folder, 'dossier.hiwar');
      fileReplica(file).close();
      const { said, done } = await killAfter(next(), ['merge', file, handover]);
      if (!done) cut += 1;
      const present = prove(file, said);
      // Whole parts and nothing else, in the order in which they were merged.
      expect(present.size === changes.length ? 0 : present.size % STEP).toBe(0);
      expect([...present].sort()).toEqual(
        changes
          .slice(0, present.size)
          .map(({ id }) => id as string)
          .sort(),
      );
      rmSync(folder, { recursive: true });
    }
    expect(cut).toBeGreaterThan(MERGES / 2);
  },
  LONG ? 0 : undefined,
);

/** A dossier as format v10 wrote it: the ledger alone, nothing projected. */
function writeV10(file: string, replica: Replica): string[] {
  const db = new Database(file);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('journal_mode = WAL');
  migrate(db, 10);
  setMeta(db, 'dossier', DOSSIER);
  setMeta(db, 'device', replica.acting.device);
  setMeta(db, 'format', '1');
  db.transaction(() => {
    for (const change of changesOf(replica)) applyChange(db, change, undefined, false);
    for (const value of handoverOf(replica.db).detached as Iterable<DetachedValue>) keepDetached(db, value);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return changesOf(replica).map(({ id }) => id);
}

test(
  `[L2][L12] ${MIGRATIONS} kills while migrating: the older format or today's, never between (seed ${seed})`,
  async () => {
    const next = moments(seed, 160);
    const template = join(scratch.folder, 'v10.hiwar');
    const ids = writeV10(template, dialogue('older', 150));
    let cut = 0;
    for (let n = 0; n < MIGRATIONS; n += 1) {
      const folder = join(scratch.folder, `migrate ${n}`);
      mkdirSync(folder);
      const file = join(folder, 'dossier.hiwar');
      copyFileSync(template, file);
      const { done } = await killAfter(next(), ['migrate', file]);
      if (!done) cut += 1;
      expect(prove(file, ids).size).toBe(ids.length);
      rmSync(folder, { recursive: true });
    }
    expect(cut).toBeGreaterThan(MIGRATIONS / 4);
  },
  LONG ? 0 : undefined,
);
