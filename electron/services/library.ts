/** Dossiers as files: made, opened, closed, copied, restored, handed over and merged. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { listCopies, makeCopy, proveFile } from '../../db/copies.ts';
import { damageOf, refusalOf } from '../../db/errors.ts';
import { type Acting, append } from '../../db/ledger/append.ts';
import { handoverOf, type Merged, mergeHandover } from '../../db/ledger/merge.ts';
import { findRecord } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { gapsOf, versionOf } from '../../db/ledger/version.ts';
import { getMeta, requireMeta, setMeta } from '../../db/meta.ts';
import {
  createDossierFile,
  inspectHeader,
  type OpenDossier,
  openDossierFile,
  openForReading,
} from '../../db/open.ts';
import { letterOf } from '../../db/queries/history.ts';
import { dossierInfo, dossierRecord } from '../../db/queries/overview.ts';
import { type Db, pluck } from '../../db/statements.ts';
import type {
  DossierInfo,
  Download,
  LibraryEntry,
  Parsed,
  RollingCopy,
} from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Labels } from '../../shared/domain/languages.ts';
import { Refusal } from '../../shared/errors.ts';
import { findTransfer, newTransferPath, recordTransfer, safeFileName } from '../data-thread/transfers.ts';
import { demoDrafts } from './demo.ts';
import {
  copiesFolder,
  type Desk,
  deviceOf,
  dossierOf,
  fileNameOf,
  type OpenedDossier,
  verified,
  writable,
} from './desk.ts';
import { type Entry, forget, readRegistry, remember } from './registry.ts';
import { actorOf, getSettings } from './settings.ts';
import { startVerification } from './verification.ts';

export const EXTENSION = '.hiwar';
export const DOSSIER_MEDIA_TYPE = 'application/vnd.hiwar.dossier';

const dossiersFolder = (desk: Desk): string => join(desk.folder, 'dossiers');

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

/** A path in a folder that no file has yet: `name.hiwar`, `name 2.hiwar`, ... */
export function freePath(folder: string, name: string): string {
  const stem = safeFileName(name.endsWith(EXTENSION) ? name.slice(0, -EXTENSION.length) : name, 'dialogue');
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${stem}${n === 1 ? '' : ` ${n}`}${EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}

export interface NewDossier {
  readonly title: Labels;
  readonly country: string | null;
  readonly languages: readonly string[];
}

/** The first changes of a new dossier: its device, and the dialogue itself. */
export function initialise(db: Db, acting: Acting, dossier: RecordId, made: NewDossier): void {
  const set = {
    ...Object.fromEntries(
      Object.entries(made.title).flatMap(([lang, text]) =>
        text?.trim() ? [[`title.${lang}`, { text: text.trim().normalize('NFC'), status: 'original' }]] : [],
      ),
    ),
    ...(made.country ? { country: made.country } : {}),
    ...Object.fromEntries(made.languages.map((lang) => [`languages:${lang}`, true])),
  };
  inLedger(db, () =>
    append(db, acting, [
      { recordType: 'device', recordId: acting.device, set: { letter: '' }, intent: 'create' },
      { recordType: 'dossier', recordId: dossier, set, intent: 'create' },
    ]),
  );
}

export function createFile(
  desk: Desk,
  file: string,
  make: (db: Db, acting: Acting, dossier: RecordId) => void,
): OpenDossier {
  const dossier = randomUUID() as RecordId;
  const device = randomUUID() as RecordId;
  mkdirSync(dirname(file), { recursive: true });
  const made = createDossierFile(file, { dossier, device });
  try {
    make(made.db, { author: actorOf(desk.folder), device, now: desk.now }, dossier);
    return made;
  } catch (thrown) {
    made.close();
    rmSync(file, { force: true });
    throw thrown;
  }
}

export function createDossier(desk: Desk, input: Parsed<'library.create'>): DossierInfo {
  const title = Object.values(input.title).find((text) => text?.trim()) ?? 'dialogue';
  const made = createFile(desk, freePath(dossiersFolder(desk), title.slice(0, 80)), (db, acting, dossier) =>
    initialise(db, acting, dossier, input as NewDossier),
  );
  return adopt(desk, made, { verified: true });
}

export function makeDemo(db: Db, acting: Acting, dossier: RecordId): void {
  inLedger(db, () =>
    append(db, acting, [
      { recordType: 'device', recordId: acting.device, set: { letter: '' }, intent: 'create' },
      ...demoDrafts(dossier),
    ]),
  );
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

export function transferOf(desk: Desk, uploadId: string) {
  const transfer = findTransfer(desk.transferFolder, uploadId);
  if (!transfer || !existsSync(transfer.path)) throw new Refusal('upload.missing');
  return transfer;
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

export function closeDossier(desk: Desk, dossier: string): null {
  const opened = dossierOf(desk, dossier);
  opened.cancelVerification();
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

function nextCopyLetter(db: Db): string {
  const nth = Number(getMeta(db, 'copiesMade') ?? '0') + 1;
  setMeta(db, 'copiesMade', String(nth));
  return childLetter(db, nth);
}

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
  return {
    added: merged.added,
    known: merged.known,
    conflicts: pluck<number>(opened.db, 'SELECT count(*) FROM conflict').get() as number,
    gaps: gapsOf(opened.db).length,
  };
}
