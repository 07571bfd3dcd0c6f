import { randomUUID } from 'node:crypto';
import { scrubErased } from '../../db/erase.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { RecordType } from '../../shared/domain/records/index.ts';
import { copiesFolder, type Desk, type OpenedDossier, writeStep } from './desk.ts';

/**
 * Erases detached values for good (L10): the change goes into the ledger, the write-ahead log is folded in and
 * cut, freed pages are overwritten by `secure_delete`, and rolling copies that still hold the value are
 * replaced by one made now.
 */
export function eraseEverywhere(
  desk: Desk,
  opened: OpenedDossier,
  recordType: RecordType,
  target: RecordId,
  fields: readonly string[],
  reason: string,
): void {
  writeStep(desk, opened, 'erase', [
    {
      recordType: 'erasure',
      recordId: randomUUID() as RecordId,
      set: { target, ...Object.fromEntries(fields.map((field) => [`fields:${field}`, true])) },
      intent: 'create',
      reason,
    },
  ]);
  // An erasure is not undone: the step before it stays the last that can be.
  opened.undo.pop();
  scrubErased(opened, copiesFolder(desk, opened.id), desk.now());
  // The erasure is a record of its own: whoever shows the erased one has to be told of that one.
  desk.emit({ type: 'changed', dossier: opened.id, recordTypes: [recordType], ids: [target] });
}
