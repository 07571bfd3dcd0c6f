/** Files under way. Outside the screens, so that leaving one neither stops nor hides them. */
import { useSyncExternalStore } from 'react';
import type { Input, JobStatus } from '../../../shared/contract/index.ts';
import { invoke, useCall } from '../../app/calls.ts';

/** The latest job of each set of minutes and of the papers of each session. */
let latest: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

function keep(key: string, jobId: string): void {
  latest = new Map(latest).set(key, jobId);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Follows a job that was started elsewhere under a key of its own. Throws what its start throws. */
export async function followJob(key: string, started: Promise<{ readonly jobId: string }>): Promise<void> {
  keep(key, (await started).jobId);
}

/** Throws `CallFailure` where it is refused. */
export async function startMinutes(input: Input<'minutes.make'>): Promise<void> {
  keep(input.minutes, (await invoke('minutes.make', input)).jobId);
}

/** Throws `CallFailure` where it is refused. */
export async function startPapers(input: Input<'papers.make'>): Promise<void> {
  keep(input.session, (await invoke('papers.make', input)).jobId);
}

/** Events of jobs are put under this call, so that it follows by itself. */
export function useJob(key: string): JobStatus | undefined {
  const jobId = useSyncExternalStore(subscribe, () => latest.get(key));
  const { data } = useCall('export.status', { jobId: jobId ?? '' }, { enabled: jobId !== undefined });
  return jobId === undefined ? undefined : data;
}
