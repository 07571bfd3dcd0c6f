/**
 * A dossier with damaged bytes is refused with a code when it is opened, or found by the verification behind
 * the rows, or says exactly what it said before; and it is never written to.
 */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { damageOf, refusalOf } from '../../../db/errors.ts';
import { type OpenDossier, openDossierFile } from '../../../db/open.ts';
import { verifyDossier } from '../../../db/verify.ts';
import { scratchFolder } from '../../fixtures/dossiers.ts';
import { readEverything } from '../../fixtures/museum/read.ts';

const MUTATIONS = process.env.HIWAR_LONG === '1' ? 20_000 : 500;
const PARTS = 5;
const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);

const scratch = scratchFolder();
afterAll(scratch.remove);

function random(from: number): (below: number) => number {
  let state = from | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Damage {
  readonly what: string;
  readonly bytes: Buffer;
}

function damage(original: Buffer, next: (below: number) => number): Damage {
  const bytes = Buffer.from(original);
  let at = next(bytes.length);
  // Half of a small file is empty space: mostly the damage falls where something stands.
  for (let tries = next(6); tries > 0 && bytes[at] === 0; tries -= 1) at = next(bytes.length);
  switch (next(10)) {
    case 0: {
      const length = next(bytes.length);
      return { what: `cut at ${length}`, bytes: bytes.subarray(0, length) };
    }
    case 1: {
      const run = 1 + next(600);
      bytes.fill(0, at, Math.min(bytes.length, at + run));
      return { what: `${run} zeros at ${at}`, bytes };
    }
    case 2: {
      const run = 1 + next(40);
      for (let i = at; i < Math.min(bytes.length, at + run); i += 1) bytes[i] = next(256);
      return { what: `${run} bytes of noise at ${at}`, bytes };
    }
    case 3: {
      // In the header and the schema, where little damage does much.
      const early = next(2048);
      bytes[early] = (bytes[early] as number) ^ (1 << next(8));
      return { what: `a bit at ${early}`, bytes };
    }
    default: {
      bytes[at] = (bytes[at] as number) ^ (1 << next(8));
      return { what: `a bit at ${at}`, bytes };
    }
  }
}

type Outcome = 'refused' | 'found' | 'harmless';

function meet(file: string, { what, bytes }: Damage, said: unknown): Outcome {
  for (const extra of ['-wal', '-shm', '-lock']) rmSync(`${file}${extra}`, { force: true });
  writeFileSync(file, bytes);
  let opened: OpenDossier;
  try {
    opened = openDossierFile(file);
  } catch (thrown) {
    expect(refusalOf(thrown), `${what}: ${String(thrown)}`).toBeDefined();
    expect(readFileSync(file).equals(bytes), `${what}: refused and yet written to`).toBe(true);
    return 'refused';
  }
  let problems: ReturnType<typeof verifyDossier>['problems'];
  try {
    ({ problems } = verifyDossier(file));
  } finally {
    opened.close();
  }
  if (problems.length > 0) {
    expect(problems[0]?.code, what).toMatch(/^(file|change|detached)\./);
    expect(readFileSync(file).equals(bytes), `${what}: found and yet written to`).toBe(true);
    // Rows are shown while the proof is still under way: whatever they hold, reading them ends in a code.
    try {
      readEverything(file);
    } catch (thrown) {
      expect(damageOf(thrown).error.code, what).toMatch(/^file\./);
    }
    return 'found';
  }
  let reads: unknown;
  try {
    reads = readEverything(file);
  } catch (thrown) {
    throw new Error(`${what}: verified and yet unreadable`, { cause: thrown });
  }
  expect(reads, `${what}: a silent wrong value`).toEqual(said);
  return 'harmless';
}

// As today's application leaves it: opening a specimen may project it anew, which writes.
const whole = join(scratch.folder, 'whole.hiwar');
copyFileSync(join(import.meta.dirname, '../../fixtures/museum/v20.hiwar'), whole);
const said = readEverything(whole);
const original = readFileSync(whole);

// In parts, so that no single test comes near its time limit on a busy machine.
test.each(Array.from({ length: PARTS }, (_, part) => part))(
  `[L2][L11] ${MUTATIONS / PARTS} damaged dossiers, part %i (seed ${seed})`,
  (part: number) => {
    const next = random(seed * PARTS + part);
    const outcomes = { refused: 0, found: 0, harmless: 0 };
    for (let n = 0; n < MUTATIONS / PARTS; n += 1)
      outcomes[meet(join(scratch.folder, 'damaged.hiwar'), damage(original, next), said)] += 1;
    expect(outcomes.refused).toBeGreaterThan(0);
    expect(outcomes.found).toBeGreaterThan(0);
  },
  process.env.HIWAR_LONG === '1' ? 0 : undefined,
);

test('[L2] every byte of the facts of the file, flipped one by one', () => {
  const start = original.indexOf('derivedFrom') >= 0 ? 0 : original.indexOf('copiesMade');
  expect(start).toBeGreaterThan(0);
  const file = join(scratch.folder, 'facts.hiwar');
  const page = Math.floor(start / 4096) * 4096;
  const outcomes = { refused: 0, found: 0, harmless: 0 };
  for (let at = start - 8; at < page + 4096; at += 3) {
    const bytes = Buffer.from(original);
    bytes[at] = (bytes[at] as number) ^ 0x04;
    outcomes[meet(file, { what: `byte ${at}`, bytes }, said)] += 1;
  }
  expect(outcomes.refused).toBeGreaterThan(20);
});

test('[L2] a log that was torn is left out from where it was torn, and nothing before it', () => {
  const file = join(scratch.folder, 'torn.hiwar');
  writeFileSync(file, original);
  writeFileSync(`${file}-wal`, Buffer.alloc(5000, 7));
  expect(readEverything(file)).toEqual(said);
  expect(existsSync(`${file}-wal`)).toBe(false);
});
