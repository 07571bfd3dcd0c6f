/** The handlers behind the contract: every call there is, each one line, each a service. */
import { asOf, changeCount, versionOf } from '../../db/ledger/version.ts';
import { sqliteVersion } from '../../db/library-version.ts';
import { bin, listConflicts, recordHistory } from '../../db/queries/history.ts';
import { listStrategies, overview } from '../../db/queries/overview.ts';
import { getRecordView, listRecords, viewOf } from '../../db/queries/record-view.ts';
import { jump } from '../../db/queries/register.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { addAttachment, downloadAttachment } from './attachments.ts';
import { causeHandlers } from './causes/index.ts';
import { type Desk, dossierOf, fileNameOf } from './desk.ts';
import { duplicateHandlers } from './duplicates/index.ts';
import { cancelExport, exportStatus, previewExport, startExport } from './exports.ts';
import { floorHandlers } from './floor/index.ts';
import { handOver, mergeUpload } from './hand-over.ts';
import { importHandlers } from './import/index.ts';
import { importPackage } from './import-package.ts';
import * as library from './library.ts';
import { waitingForLongSteps } from './long-steps.ts';
import { minutesHandlers } from './minutes/index.ts';
import { planHandlers } from './plan/index.ts';
import { readBackHandlers } from './read-back/index.ts';
import * as records from './records.ts';
import { registerHandlers } from './register/index.ts';
import { copiesOf, restoreCopy } from './restore.ts';
import { roomHandlers } from './room/index.ts';
import { scoringHandlers } from './scoring/index.ts';
import { getSettings, setSettings } from './settings.ts';
import { takingDamageIntoAccount } from './unproven.ts';
import { transferOf } from './uploads.ts';
import { VERSION } from './version.ts';

export function createHandlers(desk: Desk): Handlers {
  const db = (dossier: string) => dossierOf(desk, dossier).db;
  return waitingForLongSteps(
    desk,
    takingDamageIntoAccount(desk, {
      'library.list': () => library.listLibrary(desk),
      'library.create': (input) => library.createDossier(desk, input),
      'library.openDemo': () => library.openDemo(desk),
      'library.open': (input) => library.openDossier(desk, input),
      'library.close': ({ dossier }) => library.closeDossier(desk, dossier),
      'library.forget': ({ dossier }) => library.forgetDossier(desk, dossier),
      'library.copies': ({ dossier }) => copiesOf(desk, dossier),
      'library.restore': (input) => restoreCopy(desk, input),
      'library.importPackage': ({ uploadId }) => importPackage(desk, transferOf(desk, uploadId).path),
      'library.handOver': ({ dossier }) => handOver(desk, dossier),
      'library.merge': (input) => mergeUpload(desk, input),

      'record.get': (input) => getRecordView(db(input.dossier), input.type, input.id),
      'record.list': (input) => {
        const connection = db(input.dossier);
        return listRecords(connection, input.type, input).map((composed) => viewOf(connection, composed));
      },
      'record.create': (input) => records.createRecord(desk, input),
      'record.edit': (input) => records.editRecord(desk, input),
      'record.withdraw': (input) => records.withdrawRecord(desk, input),
      'record.restore': (input) => records.restoreRecord(desk, input),
      'record.history': (input) => {
        const opened = dossierOf(desk, input.dossier);
        return recordHistory(opened.db, input.type, input.id, opened.acting.author, input.field);
      },
      'record.bin': ({ dossier }) => bin(db(dossier)),
      'record.erase': (input) => records.eraseFields(desk, input),
      'conflict.list': (input) => {
        const opened = dossierOf(desk, input.dossier);
        return listConflicts(opened.db, opened.acting.author, input.id);
      },
      'conflict.resolve': (input) => records.resolveConflict(desk, input),
      'undo.state': ({ dossier }) => records.undoState(dossierOf(desk, dossier)),
      'undo.undo': ({ dossier }) => records.undo(desk, dossier, 'undo'),
      'undo.redo': ({ dossier }) => records.undo(desk, dossier, 'redo'),

      'dossier.info': ({ dossier }) => library.infoOf(dossierOf(desk, dossier)),
      'dossier.overview': ({ dossier }) => {
        const opened = dossierOf(desk, dossier);
        return overview(opened.db, { fileName: fileNameOf(opened), verification: opened.verification });
      },
      'dossier.version': ({ dossier }) => {
        const connection = db(dossier);
        return { versionId: versionOf(connection), changes: changeCount(connection), asOf: asOf(connection) };
      },
      'search.jump': (input) => jump(db(input.dossier), input.text, input.lang, input.limit),
      'strategy.list': ({ dossier }) => listStrategies(db(dossier)),

      'export.preview': (input) => previewExport(desk, input),
      'export.start': (input) => startExport(desk, input),
      'export.status': ({ jobId }) => exportStatus(desk, jobId),
      'export.cancel': ({ jobId }) => cancelExport(desk, jobId),
      'attachment.add': (input) => addAttachment(desk, input),
      'attachment.download': (input) => downloadAttachment(desk, input),

      ...floorHandlers(desk),
      ...planHandlers(desk),
      ...roomHandlers(desk),
      ...readBackHandlers(desk),
      ...minutesHandlers(desk),
      ...importHandlers(desk),
      ...causeHandlers(desk),
      ...duplicateHandlers(desk),
      ...scoringHandlers(desk),
      ...registerHandlers(desk),

      'settings.get': () => getSettings(desk.folder),
      'settings.set': (input) => setSettings(desk, input),
      'host.info': () => ({
        host: desk.host,
        version: VERSION,
        node: process.versions.node,
        sqlite: sqliteVersion(),
        folder: desk.folder,
      }),
    }),
  );
}
