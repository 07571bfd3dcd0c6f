import { existsSync } from 'node:fs';
import { Refusal } from '../../shared/errors.ts';
import { findTransfer } from '../data-thread/transfers.ts';
import type { Desk } from './desk.ts';

export function transferOf(desk: Desk, uploadId: string) {
  const transfer = findTransfer(desk.transferFolder, uploadId);
  if (!transfer || !existsSync(transfer.path)) throw new Refusal('upload.missing');
  return transfer;
}
