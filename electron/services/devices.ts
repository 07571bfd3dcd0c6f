/** Which copy of a dossier this is: its device id and the letter behind its numbers. */
import { randomUUID } from 'node:crypto';
import { append } from '../../db/ledger/append.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { getMeta, setMeta } from '../../db/meta.ts';
import { letterOf } from '../../db/queries/history.ts';
import type { Db } from '../../db/statements.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { deviceOf } from './desk.ts';

/** A device id and letter of its own, so that numbers and sequences never meet those of the original. */
export function takeNewDevice(
  db: Db,
  author: RecordId,
  now: () => number,
  letter = childLetter(db, 1),
): RecordId {
  const parent = deviceOf(db);
  const device = randomUUID() as RecordId;
  inLedger(db, () => {
    setMeta(db, 'device', device);
    setMeta(db, 'copiesMade', '0');
    append(db, { author, device, now }, [
      { recordType: 'device', recordId: device, set: { letter, copiedFrom: parent }, intent: 'create' },
    ]);
  });
  return device;
}

/** The letter of the nth copy made from here: b, c, ... z, ab, ac, ...; behind the letter of this one. */
function childLetter(db: Db, nth: number): string {
  const index = nth - 1;
  const own = 'a'.repeat(Math.floor(index / 25)) + String.fromCharCode('b'.charCodeAt(0) + (index % 25));
  return (letterOf(db, deviceOf(db)) + own).slice(0, 16);
}

export function nextCopyLetter(db: Db): string {
  const nth = Number(getMeta(db, 'copiesMade') ?? '0') + 1;
  setMeta(db, 'copiesMade', String(nth));
  return childLetter(db, nth);
}
