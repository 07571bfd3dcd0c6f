/** Many hands: copies handed over, and merged again when they come back. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { refusalOf } from '../../db/errors.ts';
import { append } from '../../db/ledger/append.ts';
import { handoverOf, type Merged, mergeHandover } from '../../db/ledger/merge.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { gapsOf } from '../../db/ledger/version.ts';
import { getMeta } from '../../db/meta.ts';
import { createDossierFile, inspectHeader, openForReading } from '../../db/open.ts';
import { conflictCount } from '../../db/queries/history.ts';
import type { Download, Parsed } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import { newTransferPath, recordTransfer, safeFileName } from '../data-thread/transfers.ts';
import { type Desk, deviceOf, type OpenedDossier, verified, writable } from './desk.ts';
import { nextCopyLetter } from './devices.ts';
import { enforceAttribution } from './floor/attribution.ts';
import { EXTENSION } from './new-dossier.ts';
import { transferOf } from './uploads.ts';

export const DOSSIER_MEDIA_TYPE = 'application/vnd.hiwar.dossier';

/** Writes a copy to hand over: section main alone, under a device of its own. Returns where it lies. */
export function writeHandOver(opened: OpenedDossier, target: string): void {
  const letter = nextCopyLetter(opened.db);
  const device = randomUUID() as RecordId;
  const parent = deviceOf(opened.db);
  const made = createDossierFile(target, { dossier: opened.id, device });
  try {
    mergeHandover(made.db, handoverOf(opened.db));
    inLedger(made.db, () =>
      append(made.db, { ...opened.acting, device }, [
        { recordType: 'device', recordId: device, set: { letter, copiedFrom: parent }, intent: 'create' },
      ]),
    );
  } finally {
    made.close();
  }
}

export function handOver(desk: Desk, dossier: string): Download {
  const opened = verified(writable(desk, dossier));
  const { id, path } = newTransferPath(desk.transferFolder);
  writeHandOver(opened, path);
  const fileName = `${basename(opened.file, EXTENSION)} copy${EXTENSION}`;
  recordTransfer(
    desk.transferFolder,
    { path, fileName: safeFileName(fileName), mediaType: DOSSIER_MEDIA_TYPE, temporary: true },
    id,
  );
  return { downloadId: id, fileName, mediaType: DOSSIER_MEDIA_TYPE, size: statSync(path).size };
}

/** Merges another copy's file, read from a scratch copy so that the original is not even opened. */
export function mergeFile(opened: OpenedDossier, file: string): Merged {
  inspectHeader(file);
  const scratch = mkdtempSync(join(tmpdir(), 'hiwar-merge-'));
  try {
    const staged = join(scratch, 'other.hiwar');
    copyFileSync(file, staged);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${staged}-wal`);
    const other = openForReading(staged);
    try {
      if (getMeta(other, 'dossier') !== opened.id) throw new Refusal('dossier.other');
      if (getMeta(other, 'derivedFrom') !== undefined) throw new Refusal('merge.derived');
      return mergeHandover(opened.db, handoverOf(other));
    } finally {
      other.close();
    }
  } catch (thrown) {
    throw refusalOf(thrown) ?? thrown;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export function mergeUpload(desk: Desk, input: Parsed<'library.merge'>) {
  const opened = verified(writable(desk, input.dossier));
  const merged = mergeFile(opened, transferOf(desk, input.uploadId).path);
  for (const [type, ids] of merged.touched)
    desk.emit({ type: 'changed', dossier: opened.id, recordTypes: [type], ids: [...ids].slice(0, 200) });
  // A level that was tightened there is tightened here, and what came from there obeys the level of here.
  enforceAttribution(desk, opened);
  return {
    added: merged.added,
    known: merged.known,
    conflicts: conflictCount(opened.db),
    gaps: gapsOf(opened.db).length,
  };
}
