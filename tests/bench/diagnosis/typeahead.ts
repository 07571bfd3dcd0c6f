/**
 * A keystroke in the field of a codelist, against what FTS5 alone needs to find the same codes.
 *
 * Raw is the barest there is: a prepared prefix query over the same words in memory, its expression ready made, its
 * prefixes indexed, unranked. Ours is what the page does: what was typed normalised, words looked up in four
 * languages, codes ranked, and their options picked.
 */
import Database from 'better-sqlite3';
import { LANGS } from '../../../shared/domain/languages.ts';
import { indexText, normaliseForSearch } from '../../../shared/domain/search-text.ts';
import { makeTypeahead } from '../../../shared/domain/typeahead.ts';
import { anyCodelist } from '../../../shared/reference/all.ts';
import { pick, randomFrom } from '../../fixtures/large.ts';
import { type Figure, ratioOf } from '../figure.ts';

const SHOWN = 80;
const TURNS = 2000;

function keystroke(): number {
  const items = [...anyCodelist('instruments').items, ...anyCodelist('sdg').items];
  const entries = items.map(({ id, labels }) => ({
    id,
    label: labels.ar,
    also: LANGS.filter((lang) => lang !== 'ar').map((lang) => labels[lang]),
  }));
  const typeahead = makeTypeahead(entries);
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE code USING fts5(words, content='', prefix='2 3 4')");
  const insert = db.prepare('INSERT INTO code(rowid, words) VALUES (?, ?)');
  for (const [at, { id, labels }] of items.entries())
    insert.run(at, indexText(`${id} ${LANGS.map((lang) => labels[lang]).join(' ')}`));
  const raw = db
    .prepare<[string], number>(`SELECT rowid FROM code WHERE code MATCH ? LIMIT ${SHOWN}`)
    .pluck();

  // What has been typed after two, three and four letters of words of the lists, in turn through the languages.
  const random = randomFrom(7);
  const typed = Array.from({ length: TURNS }, (_, turn) => {
    for (;;) {
      const lang = LANGS[turn % LANGS.length] as (typeof LANGS)[number];
      const word = pick(random, pick(random, items).labels[lang].match(/\p{L}{5,}/gu) ?? ['']).replace(
        /^ال/,
        '',
      );
      if (word.length >= 4) return word.slice(0, 2 + (Math.floor(turn / 4) % 3));
    }
  });
  const matches = typed.map((each) => `"${normaliseForSearch(each)}"*`);
  let ours = 0;
  let theirs = 0;
  const { ratio } = ratioOf(
    TURNS - 400,
    (turn) => {
      ours += typeahead.find(typed[turn] as string, SHOWN).map((at) => entries[at]).length;
    },
    (turn) => {
      theirs += raw.all(matches[turn] as string).length;
    },
  );
  db.close();
  if (ours < theirs) throw new Error(`${ours} codes, and ${theirs} by the raw query`);
  return ratio;
}

export const figures: readonly Figure[] = [
  { name: 'typeahead keystroke over raw prefix query', target: { atMost: 2 }, unit: 'x', measure: keystroke },
];
