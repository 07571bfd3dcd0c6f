/**
 * A keystroke in the search of the register, against what FTS5 alone needs to find the same rows.
 *
 * Raw is the barest that could fill the same screen: the number of hits, and the rows of the first fifty by number,
 * from the same index and the same table, with the match expression ready made. Ours is `register.window` as the
 * data thread answers it: input parsed, words normalised, hits that were withdrawn left out, rows made, and the
 * piece of the statement cut out that shows why each of them was found.
 */

import { requireMeta } from '../../db/meta.ts';
import { matchOf } from '../../db/queries/register.ts';
import { pluck, sql } from '../../db/statements.ts';
import { dispatch } from '../../electron/data-thread/dispatch.ts';
import type { Desk, OpenedDossier } from '../../electron/services/desk.ts';
import { createHandlers } from '../../electron/services/index.ts';
import { pick, randomFrom, WORDS } from '../fixtures/large.ts';
import { type Group, median } from './figure.ts';
import { large } from './scratch.ts';

const LIMIT = 50;
const TURNS = 60;
const WARM = 12;

/** What a person has typed after two, three and four letters of words of the fixture, Arabic and English in turn. */
function keystrokes(): string[] {
  const random = randomFrom(5);
  const long = (lang: 'ar' | 'en'): string => {
    const word = pick(random, WORDS[lang])
      .replace(/^ال/, '')
      .replace(/[^\p{L}]/gu, '');
    return word.length >= 4 ? word : long(lang);
  };
  return Array.from({ length: TURNS + WARM }, (_, turn) =>
    long(turn % 2 === 0 ? 'ar' : 'en').slice(0, 2 + (Math.floor(turn / 2) % 3)),
  );
}

async function keystroke(): Promise<number> {
  const { opened } = large();
  const { db } = opened;
  const dossier = requireMeta(db, 'dossier');
  const desk = { open: new Map([[dossier, { ...opened, id: dossier } as OpenedDossier]]) } as unknown as Desk;
  const handlers = createHandlers(desk);
  const count = pluck<number>(
    db,
    'SELECT count(*) FROM search JOIN deficit d ON d.record = search.rowid WHERE search MATCH ?',
  );
  const rows = sql<{ record: number }>(
    db,
    `SELECT d.* FROM search JOIN deficit d ON d.record = search.rowid WHERE search MATCH ?
     ORDER BY d.number LIMIT ${LIMIT}`,
  );
  const ours: number[] = [];
  const raw: number[] = [];
  for (const [turn, search] of keystrokes().entries()) {
    const match = matchOf(search);
    const from = performance.now();
    const answer = await dispatch(handlers, 'register.window', {
      dossier,
      lang: 'ar',
      filter: { search },
      sort: 'number',
      descending: false,
      offset: 0,
      limit: LIMIT,
    });
    const between = performance.now();
    const found = rows.all(match);
    count.get(match);
    const until = performance.now();
    if (!answer.ok) throw new Error(`register.window answered ${answer.error.code}`);
    const shown = (answer.value as { rows: readonly unknown[] }).rows.length;
    if (shown !== found.length) throw new Error(`${shown} rows, and ${found.length} by the raw query`);
    if (turn < WARM) continue;
    ours.push(between - from);
    raw.push(until - between);
  }
  return median(ours) / median(raw);
}

export const searchFigures: Group = {
  name: 'search',
  figures: [
    { name: 'search keystroke / raw FTS5 query', target: { atMost: 2 }, unit: 'x', measure: keystroke },
  ],
};
