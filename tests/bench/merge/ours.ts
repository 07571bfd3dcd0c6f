/** The ledger's side: four hand-overs as JSON bytes, merged into a copy of the fixture. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { append } from '../../../db/ledger/append.ts';
import { mergeHandover } from '../../../db/ledger/merge.ts';
import { allChanges } from '../../../db/ledger/store.ts';
import { inLedger } from '../../../db/ledger/transaction.ts';
import { setMeta } from '../../../db/meta.ts';
import { openDossierFile } from '../../../db/open.ts';
import { pluck } from '../../../db/statements.ts';
import { type Large, randomFrom, removeDossier, uuidFrom } from '../../fixtures/large.ts';
import { timed } from '../figure.ts';
import { scratchFolder } from '../scratch.ts';
import type { Turn } from './turn.ts';
import { type Edit, makeEdits, REPLICAS } from './workload.ts';

export interface Made {
  /** Path of a copy of the fixture, whole in one file. */
  readonly base: string;
  /** What each replica did, in order. */
  readonly edits: readonly (readonly Edit[])[];
  /** The same as packages of changes: UTF-8 JSON. */
  readonly packages: readonly Buffer[];
}

/** Four copies of the fixture, each with a device of its own, each edited alone. */
export function makePackages(fixture: Large): Made {
  const base = join(scratchFolder(), 'base.hiwar');
  fixture.opened.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(fixture.opened.file, base);
  const edits: Edit[][] = [];
  const packages: Buffer[] = [];
  for (let replica = 0; replica < REPLICAS; replica += 1) {
    const random = randomFrom(3000 + replica);
    const file = join(scratchFolder(), `replica-${replica}.hiwar`);
    copyFileSync(base, file);
    const { db, close } = openDossierFile(file);
    const acting = { author: uuidFrom(random), device: uuidFrom(random), now: fixture.acting.now };
    setMeta(db, 'device', acting.device);
    const last = pluck<number>(db, 'SELECT max(n) FROM change').get() as number;
    inLedger(db, () => {
      edits.push(
        makeEdits(
          replica,
          fixture.deficits,
          ({ kind, id, set }) =>
            append(db, acting, [
              {
                recordType: 'deficit',
                recordId: id,
                set,
                intent: kind,
                ...(kind === 'withdraw' ? { reason: 'merged' } : {}),
              },
            ]).length === 1,
        ),
      );
    });
    const changes = [...allChanges(db)].filter(({ n }) => n > last).map(({ change }) => change);
    packages.push(Buffer.from(JSON.stringify({ changes })));
    close();
    removeDossier(file);
  }
  return { base, edits, packages };
}

/** Milliseconds for all packages: parsed, every change checked and hashed again, stored, projected, on the disk. */
export function mergeOurs(base: string, packages: readonly Uint8Array[], folder: string): Turn {
  const file = join(folder, 'merged.hiwar');
  copyFileSync(base, file);
  const { db, close } = openDossierFile(file);
  pluck(db, 'SELECT sum(length(title_ar)) FROM deficit').get();
  const milliseconds = timed(() => {
    for (const bytes of packages) mergeHandover(db, JSON.parse(Buffer.from(bytes).toString('utf8')));
  });
  const deficits = pluck<number>(db, 'SELECT count(*) FROM deficit WHERE withdrawn = 0').get() as number;
  close();
  removeDossier(file);
  return { milliseconds, deficits };
}
