/**
 * Exports of this window. They live outside the screen, so that leaving it neither stops nor hides them: who is
 * elsewhere when one ends is told by a toast.
 */
import { useSyncExternalStore } from 'react';
import type { HiwarEvent, Input, JobStatus } from '../../../shared/contract/index.ts';
import { invoke } from '../../app/calls.ts';
import { navigate, parseHash, paths } from '../../app/router.ts';
import { i18next } from '../../i18n/setup.ts';
import { bridge } from '../../platform/index.ts';
import { announce, showToast } from '../../ui/toasts.ts';

/** The latest job of each dossier. */
let latest: ReadonlyMap<string, JobStatus> = new Map();
const listeners = new Set<() => void>();
let isFollowing = false;

function keep(job: JobStatus): void {
  latest = new Map(latest).set(job.dossier, job);
  for (const listener of listeners) listener();
}

/** An answer that was under way may arrive after the event that ended the job: the end stands. */
function take(job: JobStatus): void {
  const known = latest.get(job.dossier);
  if (known?.jobId !== job.jobId || known.state !== 'running') return;
  keep(job);
  if (job.state !== 'running') tell(job);
}

function tell({ dossier, state }: JobStatus): void {
  const route = parseHash(location.hash);
  const isHere = route.screen === 'dossier' && route.section === 'export' && route.dossierId === dossier;
  if (isHere && state === 'done') announce(i18next.t('export:toast.done'));
  if (isHere || state === 'cancelled') return;
  showToast({
    tone: state === 'done' ? 'ok' : 'bad',
    text: state === 'done' ? i18next.t('export:toast.done') : i18next.t('export:toast.failed'),
    action: {
      label: i18next.t('export:toast.show'),
      run: () => navigate(paths.section(dossier, 'export')),
    },
  });
}

function follow(event: HiwarEvent): void {
  if (event.type === 'job') take(event.job);
  else if (event.type === 'command' && event.command === 'lost')
    for (const job of latest.values()) if (job.state === 'running') void refresh(job.jobId);
}

async function refresh(jobId: string): Promise<void> {
  take(await invoke('export.status', { jobId }));
}

/** Throws `CallFailure` where the export is refused. */
export async function startExport(input: Input<'export.start'>): Promise<void> {
  if (!isFollowing) bridge.subscribe(follow);
  isFollowing = true;
  const { jobId } = await invoke('export.start', input);
  keep({
    jobId,
    dossier: input.dossier,
    kind: 'export',
    state: 'running',
    step: 'start',
    done: 0,
    total: 1,
    files: [],
    error: null,
  });
  await refresh(jobId);
}

export const cancelExport = async (jobId: string): Promise<void> => {
  await invoke('export.cancel', { jobId });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLatestExport = (dossier: string): JobStatus | undefined =>
  useSyncExternalStore(subscribe, () => latest.get(dossier));
