/** Where things lie in the project, for the build scripts. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** What is built: never in git, replaced as a whole by each build. */
export const out = join(root, 'out');

/** Notes of the scripts to themselves; deleting it costs time and nothing else. */
export const cache = join(root, '.cache');
