/**
 * The process that is killed. It says `ready` when it begins to work, then every id of a change once the
 * transaction that wrote it has returned: what is on the pipe was acknowledged.
 *
 *   node child.ts append FILE SEED      appends until killed
 *   node child.ts merge FILE HANDOVER   merges a hand-over, some changes at a time
 *   node child.ts migrate FILE          opens a file of an older format
 *   node child.ts make FOLDER           makes new dossiers in a folder until killed
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mergeHandover } from '../../db/ledger/merge.ts';
import { createDossierFile, type OpenDossier, openDossierFile } from '../../db/open.ts';
import { actingAs, create, flat, idOf, original, write } from '../fixtures/dossiers.ts';

const [mode, file, argument = ''] = process.argv.slice(2) as [string, string, string?];

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

function append({ db }: OpenDossier): void {
  const replica = { db, acting: { ...actingAs(argument), device: idOf(`device ${argument}`) } };
  for (let n = 0; ; n += 1) {
    const deficit = idOf(`crash ${argument} ${n >> 3}`);
    const title = original(`عجز رقم ${n} من ${argument} ${'كلمة '.repeat(n % 40)}`);
    const fields =
      n % 8 === 0
        ? flat('deficit', { number: String(100 + (n >> 3)), title: { ar: title }, area: 'TA1' })
        : n % 8 === 3
          ? flat('deficit', { position: { G: { value: 'agree' } }, spokesperson: { G: `Speaker ${n}` } })
          : flat('deficit', { title: { ar: title }, severity: { W: 1 + (n % 4) } });
    const changes = write(replica, [
      { recordType: 'deficit', recordId: deficit, set: fields, intent: n % 8 === 0 ? 'create' : 'edit' },
    ]);
    say(changes.map((change) => change.id).join(' '));
  }
}

function merge({ db }: OpenDossier): void {
  const { changes, detached, step } = JSON.parse(readFileSync(argument, 'utf8')) as {
    changes: { id: string }[];
    detached: { change: string }[];
    step: number;
  };
  for (let from = 0; from < changes.length; from += step) {
    const part = changes.slice(from, from + step);
    const ids = new Set(part.map((change) => change.id));
    mergeHandover(db, { changes: part, detached: detached.filter((value) => ids.has(value.change)) });
    say([...ids].join(' '));
  }
}

function make(folder: string): void {
  for (let n = 0; ; n += 1) {
    const made = createDossierFile(join(folder, `${n}.hiwar`), {
      dossier: idOf(`made ${n}`),
      device: idOf('making'),
    });
    create({ db: made.db, acting: actingAs('making') }, 'dossier', idOf(`made ${n}`), { country: 'QRW' });
    made.close();
  }
}

// Before the file is opened: what opening does to it (recovery, migration) is under the hammer as well.
say('ready');
if (mode === 'make') make(file);
const opened = openDossierFile(file);
// A checkpoint every few commits, so that many a kill falls into one.
opened.db.pragma('wal_autocheckpoint = 16');
if (mode === 'append') append(opened);
else if (mode === 'merge') merge(opened);
else say('migrated');
opened.close();
say('done');
