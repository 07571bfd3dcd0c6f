import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  changesOf,
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  original,
} from '../../tests/fixtures/dossiers.ts';
import { applyChange } from '../ledger/apply.ts';
import { fingerprints, rebuildProjections } from '../ledger/rebuild.ts';
import { allChanges } from '../ledger/store.ts';
import { getMeta, setMeta } from '../meta.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION, schemaHolds } from './index.ts';

const versionOf = (db: Database.Database): unknown => db.pragma('user_version', { simple: true });

test('[L12] versions only ever rise', () => {
  const versions = MIGRATIONS.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  expect(SCHEMA_VERSION).toBe(versions.at(-1));
});

test.each(MIGRATIONS.map(({ version }) => version))(
  '[L12] from nothing to v%i in whole steps, and once only',
  (version) => {
    const db = new Database(':memory:');
    migrate(db, version);
    expect(versionOf(db)).toBe(version);
    expect(schemaHolds(db)).toBe(true);
    const before = db.serialize();
    migrate(db, version);
    expect(db.serialize().equals(before)).toBe(true);
    db.close();
  },
);

test('[L12] a step that fails leaves the file at the step before it', () => {
  const db = new Database(':memory:');
  migrate(db, 10);
  db.exec('CREATE TABLE deficit (in_the_way)');
  expect(() => migrate(db)).toThrow();
  expect(versionOf(db)).toBe(10);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('item', 'search')").all()).toEqual([]);
});

test('[L12] v10 to v20: the ledger is not touched, and is projected anew', () => {
  const here = memoryReplica();
  create(here, 'dossier', DOSSIER, { country: 'QRW' });
  create(here, 'deficit', idOf('a deficit'), { number: '001', title: { ar: original('غياب التفتيش') } });
  edit(here, 'deficit', idOf('a deficit'), { position: { W: { value: 'agree' } } });
  const db = new Database(':memory:');
  migrate(db, 10);
  setMeta(db, 'dossier', DOSSIER);
  setMeta(db, 'projection', '1');
  for (const change of changesOf(here)) applyChange(db, change, undefined, false);
  const rows = db.prepare('SELECT * FROM change ORDER BY n').all();
  migrate(db);
  expect(getMeta(db, 'projection')).toBeUndefined();
  rebuildProjections(db);
  expect(db.prepare('SELECT * FROM change ORDER BY n').all()).toEqual(rows);
  expect([...allChanges(db)].map(({ change }) => change)).toEqual(changesOf(here));
  expect(fingerprints(db)).toEqual(fingerprints(here.db));
});
