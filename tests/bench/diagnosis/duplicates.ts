/**
 * What is like one deficit among 10,000, against one FTS5 query of the same words.
 *
 * Raw is the barest that could name candidates: the same words, any of them, best thirty by bm25, from the same index.
 * Ours is `duplicates.suggest` as the data thread answers it: input parsed, the deficit read and its rarest words
 * found, that query, the texts of thirty candidates read from the ledger, taken apart and compared. Each deficit is
 * asked about once, so that neither meets an answer it gave before.
 */

import { findRecord } from '../../../db/ledger/store.ts';
import { requireMeta } from '../../../db/meta.ts';
import { anyOf, corpusOf, wordingsOf } from '../../../db/queries/duplicates.ts';
import { pluck } from '../../../db/statements.ts';
import { dispatch } from '../../../electron/data-thread/dispatch.ts';
import type { Desk, OpenedDossier } from '../../../electron/services/desk.ts';
import { askedWords } from '../../../electron/services/duplicates/suggest.ts';
import { createHandlers } from '../../../electron/services/index.ts';
import { type Figure, median } from '../figure.ts';
import { large } from '../scratch.ts';

const TURNS = 60;
const WARM = 20;

async function suggestion(): Promise<number> {
  const { opened, deficits } = large();
  const { db } = opened;
  const dossier = requireMeta(db, 'dossier');
  const desk = { open: new Map([[dossier, { ...opened, id: dossier } as OpenedDossier]]) } as unknown as Desk;
  const handlers = createHandlers(desk);
  const query = pluck<number>(
    db,
    'SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 2.0, 1.0) LIMIT 30',
  );
  const ours: number[] = [];
  const raw: number[] = [];
  for (let turn = 0; turn < TURNS + WARM; turn += 1) {
    const id = deficits[(turn * 97) % deficits.length] as string;
    const from = performance.now();
    const answer = await dispatch(handlers, 'duplicates.suggest', { dossier, id, limit: 10 });
    const between = performance.now();
    if (!answer.ok) throw new Error(`duplicates.suggest answered ${answer.error.code}`);
    const record = findRecord(db, 'deficit', id)?.n as number;
    const [wording] = wordingsOf(db, [record]);
    const match = anyOf(askedWords(wording as NonNullable<typeof wording>, corpusOf(db)));
    const start = performance.now();
    const found = query.all(match);
    const until = performance.now();
    if (found.length < 2) throw new Error('the raw query finds nothing to compare');
    if (turn < WARM) continue;
    ours.push(between - from);
    raw.push(until - start);
  }
  return median(ours) / median(raw);
}

export const figures: readonly Figure[] = [
  {
    name: 'duplicates of one deficit at 10,000 / one FTS5 query of the same words',
    target: { atMost: 3 },
    unit: 'x',
    measure: suggestion,
  },
];
