/** Native dialogs: the only way a file gets in or out of the desktop application. */
import { randomBytes } from 'node:crypto';
import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { FILE_ENDINGS, type FileKind, type PickedFile } from '../../../shared/contract/files.ts';
import { findTransfer, recordTransfer, safeFileName } from '../../data-thread/transfers.ts';
import type { Label, LabelKey } from './labels.ts';

export interface DialogContext {
  window: BrowserWindow;
  transferFolder: string;
  label: Label;
}

const LABELS = {
  dossier: 'dossierFile',
  package: 'packageFile',
  attachment: 'anyFile',
  table: 'tableFile',
} as const satisfies { readonly [K in FileKind]: LabelKey };

function filters(kind: FileKind, label: Label): FileFilter[] {
  const endings = FILE_ENDINGS[kind];
  const any: FileFilter = { name: label('anyFile'), extensions: ['*'] };
  if (endings.length === 0) return [any];
  return [{ name: label(LABELS[kind]), extensions: [...endings] }, any];
}

/** Null when the person closed the dialog. The file is used where it lies: a dossier is opened in its place. */
export async function pickFile(context: DialogContext, kind: FileKind): Promise<PickedFile | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(context.window, {
    title: context.label('openTitle'),
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: filters(kind, context.label),
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const fileName = basename(path);
  const uploadId = recordTransfer(context.transferFolder, {
    path,
    fileName,
    mediaType: 'application/octet-stream',
    temporary: false,
  });
  return { uploadId, fileName };
}

/**
 * Asks where to and copies a finished file there; false when the person declined or the file is gone.
 * Rejects when the disk refuses. A half-written file never carries the chosen name.
 */
export async function saveDownload(
  context: DialogContext,
  downloadId: string,
  proposedName: string,
): Promise<boolean> {
  const found = findTransfer(context.transferFolder, downloadId);
  if (!found?.temporary) return false;
  const fileName = safeFileName(proposedName, found.fileName);
  const ending = extname(fileName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(context.window, {
    title: context.label('saveTitle'),
    defaultPath: join(app.getPath('documents'), fileName),
    filters: ending ? [{ name: ending.toUpperCase(), extensions: [ending] }] : [],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return false;
  const unfinished = `${filePath}.${randomBytes(4).toString('hex')}.part`;
  try {
    await copyFile(found.path, unfinished);
    await rename(unfinished, filePath);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
  return true;
}
