/**
 * What has been stated without a round. A register may hold ten thousand deficits: their few fields are read in slices
 * that let other calls in, and only those that are shown are composed.
 */

import { composeRecord } from '../../../db/ledger/compose.ts';
import { childrenOf } from '../../../db/queries/record-view.ts';
import { keyedOf, type Standing, standingDeficits } from '../../../db/queries/stated.ts';
import type { Db } from '../../../db/statements.ts';
import type { Stated, StatedRow } from '../../../shared/contract/scoring.ts';
import { AREAS } from '../../../shared/domain/codes.ts';
import type { Deficit } from '../../../shared/domain/records/index.ts';
import { distanceOn, type Scale } from '../../../shared/domain/scales.ts';
import { heatOfStated } from '../../../shared/domain/scoring/grids.ts';
import { MOST_STATED, SIDES, type Side } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { breathe } from '../long-steps.ts';

/** Records between two looks at the clock, and how long the thread is kept before others are let in. */
const PAGE = 100;
const COMPOSED = 10;
const SLICE_MS = 25;

/** Lets others in; the dossier may be closed when they are done. */
async function pause(db: Db): Promise<void> {
  await breathe();
  if (!db.open) throw new Refusal('dossier.not-open');
}

/** Does `body` for runs of `items`, and pauses in between. */
async function inSlices<T>(
  db: Db,
  items: readonly T[],
  size: number,
  body: (run: readonly T[]) => void,
): Promise<void> {
  let until = performance.now() + SLICE_MS;
  for (let at = 0; at < items.length; at += size) {
    if (performance.now() > until) {
      await pause(db);
      until = performance.now() + SLICE_MS;
    }
    body(items.slice(at, at + size));
  }
}

type Read = Standing & Pick<StatedRow, 'severity'> & { readonly distance: number };

export async function statedOf(db: Db, by: Scale | 'any' = 'any'): Promise<Stated> {
  const standing = standingDeficits(db);
  const read: Read[] = [];
  await inSlices(db, standing, PAGE, (run) => {
    const stated = keyedOf(
      db,
      run.map(({ record }) => record),
      ['severity', 'prevalence', 'evidenceHeld'],
    );
    for (const each of run) {
      const { severity = {}, prevalence = {}, evidenceHeld = {} } = stated.get(each.record) ?? {};
      read.push({
        ...each,
        severity: severity as StatedRow['severity'],
        distance: distanceOn(by, { severity, prevalence, evidence: evidenceHeld }),
      });
    }
  });
  await pause(db);
  const cells = heatOfStated(read, AREAS);
  const first = read.sort((a, b) => b.distance - a.distance).slice(0, MOST_STATED);
  await pause(db);
  const rows: StatedRow[] = [];
  await inSlices(db, first, COMPOSED, (run) => {
    for (const { record } of run) {
      const composed = composeRecord(db, record);
      if (composed) rows.push(rowOf(db, composed.record as Deficit));
    }
  });
  return { deficits: standing.length, cells, rows };
}

function rowOf(db: Db, deficit: Deficit): StatedRow {
  const items = childrenOf(db, 'evidence', deficit.id);
  const standings = [...keyedOf(db, items, ['standing']).values()];
  const count = (value: 'agreed' | 'contested'): { readonly [C in Side]: number } => {
    const of = (side: Side): number => standings.filter(({ standing }) => standing[side] === value).length;
    return Object.fromEntries(SIDES.map((side) => [side, of(side)])) as { [C in Side]: number };
  };
  return {
    id: deficit.id,
    number: deficit.number ?? '',
    title: deficit.title ?? {},
    severity: deficit.severity ?? {},
    prevalence: deficit.prevalence ?? {},
    evidenceHeld: deficit.evidenceHeld ?? {},
    evidenceStrength: deficit.evidenceStrength ?? null,
    evidence: { items: items.length, agreed: count('agreed'), contested: count('contested') },
  };
}
