/** One merge by one engine, in a process of its own that does nothing else: `turn.ts ENGINE FOLDER`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPLICAS } from './workload.ts';

export interface Turn {
  readonly milliseconds: number;
  /** Deficits that stand in the end: every engine must find the same number. */
  readonly deficits: number;
}

export const ENGINES = ['ours', 'yjs', 'automerge'] as const;
export type Engine = (typeof ENGINES)[number];

export const baseOf = (folder: string, engine: Engine): string => join(folder, `${engine}.base`);
export const packageOf = (folder: string, engine: Engine, replica: number): string =>
  join(folder, `${engine}.${replica}`);

async function turn(engine: Engine, folder: string): Promise<Turn> {
  const base = existsSync(baseOf(folder, engine)) ? readFileSync(baseOf(folder, engine)) : Buffer.alloc(0);
  const packages = Array.from({ length: REPLICAS }, (_, replica) =>
    readFileSync(packageOf(folder, engine, replica)),
  );
  const dossier = join(folder, 'base.hiwar');
  switch (engine) {
    case 'ours':
      return (await import('./ours.ts')).mergeOurs(dossier, packages, folder);
    case 'yjs':
      return (await import('./yjs.ts')).mergeYjs({ base, packages }, dossier, folder);
    case 'automerge':
      return (await import('./automerge.ts')).mergeAutomerge({ base, packages }, dossier, folder);
  }
}

const [, main, engine, folder] = process.argv;
if (main === import.meta.filename)
  process.stdout.write(JSON.stringify(await turn(engine as Engine, folder as string)));
