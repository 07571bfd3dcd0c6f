/** The kinds of work a job thread can do. A new kind is one more entry here. */
import type { Result } from '../../shared/errors.ts';
import { type ExportMessage, exportFiles } from './export-job.ts';
import type { ExportedFile } from './finished-file.ts';
import type { JobContext, Progress } from './job-context.ts';
import { makePapers, type PapersMessage } from './papers/papers-job.ts';

export const JOBS = {
  export: (message: ExportMessage, context: JobContext): Promise<Result<readonly ExportedFile[]>> =>
    exportFiles(message, context),
  papers: (message: PapersMessage, context: JobContext): Promise<Result<readonly ExportedFile[]>> =>
    makePapers(message, context),
} as const;

export type JobKind = keyof typeof JOBS;
export const isJobKind = (kind: unknown): kind is JobKind =>
  typeof kind === 'string' && Object.hasOwn(JOBS, kind);

/** What the owner sends: one job, and perhaps that it is no longer wanted. */
export type JobMessage = ExportMessage | PapersMessage | { readonly kind: 'cancel' };

/** What the thread answers. */
export type JobAnswer =
  | ({ readonly kind: 'progress' } & Progress)
  | { readonly kind: 'done'; readonly files: readonly ExportedFile[] }
  | { readonly kind: 'failed'; readonly error: { readonly code: string; readonly details?: unknown } };
