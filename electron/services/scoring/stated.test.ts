import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Draft } from '../../../db/ledger/append.ts';
import { apart } from '../../../shared/domain/scales.ts';
import { MOST_STATED } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { dossierOf, writeStep } from '../desk.ts';
import { closeDossier } from '../library.ts';
import { draftOfCreate } from '../records.ts';

let here: TestDesk;
beforeEach(() => {
  here = testDesk();
});
afterEach(() => here.close());

const stated = async (by?: 'any' | 'severity' | 'prevalence' | 'evidence') =>
  here.call('scoring.stated', { dossier: here.dossier, ...(by && { by }) });

test('evidence stands by constituency beside severity and prevalence, and no value makes another', async () => {
  const id = here.make('deficit', {
    title: { en: 'Nobody measures it' },
    severity: { G: 2, E: { missing: 'withheld' }, W: 4 },
    prevalence: { W: 'systemic' },
    evidenceHeld: { G: 'anecdotal', W: 'strong' },
  });
  const single = here.make('deficit', {
    title: { en: 'From an older dossier' },
    evidenceStrength: 'limited',
  });
  here.make('evidence', { deficit: id, kind: 'document', standing: { G: 'contested', W: 'agreed' } });
  here.make('evidence', { deficit: id, kind: 'document', standing: { W: 'agreed' } });
  const { rows } = await stated();
  expect(rows.find((row) => row.id === id)).toMatchObject({
    severity: { G: 2, E: { missing: 'withheld' }, W: 4 },
    prevalence: { W: 'systemic' },
    evidenceHeld: { G: 'anecdotal', W: 'strong' },
    evidenceStrength: null,
    evidence: { items: 2, agreed: { G: 0, E: 0, W: 2 }, contested: { G: 1, E: 0, W: 0 } },
  });
  expect((await stated('evidence')).rows[0]?.id).toBe(id);
  expect(rows.find((row) => row.id === single)).toMatchObject({
    evidenceHeld: {},
    evidenceStrength: 'limited',
  });
  // Those furthest apart on the scale that was asked for come first.
  for (const by of ['severity', 'prevalence', 'evidence'] as const) {
    const far = (await stated(by)).rows.map(
      (row) => apart(by, by === 'evidence' ? row.evidenceHeld : row[by]) ?? -1,
    );
    expect(far, by).toEqual(far.toSorted((a, b) => b - a));
    expect(far[0], by).toBeGreaterThan(0);
  }
});

test('what is in the bin or was joined into another is not stated, and not counted in an area', async () => {
  const before = await stated();
  const all = here.call('record.list', { dossier: here.dossier, type: 'deficit', limit: 100 });
  const joined = all.filter(({ record }) => (record as { joinedInto?: string }).joinedInto !== undefined);
  expect(joined).not.toHaveLength(0);
  expect(before.deficits).toBe(all.length - joined.length);
  for (const { record } of joined) expect(before.rows.map(({ id }) => id)).not.toContain(record.id);
  const [gone] = before.rows;
  here.call('record.withdraw', { dossier: here.dossier, type: 'deficit', id: gone?.id as never });
  const after = await stated();
  expect(after.deficits).toBe(before.deficits - 1);
  expect(after.rows.map(({ id }) => id)).toEqual(before.rows.slice(1).map(({ id }) => id));
  const counted = (cells: typeof before.cells): number =>
    cells.filter(({ side }) => side === 'G').reduce((sum, { deficits }) => sum + deficits, 0);
  expect(counted(before.cells) - counted(after.cells)).toBe(1);
});

test('of a large register only the first rows are answered, and others are let in meanwhile', async () => {
  const opened = dossierOf(here.desk, here.dossier);
  const drafts = Array.from(
    { length: 500 },
    (_, n): Draft =>
      draftOfCreate(opened, 'deficit', randomUUID() as never, {
        title: { en: `Deficit ${n}` },
        area: 'TA1',
        severity: { G: 1 + (n % 4), E: 2, W: 3 },
        evidenceHeld: { G: 'strong', W: 'limited' },
      }),
  );
  writeStep(here.desk, opened, 'create', drafts, { quiet: true });
  let turns = 0;
  const count = (): void => {
    turns += 1;
    timer = setImmediate(count);
  };
  let timer = setImmediate(count);
  const { deficits, rows, cells } = await stated();
  clearImmediate(timer);
  expect(deficits).toBeGreaterThan(500);
  expect(rows).toHaveLength(MOST_STATED);
  expect(cells.find(({ side, area }) => side === 'E' && area === 'TA1')?.spread).toMatchObject({ median: 2 });
  expect(turns).toBeGreaterThan(1);
  const waiting = stated();
  closeDossier(here.desk, here.dossier);
  await expect(waiting).rejects.toThrow(new Refusal('dossier.not-open'));
});
