/**
 * Merging four packages of 810 edits, against the two engines most like it.
 *
 * Each turn is a process of its own, as a merge is in life: packages come once, after the dossier was opened, and
 * nobody merges the same ones six times over in one process. What each engine holds before (the open dossier, the
 * loaded document) is made ready before the clock starts.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Group, median } from '../figure.ts';
import { large, scratchFolder } from '../scratch.ts';
import { makeAutomerge } from './automerge.ts';
import { flatRecords } from './engines.ts';
import { makePackages } from './ours.ts';
import { baseOf, ENGINES, type Engine, packageOf, type Turn } from './turn.ts';
import { EDITS, REPLICAS } from './workload.ts';
import { makeYjs } from './yjs.ts';

/** The first brings programs and files into the system's memory, and does not count. */
const TURNS = 8;

/** Medians over the turns of how much longer the others took, or less. */
interface Compared {
  readonly toAutomerge: number;
  readonly toYjs: number;
}

let found: Compared | undefined;

function makeReady(folder: string): void {
  const fixture = large();
  const ours = makePackages(fixture);
  const records = [...flatRecords(fixture.opened.db)];
  const made = { ours, yjs: makeYjs(records, ours.edits), automerge: makeAutomerge(records, ours.edits) };
  for (const engine of ENGINES)
    for (const [replica, bytes] of made[engine].packages.entries())
      writeFileSync(packageOf(folder, engine, replica), bytes);
  writeFileSync(baseOf(folder, 'yjs'), made.yjs.base);
  writeFileSync(baseOf(folder, 'automerge'), made.automerge.base);
}

function compare(): Compared {
  const folder = scratchFolder();
  makeReady(folder);
  const program = fileURLToPath(new URL('turn.ts', import.meta.url));
  const ratios: Record<keyof Compared, number[]> = { toAutomerge: [], toYjs: [] };
  let standing: number | undefined;
  for (let count = 0; count < TURNS; count += 1) {
    const took = {} as Record<Engine, number>;
    for (const engine of ENGINES) {
      const turn = JSON.parse(
        execFileSync(process.execPath, [program, engine, folder], { encoding: 'utf8' }),
      ) as Turn;
      // Withdrawals never meet each other's edits in the counts: all three must end with the same deficits.
      standing ??= turn.deficits;
      if (turn.deficits !== standing)
        throw new Error(`the engines disagree: ${turn.deficits} deficits by ${engine}, not ${standing}`);
      took[engine] = turn.milliseconds;
    }
    if (count === 0) continue;
    ratios.toAutomerge.push(took.automerge / took.ours);
    ratios.toYjs.push(took.ours / took.yjs);
  }
  return { toAutomerge: median(ratios.toAutomerge), toYjs: median(ratios.toYjs) };
}

const compared = (): Compared => {
  found ??= compare();
  return found;
};

export const mergeFigures: Group = {
  name: 'merge',
  figures: [
    {
      name: `Automerge / merge of ${REPLICAS} packages of ${EDITS} edits, checked and projected`,
      target: { atLeast: 5 },
      unit: 'x',
      measure: () => compared().toAutomerge,
    },
    {
      name: `merge of ${REPLICAS} packages of ${EDITS} edits, checked and projected / Yjs with projection`,
      target: { atMost: 1 },
      unit: 'x',
      measure: () => compared().toYjs,
    },
  ],
};
