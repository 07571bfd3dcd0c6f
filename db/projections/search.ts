import type { TextEntry } from '../../shared/domain/fields.ts';
import { indexText } from '../../shared/domain/search-text.ts';
import type { HeadsView } from '../ledger/heads-view.ts';
import { type Db, sql } from '../statements.ts';
import type { Touch } from './touch.ts';

/**
 * Which texts of a record are found by searching. No field marked personal is ever among them: what is not
 * in the index need not be scrubbed from it (L10).
 */
const INDEXED: {
  readonly [recordType: string]: { readonly title: readonly string[]; readonly body: readonly string[] };
} = {
  deficit: { title: ['number', 'title'], body: ['statement'] },
  strategy: { title: ['number', 'title'], body: ['objective'] },
  clause: { title: ['number'], body: ['body'] },
  action: { title: ['title'], body: ['responsible'] },
  organization: { title: ['name', 'acronym'], body: [] },
  comment: { title: [], body: ['body'] },
  statement: { title: [], body: ['body'] },
  point: { title: ['number'], body: ['body'] },
  agendaItem: { title: ['title'], body: [] },
};

export function projectSearch(db: Db, touch: Touch, view: HeadsView): void {
  const indexed = INDEXED[touch.recordType];
  if (!indexed) return;
  const { title, body } = indexed;
  const isAmong = (names: readonly string[], field: string): boolean => {
    const dot = field.indexOf('.');
    return names.includes(dot < 0 ? field : field.slice(0, dot));
  };
  if (!touch.fields.some((field) => isAmong(title, field) || isAmong(body, field))) return;
  const fields = [...view.fields].sort();
  const texts = (names: readonly string[]): string => {
    const found: string[] = [];
    for (const field of fields) {
      if (!isAmong(names, field)) continue;
      const value = view.value(field);
      const text = typeof value === 'string' ? value : ((value as unknown as TextEntry | null)?.text ?? '');
      if (text !== '') found.push(indexText(text));
    }
    return found.join(' ');
  };
  sql(db, 'INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?, ?, ?)').run(
    touch.record,
    texts(title),
    texts(body),
  );
}

/**
 * Whether the search index tidies itself while it is written. A merge writes much at once: tidied meanwhile, its words
 * would be written several times over. What is left to tidy is taken up by the writes that follow.
 */
export function tidySearchIndex(db: Db, tidying: boolean): void {
  // Setting it writes first what the index still holds in memory, under the setting that was. 4: the usual number
  // of segments that may stand side by side. As integers: FTS5 refuses what JavaScript calls a number.
  sql(db, "INSERT INTO search (search, rank) VALUES ('automerge', ?)").run(tidying ? 4n : 0n);
}
