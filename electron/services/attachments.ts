import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Draft } from '../../db/ledger/append.ts';
import { sha256 } from '../../db/ledger/hash.ts';
import { bytesOf } from '../../db/ledger/store.ts';
import { composedById } from '../../db/queries/record-view.ts';
import { pluck, sql } from '../../db/statements.ts';
import type { Download, Parsed } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import { newTransferPath, recordTransfer } from '../data-thread/transfers.ts';
import { type Desk, dossierOf, writable, writeStep } from './desk.ts';
import { transferOf } from './uploads.ts';

/** A dossier travels on a stick and is opened on modest laptops. */
export const ATTACHMENT_LIMIT = 25 * 1024 * 1024;

const TYPES: { readonly [extension: string]: string } = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Keeps a file's bytes under their hash; the record names it, its file name detached like a person's. */
export function addAttachment(desk: Desk, input: Parsed<'attachment.add'>): { id: string } {
  const opened = writable(desk, input.dossier);
  const transfer = transferOf(desk, input.uploadId);
  const { size } = statSync(transfer.path);
  if (size > ATTACHMENT_LIMIT) throw new Refusal('attachment.too-large', { size, limit: ATTACHMENT_LIMIT });
  const bytes = readFileSync(transfer.path);
  const hash = sha256(bytes);
  sql(opened.db, 'INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)').run(bytesOf(hash), bytes);
  const id = randomUUID() as RecordId;
  const drafts: Draft[] = [
    {
      recordType: 'attachment',
      recordId: id,
      set: {
        fileName: transfer.fileName,
        mediaType: TYPES[extname(transfer.fileName).toLowerCase()] ?? 'application/octet-stream',
        size,
        sha256: hash,
      },
      intent: 'create',
    },
  ];
  if (input.evidence)
    drafts.push({
      recordType: 'evidence',
      recordId: input.evidence,
      set: { attachment: id },
      intent: 'edit',
    });
  writeStep(desk, opened, 'attach', drafts);
  return { id };
}

export function downloadAttachment(desk: Desk, input: Parsed<'attachment.download'>): Download {
  const { db } = dossierOf(desk, input.dossier);
  const record = composedById(db, 'attachment', input.id).record as {
    fileName?: string;
    mediaType?: string;
    sha256?: string;
  };
  const bytes = pluck<Buffer>(db, 'SELECT bytes FROM blob WHERE sha256 = ?').get(
    bytesOf(record.sha256 ?? ''),
  );
  if (!bytes) throw new Refusal('file.missing');
  const { id, path } = newTransferPath(desk.transferFolder);
  writeFileSync(path, bytes, { mode: 0o600 });
  const fileName = record.fileName ?? 'attachment';
  const mediaType = record.mediaType ?? 'application/octet-stream';
  recordTransfer(desk.transferFolder, { path, fileName, mediaType, temporary: true }, id);
  return { downloadId: id, fileName, mediaType, size: bytes.length };
}
