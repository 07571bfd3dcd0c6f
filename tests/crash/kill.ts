/** Starts a child, kills it at a random moment, and proves what it left behind. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { applyChange, keepDetached } from '../../db/ledger/apply.ts';
import { handoverOf } from '../../db/ledger/merge.ts';
import { fingerprints } from '../../db/ledger/rebuild.ts';
import { allChanges } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { openDossierFile } from '../../db/open.ts';
import { pluck } from '../../db/statements.ts';
import type { Change, DetachedValue } from '../../shared/domain/change.ts';
import { emptyOut, memoryReplica, type Replica } from '../fixtures/dossiers.ts';

export const LONG = process.env.HIWAR_LONG === '1';

export interface Killed {
  /** What was acknowledged: the words of every whole line. */
  readonly said: readonly string[];
  /** It had ended by itself before the kill came. */
  readonly done: boolean;
}

/** Runs `child.ts` and kills it `delay` milliseconds after it began to work. */
export function killAfter(delay: number, args: readonly string[]): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), ...args], {
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
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) return reject(new Error(`the child failed: ${errors}`));
      // A line that was cut by the kill was not said.
      const lines = out
        .slice(0, out.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean);
      resolve({
        said: lines.flatMap((line) => line.split(' ')).filter((word) => /^[0-9a-f]{64}$/.test(word)),
        done: lines.includes('done'),
      });
    });
  });
}

let fresh: Replica | undefined;

/**
 * Opens what the child left, as the application would, and proves it: whole, every acknowledged change there,
 * projections as a rebuild makes them, every personal value with its change. Returns the ids of its changes.
 */
export function prove(file: string, acknowledged: Iterable<string>): Set<string> {
  const opened = openDossierFile(file);
  try {
    const { db } = opened;
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const changes: Change[] = [...allChanges(db)].map(({ change }) => change);
    const present = new Set(changes.map((change) => change.id as string));
    const lost = [...acknowledged].filter((id) => !present.has(id));
    expect(lost, '[L2] acknowledged and lost').toEqual([]);
    fresh ??= memoryReplica('rebuild');
    const rebuilt = fresh.db;
    emptyOut(rebuilt);
    inLedger(rebuilt, () => {
      for (const change of changes) applyChange(rebuilt, change);
      for (const value of handoverOf(db).detached as Iterable<DetachedValue>) keepDetached(rebuilt, value);
    });
    expect(fingerprints(db), '[L2] projections').toEqual(fingerprints(rebuilt));
    const personal = changes.filter((change) =>
      Object.keys(change.set).some((field) => field.startsWith('spokesperson')),
    );
    expect(pluck(db, 'SELECT count(*) FROM detached').get(), '[L2] a change without its value').toBe(
      personal.length,
    );
    return present;
  } finally {
    opened.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  }
}

/** Moments between 0 and `most` milliseconds, the same for the same seed. */
export function moments(seed: number, most: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state / 0x7fffffff) * most;
  };
}
