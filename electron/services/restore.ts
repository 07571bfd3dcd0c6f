import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { listCopies, proveFile } from '../../db/copies.ts';
import { openDossierFile } from '../../db/open.ts';
import type { DossierInfo, Parsed, RollingCopy } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { copiesFolder, type Desk } from './desk.ts';
import { nextCopyLetter, takeNewDevice } from './devices.ts';
import { adopt } from './library.ts';
import { dossiersFolder, EXTENSION, freePath } from './new-dossier.ts';
import { readRegistry } from './registry.ts';
import { actorOf } from './settings.ts';

export const copiesOf = (desk: Desk, dossier: string): RollingCopy[] =>
  listCopies(copiesFolder(desk, dossier)).map(({ file: _file, ...copy }) => copy);

/** Puts a proven copy in the place of the original, which is kept beside it under another name. */
export function restoreCopy(desk: Desk, input: Parsed<'library.restore'>): DossierInfo {
  const copy = listCopies(copiesFolder(desk, input.dossier)).find(({ copyId }) => copyId === input.copyId);
  if (!copy) throw new Refusal('file.missing');
  if (proveFile(copy.file) !== copy.versionId) throw new Refusal('file.corrupt', { where: 'copy' });
  const entry = readRegistry(desk.folder).find(({ dossier }) => dossier === input.dossier);
  const opened = desk.open.get(input.dossier);
  if (opened) {
    opened.cancelVerification();
    desk.open.delete(input.dossier);
    opened.close();
  }
  const place = opened?.file ?? entry?.file ?? freePath(dossiersFolder(desk), 'restored');
  if (existsSync(place)) {
    const kept = freePath(dirname(place), `${basename(place, EXTENSION)} before restore`);
    renameSync(place, kept);
    for (const extra of ['-wal', '-shm'])
      if (existsSync(`${place}${extra}`)) renameSync(`${place}${extra}`, `${kept}${extra}`);
  }
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(copy.file, place);
  const made = openDossierFile(place);
  // The tail after this copy may live on in other hands: numbers used then must not be used again (L5).
  takeNewDevice(made.db, actorOf(desk.folder), desk.now, nextCopyLetter(made.db));
  return adopt(desk, made, { demo: entry?.demo ?? false });
}
