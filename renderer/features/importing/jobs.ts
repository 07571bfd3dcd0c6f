/** Imports of this window by dossier: who leaves the screen and comes back finds the one that runs. */
const running = new Map<string, string>();

export const jobOf = (dossier: string): string | undefined => running.get(dossier);
export const keepJob = (dossier: string, jobId: string): void => void running.set(dossier, jobId);
export const forgetJob = (dossier: string): void => void running.delete(dossier);
