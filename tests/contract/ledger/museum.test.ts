import { copyFileSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../../db/migrations/index.ts';
import { verifyDossier } from '../../../db/verify.ts';
import { scratchFolder } from '../../fixtures/dossiers.ts';
import { readSpecimen } from '../../fixtures/museum/read.ts';

const museum = join(import.meta.dirname, '../../fixtures/museum');
const specimens = globSync('*.hiwar', { cwd: museum }).sort();
let scratch: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

test('[L12] the format of today has its specimen', () => {
  expect(specimens).toContain(`v${SCHEMA_VERSION}.hiwar`);
});

test.each(specimens)('[L12] %s opens, verifies and says what it said when it was made', (name) => {
  const file = join(scratch.folder, name);
  copyFileSync(join(museum, name), file);
  const said: unknown = JSON.parse(readFileSync(join(museum, name.replace('.hiwar', '.json')), 'utf8'));
  expect(readSpecimen(file)).toEqual(said);
  expect(verifyDossier(file)).toEqual({ changes: (said as { changes: number }).changes, problems: [] });
});

test('[L12] the specimen holds one of everything', () => {
  const said = readFileSync(join(museum, `v${SCHEMA_VERSION}.json`), 'utf8');
  for (const part of [
    '"superseded"',
    '"sequence"',
    '"fork"',
    '"caucus:G"',
    '"sealed:r1"',
    '"agree-with-reservation"',
    '"position.E"',
    'Speaker in the caucus',
    'Name That Is Held',
    '"conflicts": [\n    "area"',
  ])
    expect(said).toContain(part);
  for (const gone of ['Name That Was Erased', 'Name That Is Withheld']) {
    expect(said).not.toContain(gone);
    expect(readFileSync(join(museum, `v${SCHEMA_VERSION}.hiwar`)).includes(gone)).toBe(false);
  }
});
