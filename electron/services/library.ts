import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { listCopies, makeCopy } from '../../db/copies.ts';
import { damageOf, refusalOf } from '../../db/errors.ts';
import { append } from '../../db/ledger/append.ts';
import { findRecord } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { versionOf } from '../../db/ledger/version.ts';
import { getMeta, requireMeta } from '../../db/meta.ts';
import { inspectHeader, type OpenDossier, openDossierFile } from '../../db/open.ts';
import { dossierInfo, dossierRecord } from '../../db/queries/overview.ts';
import type { DossierInfo, LibraryEntry, Parsed } from '../../shared/contract/index.ts';
import type { Labels } from '../../shared/domain/languages.ts';
import { Refusal } from '../../shared/errors.ts';
import { copiesFolder, type Desk, deviceOf, dossierOf, fileNameOf, type OpenedDossier } from './desk.ts';
import { takeNewDevice } from './devices.ts';
import { enforceAttribution } from './floor/attribution.ts';
import { leaveFloors } from './floor/settle.ts';
import {
  createFile,
  dossiersFolder,
  EXTENSION,
  freePath,
  initialise,
  makeDemo,
  type NewDossier,
} from './new-dossier.ts';
import { type Entry, forget, readRegistry, remember } from './registry.ts';
import { actorOf, getSettings } from './settings.ts';
import { transferOf } from './uploads.ts';
import { startVerification } from './verification.ts';

export function infoOf(opened: OpenedDossier): DossierInfo {
  return dossierInfo(opened.db, { fileName: fileNameOf(opened), verification: opened.verification });
}

export function listLibrary(desk: Desk): { entries: LibraryEntry[]; folder: string } {
  return {
    folder: dossiersFolder(desk),
    entries: readRegistry(desk.folder).map((entry) => ({
      dossier: entry.dossier,
      fileName: basename(entry.file),
      title: entry.title as Labels,
      country: entry.country,
      illustrative: entry.illustrative,
      openedAt: entry.openedAt,
      size: sizeOf(entry.file),
      missing: !existsSync(entry.file),
      open: desk.open.has(entry.dossier),
      derived: entry.derived,
      copies: listCopies(copiesFolder(desk, entry.dossier)).length,
    })),
  };
}

/** With what waits in its write-ahead log; 0 where there is no file. */
const sizeOf = (file: string): number =>
  existsSync(file)
    ? statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0)
    : 0;

export function createDossier(desk: Desk, input: Parsed<'library.create'>): DossierInfo {
  const title = Object.values(input.title).find((text) => text?.trim()) ?? 'dialogue';
  const made = createFile(desk, freePath(dossiersFolder(desk), title.slice(0, 80)), (db, acting, dossier) =>
    initialise(db, acting, dossier, input as NewDossier),
  );
  return adopt(desk, made, { verified: true });
}

export function openDemo(desk: Desk): DossierInfo {
  const known = readRegistry(desk.folder).find((entry) => entry.demo && existsSync(entry.file));
  if (known) return openPath(desk, known.file, true);
  const made = createFile(desk, freePath(dossiersFolder(desk), 'rawdania-sample'), makeDemo);
  return adopt(desk, made, { verified: true, demo: true });
}

export function openDossier(desk: Desk, input: Parsed<'library.open'>): DossierInfo {
  if ('path' in input) return openPath(desk, resolve(input.path));
  if ('dossier' in input) {
    if (desk.open.has(input.dossier)) return infoOf(dossierOf(desk, input.dossier));
    const entry = readRegistry(desk.folder).find(({ dossier }) => dossier === input.dossier);
    if (!entry) throw new Refusal('file.missing');
    return openPath(desk, entry.file, entry.demo);
  }
  const transfer = transferOf(desk, input.uploadId);
  if (!transfer.temporary) return openPath(desk, transfer.path);
  // What came through a browser has no place of its own: it gets one among the dossiers.
  inspectHeader(transfer.path);
  const target = freePath(dossiersFolder(desk), transfer.fileName);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(transfer.path, target);
  try {
    return openPath(desk, target);
  } catch (thrown) {
    rmSync(target, { force: true });
    throw thrown;
  }
}

/** A file of an older format is copied beside itself before anything in it is changed. */
export function keepBeforeUpgrade(path: string): void {
  copyFileSync(path, freePath(dirname(path), `${basename(path, EXTENSION)} before upgrade`));
}

function openPath(desk: Desk, file: string, demo = false): DossierInfo {
  for (const opened of desk.open.values()) if (resolve(opened.file) === resolve(file)) return infoOf(opened);
  const made = openDossierFile(file, keepBeforeUpgrade);
  return adopt(desk, made, { demo });
}

/** Takes an opened file onto the desk: remembered, held, and verified in the background unless just made. */
export function adopt(
  desk: Desk,
  made: OpenDossier,
  options: { verified?: boolean; demo?: boolean } = {},
): DossierInfo {
  const dossier = requireMeta(made.db, 'dossier');
  if (desk.open.has(dossier)) {
    made.close();
    throw new Refusal('file.held', { where: 'here' });
  }
  const known = readRegistry(desk.folder).find((entry) => entry.dossier === dossier);
  const author = actorOf(desk.folder);
  // A file copied by hand carries the device id of the original: two hands would write under one number (L5).
  const cloned =
    known !== undefined &&
    known.device === deviceOf(made.db) &&
    resolve(known.file) !== resolve(made.file) &&
    existsSync(known.file);
  if (cloned && getMeta(made.db, 'derivedFrom') === undefined) takeNewDevice(made.db, author, desk.now);
  const opened: OpenedDossier = {
    ...made,
    id: dossier,
    acting: { author, device: deviceOf(made.db), now: desk.now },
    verification: options.verified ? 'ok' : 'pending',
    damage: null,
    undo: [],
    redo: [],
    cancelVerification: () => {},
    introduce: null,
  };
  opened.introduce = () => introduceActor(desk, opened);
  desk.open.set(dossier, opened);
  let info: DossierInfo;
  try {
    enforceOnOpening(desk, opened);
    rememberOpened(desk, opened, options.demo ?? known?.demo ?? false);
    info = infoOf(opened);
  } catch (thrown) {
    // So damaged that not even its title can be read: not opened, and free for the way back.
    desk.open.delete(dossier);
    opened.close();
    throw options.verified ? thrown : damageOf(thrown);
  }
  if (!options.verified) startVerification(desk, opened);
  desk.emit({ type: 'library' });
  return info;
}

/** A net for a kill between a merge and its erasures. What cannot be read is for the verification to say. */
function enforceOnOpening(desk: Desk, opened: OpenedDossier): void {
  try {
    enforceAttribution(desk, opened);
  } catch (thrown) {
    if (opened.verification === 'ok') throw thrown;
  }
}

function rememberOpened(desk: Desk, opened: OpenedDossier, demo: boolean): void {
  const record = dossierRecord(opened.db);
  const entry: Entry = {
    dossier: opened.id,
    device: deviceOf(opened.db),
    file: resolve(opened.file),
    title: Object.fromEntries(Object.entries(record?.title ?? {}).map(([lang, text]) => [lang, text.text])),
    country: record?.country ?? null,
    illustrative: record?.illustrative === true,
    derived: getMeta(opened.db, 'derivedFrom') !== undefined,
    demo,
    openedAt: new Date(desk.now()).toISOString(),
  };
  remember(desk.folder, entry);
}

/** The name colleagues see in the history, where the person has given one: a detached, erasable field. */
function introduceActor(desk: Desk, opened: OpenedDossier): void {
  const name = getSettings(desk.folder)?.authorName.trim();
  if (!name || getMeta(opened.db, 'derivedFrom') !== undefined) return;
  const exists = findRecord(opened.db, 'actor', opened.acting.author) !== undefined;
  try {
    inLedger(opened.db, () =>
      append(opened.db, opened.acting, [
        {
          recordType: 'actor',
          recordId: opened.acting.author,
          set: { name },
          intent: exists ? 'edit' : 'create',
        },
      ]),
    );
  } catch (thrown) {
    // An erased name stays erased: the person has asked for it.
    if (!(thrown instanceof Refusal)) throw thrown;
  }
}

export function closeDossier(desk: Desk, dossier: string): null {
  const opened = dossierOf(desk, dossier);
  opened.long?.abandon();
  opened.cancelVerification();
  leaveFloors(desk, opened);
  desk.open.delete(dossier);
  const proven = opened.verification !== 'failed';
  const version = proven ? versionOf(opened.db) : '';
  opened.close();
  // What failed its check is never copied over the copies that passed theirs.
  if (proven) makeCopy(opened.file, copiesFolder(desk, dossier), version, desk.now());
  desk.emit({ type: 'library' });
  return null;
}

export function closeAll(desk: Desk): void {
  for (const dossier of [...desk.open.keys()]) {
    try {
      closeDossier(desk, dossier);
    } catch (thrown) {
      if (!refusalOf(thrown)) throw thrown;
    }
  }
}

export function forgetDossier(desk: Desk, dossier: string): null {
  if (desk.open.has(dossier)) closeDossier(desk, dossier);
  forget(desk.folder, dossier);
  desk.emit({ type: 'library' });
  return null;
}
