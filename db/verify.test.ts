import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  create,
  DOSSIER,
  edit,
  fileReplica,
  idOf,
  original,
  scratchFolder,
} from '../tests/fixtures/dossiers.ts';
import { sha256 } from './ledger/hash.ts';
import { mergeHandover } from './ledger/merge.ts';
import { openDossierFile } from './open.ts';
import { verifyDossier } from './verify.ts';

let scratch: ReturnType<typeof scratchFolder>;
let file: string;

beforeEach(() => {
  scratch = scratchFolder();
  file = join(scratch.folder, 'dossier.hiwar');
  const made = fileReplica(file);
  const bytes = Buffer.from('an attachment');
  create(made, 'dossier', DOSSIER, { country: 'QRW' });
  create(made, 'deficit', idOf('a deficit'), {
    number: '001',
    title: { ar: original('غياب التفتيش'), en: original('No inspection') },
    area: 'TA1',
    position: { G: { value: 'agree' } },
    spokesperson: { G: 'Speaker' },
  });
  edit(made, 'deficit', idOf('a deficit'), { title: { en: original('No inspection in the fields') } });
  mergeHandover(made.db, { changes: [], blobs: [{ sha256: sha256(bytes), bytes }] });
  made.close();
});
afterEach(() => scratch.remove());

test('[L11] a sound dossier has no problems, closed or open', () => {
  expect(verifyDossier(file)).toEqual({ changes: 4, problems: [] });
  const opened = openDossierFile(file);
  expect(verifyDossier(file)).toEqual({ changes: 4, problems: [] });
  opened.close();
});

// Each is a change that SQLite finds nothing wrong with: only hashes and the rebuild can tell.
test.each([
  [
    'a value in a change',
    "UPDATE change SET body = replace(body, 'TA1', 'TA2') WHERE body LIKE '%TA1%'",
    'change.hash-mismatch',
  ],
  ['the wall time of a change', 'UPDATE change SET at = at + 1 WHERE n = 2', 'change.hash-mismatch'],
  ['who wrote a change', 'UPDATE change SET author = device WHERE n = 1', 'change.hash-mismatch'],
  ['a change taken out', 'DELETE FROM change WHERE n = 2', 'file.corrupt'],
  ['a head', 'DELETE FROM head WHERE change = (SELECT max(change) FROM head)', 'file.corrupt'],
  [
    'a conflict that is none',
    'INSERT INTO conflict (record, field) SELECT record, field FROM head LIMIT 1',
    'file.corrupt',
  ],
  ['a title in the register', "UPDATE deficit SET title_en = 'Another title'", 'file.corrupt'],
  ['an outcome', "UPDATE deficit SET outcome = 'agreed'", 'file.corrupt'],
  ['a flag', "UPDATE deficit SET changed_since = ''", 'file.corrupt'],
  ['what a record hangs on', "UPDATE item SET parent = x'00'", 'file.corrupt'],
  [
    'a word of the index',
    "INSERT OR REPLACE INTO search (rowid, title, body) SELECT record, 'other', 'words' FROM deficit",
    'file.corrupt',
  ],
  ['a name', 'UPDATE detached SET value = \'"Another Speaker"\'', 'detached.mismatch'],
  [
    'an erasure nobody made',
    'INSERT INTO erased (target, field) SELECT id, (SELECT min(n) FROM term) FROM record LIMIT 1',
    'file.corrupt',
  ],
  ['an attachment', "UPDATE blob SET bytes = x'00'", 'file.corrupt'],
])('[L11] %s, changed behind our back, is found', (_what, sql, code) => {
  const raw = new Database(file);
  raw.exec(sql);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  raw.close();
  const { problems } = verifyDossier(file);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test('verification can be called off', () => {
  const opened = openDossierFile(file);
  const replica = { db: opened.db, acting: { author: idOf('a'), device: idOf('d'), now: () => 0 } };
  opened.db.transaction(() => {
    for (let n = 0; n < 500; n += 1) edit(replica, 'deficit', idOf('a deficit'), { priorityRank: n + 1 });
  })();
  opened.close();
  expect(verifyDossier(file, () => true).problems).toEqual([{ code: 'job.cancelled' }]);
});

test('what is no dossier is said, not thrown', () => {
  expect(verifyDossier(join(scratch.folder, 'none.hiwar')).problems).toEqual([{ code: 'file.missing' }]);
});
