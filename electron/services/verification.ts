/** Rows first, proof behind: the check runs in a thread of its own while the register is already shown. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Verified } from '../../db/verify.ts';
import type { Desk, OpenedDossier } from './desk.ts';

/** Megabytes of script memory: it reads row by row, and what it takes is missing elsewhere. */
const LIMITS = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 128 } as const;

export function startVerification(desk: Desk, opened: OpenedDossier): void {
  const entry = join(desk.outFolder, 'verify-thread', 'index.js');
  if (!existsSync(entry)) throw new Error('the verification program is missing from the build');
  const worker = new Worker(entry, { workerData: { file: opened.file }, resourceLimits: LIMITS });
  const finish = (verified: Verified): void => {
    if (desk.open.get(opened.id) !== opened) return;
    const [problem] = verified.problems;
    opened.verification = problem ? 'failed' : 'ok';
    opened.damage = problem?.code ?? null;
    desk.emit({ type: 'verification', dossier: opened.id, state: opened.verification, code: opened.damage });
  };
  worker.once('message', finish);
  worker.once('error', () => finish({ changes: 0, problems: [{ code: 'file.corrupt' }] }));
  opened.cancelVerification = () => {
    worker.removeAllListeners('message');
    worker.removeAllListeners('error');
    worker.on('error', () => {});
    void worker.terminate();
  };
}
