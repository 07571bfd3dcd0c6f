/**
 * The process that is killed while ten thousand rows are written, or taken back. It says a line of JSON for each slice
 * of the transaction, and one once the step has ended.
 *
 *   node import-child.ts FOLDER         imports the table once more
 *   node import-child.ts FOLDER undo    imports it and takes it back
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openDossierFile } from '../../db/open.ts';
import { recordTransfer } from '../../electron/data-thread/transfers.ts';
import type { Desk } from '../../electron/services/desk.ts';
import { createHandlers } from '../../electron/services/index.ts';
import { adopt } from '../../electron/services/library.ts';
import type { ImportCheck, ImportInspection, JobStatus } from '../../shared/contract/index.ts';

export interface Said {
  readonly at: 'ready' | 'import' | 'imported' | 'undo' | 'undone';
  readonly done?: number;
}

const [folder, mode] = process.argv.slice(2) as [string, string?];
const say = (line: Said): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};
const neverRun = () => Promise.reject(new Error('nothing is exported here'));
const desk: Desk = {
  host: 'cli',
  folder,
  transferFolder: join(folder, 'transfers'),
  outFolder: folder,
  now: Date.now,
  mono: () => performance.now(),
  emit: (event) => {
    if (event.type === 'job' && event.job.state === 'running') say({ at: 'import', done: event.job.done });
  },
  runExport: neverRun,
  runPapers: neverRun,
  open: new Map(),
};
const calls = createHandlers(desk);
const call = async <T>(name: keyof typeof calls, input: object): Promise<T> =>
  (await (calls[name] as unknown as (input: object) => unknown)(input)) as T;

const dossiers = join(folder, 'dossiers');
const [file] = existsSync(dossiers) ? readdirSync(dossiers).filter((name) => name.endsWith('.hiwar')) : [];
const { dossier } = file
  ? adopt(desk, openDossierFile(join(dossiers, file)), { verified: true })
  : await call<{ dossier: string }>('library.create', {
      title: { en: 'Table' },
      country: null,
      languages: ['en'],
    });
say({ at: 'ready' });

mkdirSync(desk.transferFolder, { recursive: true });
const path = join(desk.transferFolder, 'table.csv');
const rows = Array.from({ length: 10_000 }, (_, n) => `Deficit ${n} of the table,TA${1 + (n % 6)}`);
writeFileSync(path, ['Title,Area', ...rows].join('\n'));
const uploadId = recordTransfer(desk.transferFolder, {
  path,
  fileName: 'table.csv',
  mediaType: 'text/csv',
  temporary: true,
});
const seen = await call<ImportInspection>('import.inspect', { dossier, uploadId });
const { checkId } = await call<ImportCheck>('import.check', {
  dossier,
  uploadId,
  headerRow: seen.headerRow,
  kind: seen.kind,
  columns: seen.columns.map(({ target, lang }) => ({ target, lang })),
  lang: seen.lang,
});
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const { jobId } = await call<{ jobId: string }>('import.start', {
  dossier,
  checkId,
  duplicates: 'import',
  except: [],
  withoutMarks: false,
});
while ((await call<JobStatus>('export.status', { jobId })).state === 'running') await turn();
say({ at: 'imported' });
if (mode === 'undo') {
  // Between two slices of the undo the loop comes round to this.
  const undoing = call('undo.undo', { dossier }).then(() => true);
  for (let slices = 1; !(await Promise.race([undoing, turn()])); slices += 1)
    say({ at: 'undo', done: slices });
  say({ at: 'undone' });
}
process.exit(0);
