/** Dossier files as they are made: a free name, a first device, the dialogue itself or the sample. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Acting, append } from '../../db/ledger/append.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import { createDossierFile, type OpenDossier } from '../../db/open.ts';
import type { Db } from '../../db/statements.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { Labels } from '../../shared/domain/languages.ts';
import { safeFileName } from '../data-thread/transfers.ts';
import { demoDrafts, idsFor } from './demo.ts';
import type { Desk } from './desk.ts';
import { sampleRound } from './scoring/sample.ts';
import { actorOf } from './settings.ts';

export const EXTENSION = '.hiwar';

export const dossiersFolder = (desk: Desk): string => join(desk.folder, 'dossiers');

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

export function makeDemo(db: Db, acting: Acting, dossier: RecordId): void {
  const drafts = demoDrafts(dossier);
  inLedger(db, () =>
    append(db, acting, [
      { recordType: 'device', recordId: acting.device, set: { letter: '' }, intent: 'create' },
      ...drafts,
      ...sampleRound(drafts, idsFor(dossier)),
    ]),
  );
}
