/** Merging four packages of 810 edits, against the two engines most like it. Turn by turn, medians. */
import { type Group, median } from '../figure.ts';
import { large } from '../scratch.ts';
import { type AutomergeMade, makeAutomerge, mergeAutomerge } from './automerge.ts';
import { flatRecords } from './engines.ts';
import { type Made, makePackages, mergeOurs } from './ours.ts';
import { EDITS, REPLICAS } from './workload.ts';
import { makeYjs, mergeYjs, type YjsMade } from './yjs.ts';

/** The first turn warms compilers (WebAssembly's above all) and does not count. */
const TURNS = 6;

interface Medians {
  readonly ours: number;
  readonly automerge: number;
  readonly yjs: number;
}

let found: Medians | undefined;

function compare(): Medians {
  const fixture = large();
  const made: Made = makePackages(fixture);
  const records = [...flatRecords(fixture.opened.db)];
  const yjs: YjsMade = makeYjs(records, made.edits);
  const automerge: AutomergeMade = makeAutomerge(records, made.edits);
  const times = { ours: [] as number[], automerge: [] as number[], yjs: [] as number[] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    const a = mergeOurs(made);
    const b = mergeYjs(yjs, made.base);
    const c = mergeAutomerge(automerge);
    // Withdrawals never meet each other's edits in the counts: all three must end with the same deficits.
    if (a.deficits !== b.deficits || a.deficits !== c.deficits)
      throw new Error(`the engines disagree: ${a.deficits}, ${b.deficits}, ${c.deficits} deficits`);
    if (turn === 0) continue;
    times.ours.push(a.milliseconds);
    times.yjs.push(b.milliseconds);
    times.automerge.push(c.milliseconds);
  }
  return { ours: median(times.ours), automerge: median(times.automerge), yjs: median(times.yjs) };
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
