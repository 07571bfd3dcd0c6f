/** The owner's side of the export thread: starts it, follows it, ends it when cancelled. */
import { err } from '../../shared/errors.ts';
import type { ExportRunner } from '../services/desk.ts';

export const runExport: ExportRunner = async () => err('job.failed');
