import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  changesOf,
  composed,
  create,
  edit,
  erase,
  type FileReplica,
  fileReplica,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusal,
  scratchFolder,
  send,
} from '../tests/fixtures/dossiers.ts';
import { listCopies, makeCopy } from './copies.ts';
import { scrubErased } from './erase.ts';
import { handoverOf, mergeHandover } from './ledger/merge.ts';
import { inLedger } from './ledger/transaction.ts';
import { versionOf } from './ledger/version.ts';
import { openDossierFile, openForReading } from './open.ts';
import { pluck } from './statements.ts';
import { verifyDossier } from './verify.ts';

const person = idOf('a participant');
const NAME = 'Zubayda Qasimrawdani';
const nameOf = (replica: Replica): unknown => composed(replica, 'participant', person).record.name;

describe('detached values', () => {
  let here: Replica;
  let there: Replica;
  beforeEach(() => {
    here = memoryReplica('here');
    there = memoryReplica('there');
    create(here, 'participant', person, { name: NAME, seat: 'W' });
  });

  test('[L10] the ledger holds a salted digest, the value lies apart', () => {
    const [change] = changesOf(here);
    expect(JSON.stringify(change)).not.toContain('Zubayda');
    expect(change?.set.name).toEqual({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(nameOf(here)).toBe(NAME);
  });

  test('[L10] the same name twice has two digests: nobody can tell that they are one', () => {
    create(here, 'participant', idOf('another'), { name: NAME });
    const digests = changesOf(here).map((change) => JSON.stringify(change.set.name));
    expect(new Set(digests).size).toBe(2);
  });

  test('[L10] a value that is withheld is absent, and its record stays', () => {
    mergeHandover(there.db, { changes: handoverOf(here.db).changes });
    expect(composed(there, 'participant', person).record).toEqual({ id: person, seat: 'W' });
    expect(versionOf(there.db)).toBe(versionOf(here.db));
    send(here, there);
    expect(nameOf(there)).toBe(NAME);
  });

  test('[L10] an erasure takes the value away here and wherever it arrives', () => {
    send(here, there);
    erase(here, person, ['name']);
    expect(composed(here, 'participant', person).record).toEqual({ id: person, seat: 'W' });
    send(here, there);
    expect(pluck(there.db, 'SELECT count(*) FROM detached').get()).toBe(0);
    expect(nameOf(there)).toBeUndefined();
  });

  test('[L10] an erasure beats values that arrive later, by whatever road', () => {
    const late = memoryReplica('late');
    erase(here, person, ['name']);
    send(here, late);
    send(here, there);
    // A laptop that never heard of the erasure writes and sends the name once more.
    const unaware = memoryReplica('unaware');
    create(unaware, 'participant', person, { name: NAME });
    send(unaware, late);
    send(unaware, here);
    for (const replica of [here, late]) {
      expect(nameOf(replica)).toBeUndefined();
      expect(pluck(replica.db, 'SELECT count(*) FROM detached').get()).toBe(0);
    }
    send(late, unaware);
    expect(nameOf(unaware)).toBeUndefined();
  });

  test('[L10] an erasure that arrives before what it erases', () => {
    const [made, erasure] = [changesOf(here), erase(here, person, ['name'])];
    const copy = memoryReplica('copy');
    create(copy, 'participant', person, { name: NAME });
    const handover = handoverOf(copy.db);
    const changes = [...handover.changes];
    mergeHandover(there.db, { changes: erasure });
    mergeHandover(there.db, { changes: made });
    mergeHandover(there.db, { changes, detached: [...(handover.detached ?? [])] });
    expect(pluck(there.db, 'SELECT count(*) FROM detached').get()).toBe(0);
  });

  test('[L10] what is erased is not written again', () => {
    erase(here, person, ['name']);
    expect(refusal(() => edit(here, 'participant', person, { name: 'Zubayda' }))).toBe('field.erased');
    edit(here, 'participant', person, { seat: 'E', name: null });
    expect(composed(here, 'participant', person).record).toEqual({ id: person, seat: 'E' });
  });

  test('[L10] an erasure of one field leaves the others', () => {
    const deficit = idOf('a deficit');
    create(here, 'deficit', deficit, { spokesperson: { G: 'First Speaker', W: 'Second Speaker' } });
    erase(here, deficit, ['spokesperson.G']);
    expect(composed(here, 'deficit', deficit).record.spokesperson).toEqual({ W: 'Second Speaker' });
    expect(nameOf(here)).toBe(NAME);
  });

  test('[L10] names are not found by searching', () => {
    expect(pluck(here.db, 'SELECT count(*) FROM search').get()).toBe(0);
  });
});

describe('bytes', () => {
  let folder: string;
  let scratch: ReturnType<typeof scratchFolder>;
  beforeEach(() => {
    scratch = scratchFolder();
    folder = scratch.folder;
  });
  afterEach(() => scratch.remove());

  /** Every file under the folder whose bytes hold the name. */
  const holding = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => readFileSync(path).includes('Zubayda') || readFileSync(path).includes('زبيدة'));

  test('[L10] after an erasure no byte of the name is left: file, log, free pages, rolling copies', () => {
    const file = join(folder, 'dossier.hiwar');
    const copies = join(folder, 'copies');
    let opened: FileReplica = fileReplica(file);
    create(opened, 'participant', person, { name: NAME, role: { en: original('Adviser') } });
    // Enough of it, long enough, and rewritten often enough that pages split, overflow and come free.
    inLedger(opened.db, () => {
      for (let n = 0; n < 300; n += 1)
        create(opened, 'participant', idOf(`participant ${n}`), {
          name: `${NAME} ${n} `.repeat(1 + (n % 8)).trim(),
        });
      for (let n = 0; n < 300; n += 3)
        edit(opened, 'participant', idOf(`participant ${n}`), { name: `زبيدة ${n}` });
    });
    const { acting } = opened;
    opened.close();
    for (let n = 0; n < 3; n += 1) {
      const again = openDossierFile(file);
      edit({ db: again.db, acting }, 'participant', person, { seat: ['W', 'E', 'G'][n] });
      const version = versionOf(again.db);
      again.close();
      makeCopy(file, copies, version, Date.UTC(2026, 1, n + 1));
    }
    writeFileSync(join(copies, '000009-2026-02-09T00-00-00-000Z.hiwar.partial'), readFileSync(file));
    opened = { ...openDossierFile(file), acting };
    expect(holding().length).toBe(5);

    erase(opened, person, ['name']);
    inLedger(opened.db, () => {
      for (let n = 0; n < 300; n += 1) erase(opened, idOf(`participant ${n}`), ['name']);
    });
    expect(holding()).not.toEqual([]);
    expect(scrubErased(opened, copies, Date.UTC(2026, 2, 1))).toBe(true);

    expect(holding()).toEqual([]);
    expect(listCopies(copies)).toHaveLength(1);
    opened.close();
    expect(holding()).toEqual([]);
    const main = openForReading(file);
    expect(pluck(main, 'SELECT count(*) FROM detached').get()).toBe(0);
    main.close();
  });

  test('[L10] while a reader holds the log the copies go at once, and the log when the dossier is closed', () => {
    const file = join(folder, 'dossier.hiwar');
    const copies = join(folder, 'copies');
    const opened = fileReplica(file);
    create(opened, 'participant', person, { name: NAME });
    makeCopyOfOpen(opened, copies);
    const reader = openForReading(file);
    reader.exec('BEGIN');
    pluck(reader, 'SELECT count(*) FROM change').get();
    erase(opened, person, ['name']);
    expect(scrubErased(opened, copies, Date.UTC(2026, 2, 1))).toBe(false);
    expect(listCopies(copies)).toEqual([]);
    reader.exec('COMMIT');
    reader.close();
    opened.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(holding()).toEqual([]);
  });

  function makeCopyOfOpen(opened: FileReplica, copies: string): void {
    opened.db.pragma('wal_checkpoint(TRUNCATE)');
    makeCopy(opened.file, copies, versionOf(opened.db), Date.UTC(2026, 1, 1));
    expect(listCopies(copies)).toHaveLength(1);
  }

  test('[L10] a dossier after erasures verifies', () => {
    const opened = fileReplica(join(folder, 'dossier.hiwar'));
    create(opened, 'dossier', idOf('dossier of the tests'), { country: 'QRW' });
    create(opened, 'participant', person, { name: NAME });
    erase(opened, person, ['name']);
    opened.close();
    expect(verifyDossier(opened.file).problems).toEqual([]);
  });
});
