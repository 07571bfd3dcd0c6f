/**
 * Merging four packages of 810 edits, against the two engines most like it.
 *
 * Each turn is a process of its own, as a merge is in life: packages come once, after the dossier was opened, and
 * nobody merges the same ones six times over in one process. What each engine holds before (the open dossier, the
 * loaded document) is made ready before the clock starts.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type Group, median } from '../figure.ts';
import { large, scratchFolder } from '../scratch.ts';
import { makeAutomerge } from './automerge.ts';
import { flatRecords } from './engines.ts';
import { makePackages } from './ours.ts';
import { baseOf, ENGINES, type Engine, packageOf, type Turn } from './turn.ts';
import { EDITS, REPLICAS } from './workload.ts';
import { makeYjs } from './yjs.ts';

const TURNS = 7;

type Medians = Readonly<Record<Engine, number>>;

let found: Medians | undefined;

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

function compare(): Medians {
  const folder = scratchFolder();
  makeReady(folder);
  const program = new URL('turn.ts', import.meta.url).pathname;
  const times: Record<Engine, number[]> = { ours: [], yjs: [], automerge: [] };
  let standing: number | undefined;
  for (let count = 0; count < TURNS; count += 1)
    for (const engine of ENGINES) {
      const turn = JSON.parse(
        execFileSync(process.execPath, [program, engine, folder], { encoding: 'utf8' }),
      ) as Turn;
      // Withdrawals never meet each other's edits in the counts: all three must end with the same deficits.
      standing ??= turn.deficits;
      if (turn.deficits !== standing)
        throw new Error(`the engines disagree: ${turn.deficits} deficits by ${engine}, not ${standing}`);
      times[engine].push(turn.milliseconds);
    }
  if (process.env.VERBOSE) console.error(times);
  return { ours: median(times.ours), yjs: median(times.yjs), automerge: median(times.automerge) };
}

const medians = (): Medians => {
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
      measure: () => medians().automerge / medians().ours,
    },
    {
      name: `merge of ${REPLICAS} packages of ${EDITS} edits, checked and projected / Yjs with projection`,
      target: { atMost: 1 },
      unit: 'x',
      measure: () => medians().ours / medians().yjs,
    },
  ],
};
