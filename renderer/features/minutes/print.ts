import type { JobStatus, Sheet } from '../../../shared/contract/index.ts';
import { isLang } from '../../../shared/domain/languages.ts';
import { CallFailure, invoke } from '../../app/calls.ts';
import { i18next } from '../../i18n/setup.ts';
import { bridge, saveDownload } from '../../platform/index.ts';

/** Follows a job to its end; asks once more for one that ended before anybody listened. */
function ended(jobId: string): Promise<JobStatus> {
  return new Promise((resolve, reject) => {
    const take = (job: JobStatus): void => {
      if (job.state === 'running') return;
      stop();
      resolve(job);
    };
    const stop = bridge.subscribe((event) => {
      if (event.type === 'job' && event.job.jobId === jobId) take(event.job);
    });
    invoke('export.status', { jobId }).then(take, (failure: unknown) => {
      stop();
      reject(failure);
    });
  });
}

/**
 * Makes sheets in the language of the page and hands the files over. Throws `CallFailure` where they are refused,
 * and the code of the job where it failed.
 */
export async function printSheets(
  dossierId: string,
  sessionId: string,
  sheets: readonly Sheet[],
  clause?: string,
): Promise<void> {
  const { language } = i18next;
  const { jobId } = await invoke('papers.make', {
    dossier: dossierId,
    session: sessionId,
    sheets: [...sheets],
    languages: [isLang(language) ? language : 'en'],
    ...(clause === undefined ? {} : { clause }),
  });
  const job = await ended(jobId);
  if (job.state === 'failed' && job.error) throw new CallFailure(job.error);
  for (const file of job.files) await saveDownload(file);
}
