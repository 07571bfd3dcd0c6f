/** Whatever a table holds and whenever it is cancelled: all of what was accepted is written as one step, or nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeCount, versionOf } from '../../db/ledger/version.ts';
import { knownDeficits } from '../../db/queries/import.ts';
import { pluck } from '../../db/statements.ts';
import { recordTransfer } from '../../electron/data-thread/transfers.ts';
import { toCsv } from '../../electron/exports/csv.ts';
import { dossierOf } from '../../electron/services/desk.ts';
import type { ImportCheck } from '../../shared/contract/index.ts';
import { TARGETS, type Target } from '../../shared/domain/import/constants.ts';
import { type TestDesk, testDesk } from '../fixtures/room/test-desk.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const numRuns = process.env.HIWAR_LONG === '1' ? 5000 : 30;

let here: TestDesk;
beforeAll(() => {
  here = testDesk();
  mkdirSync(here.desk.transferFolder, { recursive: true });
});
afterAll(() => here.close());

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'TA1',
    'TA9',
    '٣',
    '7',
    'C087',
    'C87; C098',
    'C999',
    'women',
    '8.8',
    'حرجة',
    'not-asked',
    '٢٠٢٤',
  ),
  fc.constantFrom('a\u202eb', 'bad \ufffd', 'x'.repeat(400), '"quoted", and more', 'two\nlines', '=1+1'),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
);
const others = TARGETS.deficits.filter((target) => target !== 'title');
const table = fc.uniqueArray(fc.constantFrom<Target>(...others), { maxLength: 6 }).chain((targets) =>
  fc.record({
    targets: fc.constant(targets),
    rows: fc.array(fc.array(cell, { minLength: targets.length, maxLength: targets.length + 2 }), {
      minLength: 1,
      maxLength: 60,
    }),
    repeats: fc.array(fc.nat(59), { maxLength: 4 }),
    duplicates: fc.constantFrom('skip' as const, 'import' as const),
    withoutHeld: fc.boolean(),
    /** After how many turns of the event loop it is cancelled; undefined: not at all. */
    cancelAfter: fc.option(fc.nat(6), { nil: undefined }),
  }),
);

let made = 0;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test(`[seed ${seed}] random tables are imported whole, or not at all`, async () => {
  const { db } = dossierOf(here.desk, here.dossier);
  const dossier = here.dossier;
  await fc.assert(
    fc.asyncProperty(table, async ({ targets, rows, repeats, duplicates, withoutHeld, cancelAfter }) => {
      made += 1;
      const titles = rows.map((_, n) => `Table ${made} row ${repeats.includes(n) ? 0 : n}`);
      const path = join(here.desk.transferFolder, `${made}.csv`);
      const csv = toCsv(
        ['Title', ...targets],
        rows.map((row, n) => [titles[n] as string, ...row]),
      );
      writeFileSync(path, csv);
      const uploadId = recordTransfer(here.desk.transferFolder, {
        path,
        fileName: 'table.csv',
        mediaType: 'text/csv',
        temporary: true,
      });
      const before = { version: versionOf(db), changes: changeCount(db), deficits: knownDeficits(db).length };
      const checked: ImportCheck = await here.call('import.check', {
        dossier,
        uploadId,
        encoding: 'utf-8',
        separator: ',',
        headerRow: 1,
        kind: 'deficits',
        columns: ['title' as const, ...targets].map((target) => ({ target, lang: null })),
        lang: 'en',
      });
      expect(checked.ready + checked.faulty + checked.held + checked.duplicates + checked.beside).toBe(
        checked.rows,
      );
      expect(versionOf(db)).toBe(before.version);
      const { jobId } = here.call('import.start', {
        dossier,
        checkId: checked.checkId,
        duplicates,
        except: [],
        withoutHeld,
      });
      for (let turns = 0; ; turns += 1) {
        if (turns === cancelAfter) here.call('export.cancel', { jobId });
        if (here.call('export.status', { jobId }).state !== 'running') break;
        await turn();
      }
      const { state, total } = here.call('export.status', { jobId });
      if (state !== 'done') {
        expect(versionOf(db)).toBe(before.version);
        return;
      }
      const written = knownDeficits(db).filter(({ titles: each }) =>
        each.en?.startsWith(`Table ${made} row`),
      );
      expect(written).toHaveLength(changeCount(db) - before.changes);
      expect(written).toHaveLength(total);
      if (total === 0) return;
      expect(new Set(written.map(({ number }) => number)).size).toBe(total);
      const groups = pluck<number>(
        db,
        'SELECT count(DISTINCT grp) FROM (SELECT grp FROM change ORDER BY n DESC LIMIT ?)',
      );
      expect(groups.get(total)).toBe(1);
      here.call('undo.undo', { dossier });
      expect(knownDeficits(db)).toHaveLength(before.deficits);
    }),
    { seed, numRuns },
  );
});
