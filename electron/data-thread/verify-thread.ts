/** Entry of the verification thread: one dossier, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { verifyDossier } from '../../db/verify.ts';

const { file } = workerData as { file: string };
parentPort?.postMessage(verifyDossier(file));
