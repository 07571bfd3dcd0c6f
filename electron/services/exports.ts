/** Exports as jobs: started, followed, cancelled; the thread that carries them out never sees the dossier. */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPreview, JobStatus, Parsed } from '../../shared/contract/index.ts';
import { CONSTITUENCIES } from '../../shared/domain/codes.ts';
import type { Decided, EditionContent } from '../../shared/domain/content.ts';
import { isMissing } from '../../shared/domain/fields.ts';
import type { Lang } from '../../shared/domain/languages.ts';
import { Refusal } from '../../shared/errors.ts';
import { recordTransfer } from '../data-thread/transfers.ts';
import { comparableGaps } from '../exports/comparable.ts';
import { contentOf, contentToExport } from './content.ts';
import { type Desk, dossierOf, type ExportRunner, verified } from './desk.ts';
import { wordingsAsked } from './wordings.ts';

interface Job {
  status: JobStatus;
  readonly abort: AbortController;
}
const jobsOf = new WeakMap<Desk, Map<string, Job>>();
function jobs(desk: Desk): Map<string, Job> {
  let map = jobsOf.get(desk);
  if (!map) {
    map = new Map();
    jobsOf.set(desk, map);
  }
  return map;
}

/** Languages of which the content has at least one title: a report in another would be empty. */
export const languagesWithText = (content: EditionContent, languages: readonly Lang[]): Lang[] =>
  languages.filter(
    (lang) =>
      content.dossier.title[lang] !== undefined ||
      content.deficits.some((deficit) => deficit.title[lang]) ||
      content.strategies.some((strategy) => strategy.title[lang]),
  );

export function previewExport(desk: Desk, input: Parsed<'export.preview'>): ExportPreview {
  const content = contentOf(dossierOf(desk, input.dossier).db, input.edition);
  const decided: Decided[] = [
    ...content.deficits,
    ...content.strategies,
    ...content.clauses,
    ...content.deficits.flatMap((each) => each.clauses),
    ...content.strategies.flatMap((each) => each.clauses),
  ];
  const lacking = (test: (deficit: EditionContent['deficits'][number]) => boolean): number =>
    content.deficits.filter(test).length;
  // The same count as in the package and in its verification, with what the mandate should say besides.
  const mandate: { readonly [field: string]: boolean } = {
    convenor: Object.keys(content.dossier.convenor).length === 0,
    country: isMissing(content.dossier.country),
    decisionRule: isMissing(content.dossier.decisionRule),
  };
  const missing = {
    ...comparableGaps(content),
    ...Object.fromEntries(Object.entries(mandate).flatMap(([field, lacks]) => (lacks ? [[field, 1]] : []))),
  };
  return {
    edition: input.edition,
    draft: content.draft,
    versionId: content.versionId,
    holds: {
      deficit: content.deficits.length,
      strategy: content.strategies.length,
      clause:
        content.clauses.length +
        decided.length -
        content.deficits.length -
        content.strategies.length -
        content.clauses.length,
      action: content.strategies.reduce((sum, strategy) => sum + strategy.actions.length, 0),
      evidence: content.deficits.reduce((sum, deficit) => sum + deficit.evidence.length, 0),
      comment: [...content.deficits, ...content.strategies].reduce(
        (sum, item) => sum + item.comments.length,
        0,
      ),
      organization: content.organizations.length,
    },
    leftOut: content.leftOut,
    reservations: decided.reduce(
      (sum, item) => sum + CONSTITUENCIES.filter((c) => 'reservation' in item.positions[c]).length,
      0,
    ),
    untranslated: Object.fromEntries(
      input.languages.map((lang) => [
        lang,
        lacking((d) => Object.keys(d.title).length > 0 && d.title[lang] === undefined),
      ]),
    ),
    missing,
  };
}

export function startExport(desk: Desk, input: Parsed<'export.start'>): { jobId: string } {
  if (input.edition === 'internal') throw new Refusal('export.internal-edition');
  const opened = verified(dossierOf(desk, input.dossier));
  const content = contentToExport(opened.db, input.edition);
  const languages = languagesWithText(content, input.languages);
  if (languages.length === 0) throw new Refusal('export.no-language');
  const wordings = wordingsAsked(opened.db, content, input.wordings);
  return startJob(desk, input.dossier, 'export', (folders, onProgress, signal) =>
    desk.runExport({ content, languages, formats: input.formats, wordings, ...folders }, onProgress, signal),
  );
}

type Run = (
  folders: { readonly outDir: string; readonly assetsDir: string },
  ...rest: [onProgress: Parameters<ExportRunner>[1], signal: AbortSignal]
) => ReturnType<ExportRunner>;

/** Starts a job in a thread of its own: followed by `export.status`, ended by `export.cancel`. */
export function startJob(desk: Desk, dossier: string, kind: JobStatus['kind'], run: Run): { jobId: string } {
  const jobId = randomUUID();
  const abort = new AbortController();
  const job: Job = {
    abort,
    status: {
      jobId,
      dossier,
      kind,
      state: 'running',
      step: 'start',
      done: 0,
      total: 1,
      files: [],
      error: null,
    },
  };
  jobs(desk).set(jobId, job);
  const update = (change: Partial<JobStatus>): void => {
    job.status = { ...job.status, ...change };
    desk.emit({ type: 'job', job: job.status });
  };
  const outDir = join(desk.transferFolder, jobId);
  mkdirSync(outDir, { recursive: true, mode: 0o700 });
  void run(
    { outDir, assetsDir: join(desk.outFolder, 'assets') },
    (progress) => {
      if (job.status.state === 'running') update(progress);
    },
    abort.signal,
  )
    .then((result) => {
      // What an import has written stands, however soon after it was cancelled.
      const stands = kind === 'import' && result.ok;
      if (abort.signal.aborted && !stands)
        return update({ state: 'cancelled', error: { code: 'job.cancelled' } });
      if (!result.ok) return update({ state: 'failed', error: result.error });
      const files = result.value.map(({ path, ...file }) => ({
        ...file,
        downloadId: recordTransfer(desk.transferFolder, {
          path,
          fileName: file.fileName,
          mediaType: file.mediaType,
          temporary: true,
        }),
      }));
      update({ state: 'done', files, done: job.status.total });
    })
    .catch(() => update({ state: 'failed', error: { code: 'bug', details: { part: kind } } }));
  return { jobId };
}

function jobOf(desk: Desk, jobId: string): Job {
  const job = jobs(desk).get(jobId);
  if (!job) throw new Refusal('record.missing');
  return job;
}

export const exportStatus = (desk: Desk, jobId: string): JobStatus => jobOf(desk, jobId).status;

export function cancelExport(desk: Desk, jobId: string): null {
  jobOf(desk, jobId).abort.abort();
  return null;
}

export function cancelAllExports(desk: Desk): void {
  for (const job of jobs(desk).values()) job.abort.abort();
}
