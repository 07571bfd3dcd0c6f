/** What durability with history costs, against the barest durable write to the same file. */

import { append } from '../../db/ledger/append.ts';
import { findRecord } from '../../db/ledger/store.ts';
import { inLedger } from '../../db/ledger/transaction.ts';
import type { Json } from '../../shared/domain/json.ts';
import { indexText } from '../../shared/domain/search-text.ts';
import type { Large } from '../fixtures/large.ts';
import { pick, randomFrom, textOf } from '../fixtures/large.ts';
import { type Group, median, ratioOf, timed } from './figure.ts';
import { large } from './scratch.ts';

const edit = ({ opened, acting }: Large, id: string, set: { [field: string]: Json }): void => {
  inLedger(opened.db, () =>
    append(opened.db, acting, [{ recordType: 'deficit', recordId: id as never, set, intent: 'edit' }]),
  );
};

function scalar(): number {
  const it = large();
  const random = randomFrom(1);
  const raw = it.opened.db.prepare('UPDATE deficit SET severity_g = ? WHERE record = ?');
  const records = it.deficits.map((id) => findRecord(it.opened.db, 'deficit', id)?.n as number);
  return ratioOf(
    400,
    (turn) =>
      edit(it, pick(random, it.deficits), { 'severity.E': { missing: turn % 2 ? 'withheld' : 'not-known' } }),
    (turn) => raw.run(turn % 4, pick(random, records)),
  ).ratio;
}

function text(): number {
  const it = large();
  const { db } = it.opened;
  const random = randomFrom(2);
  db.exec(`CREATE TABLE bench_raw (record INTEGER PRIMARY KEY, statement TEXT);
    CREATE VIRTUAL TABLE bench_search USING fts5 (title, body, content = '', contentless_delete = 1, detail = column,
      tokenize = 'unicode61 remove_diacritics 0');`);
  const records = it.deficits.map((id) => findRecord(db, 'deficit', id)?.n as number);
  const insertRow = db.prepare('INSERT INTO bench_raw VALUES (?, ?)');
  const insertWords = db.prepare('INSERT OR REPLACE INTO bench_search (rowid, title, body) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const record of records) {
      const arabic = textOf(random, 'ar', 600);
      insertRow.run(record, arabic);
      insertWords.run(record, textOf(random, 'ar', 120), indexText(`${arabic} ${textOf(random, 'en', 600)}`));
    }
  })();
  const update = db.prepare('UPDATE bench_raw SET statement = ? WHERE record = ?');
  const texts = Array.from({ length: 900 }, () => ({
    plain: textOf(random, 'ar', 600),
    title: indexText(textOf(random, 'ar', 120)),
    words: indexText(`${textOf(random, 'ar', 600)} ${textOf(random, 'en', 600)}`),
  }));
  const { ratio } = ratioOf(
    400,
    (turn) =>
      edit(it, pick(random, it.deficits), {
        'statement.ar': { text: texts[turn]?.plain ?? '', status: 'original' },
      }),
    (turn) => {
      const record = pick(random, records);
      const next = texts[turn];
      db.transaction(() => {
        update.run(next?.plain, record);
        insertWords.run(record, next?.title, next?.words);
      }).immediate();
    },
  );
  db.exec('DROP TABLE bench_raw; DROP TABLE bench_search;');
  return ratio;
}

/** The same edit in a hundred times as many deficits, both files open at once, turn by turn. */
function scale(): number {
  const small = large({ deficits: 1000 });
  const huge = large({ deficits: 100_000 });
  const random = randomFrom(3);
  const times: { small: number[]; huge: number[] } = { small: [], huge: [] };
  for (let turn = 0; turn < 320; turn += 1) {
    const set = (): { [field: string]: Json } => ({ 'severity.W': 1 + (turn % 4) });
    const a = timed(() => edit(small, pick(random, small.deficits), set()));
    const b = timed(() => edit(huge, pick(random, huge.deficits), set()));
    if (turn >= 20) {
      times.small.push(a);
      times.huge.push(b);
    }
  }
  return median(times.huge) / median(times.small);
}

export const editFigures: Group = {
  name: 'edit',
  figures: [
    {
      name: 'durable edit of a scalar field / raw UPDATE',
      target: { atMost: 2.5 },
      unit: 'x',
      measure: scalar,
    },
    {
      name: 'durable edit of a text field / raw UPDATE and FTS5 write',
      target: { atMost: 2.5 },
      unit: 'x',
      measure: text,
    },
    { name: 'edit at 100,000 deficits / at 1,000', target: { atMost: 1.5 }, unit: 'x', measure: scale },
  ],
};
