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
};

export function projectSearch(db: Db, touch: Touch, view: HeadsView): void {
  const indexed = INDEXED[touch.recordType];
  if (!indexed) return;
  const nameOf = (field: string): string => field.split('.', 1)[0] as string;
  const all = [...indexed.title, ...indexed.body];
  if (!touch.fields.some((field) => all.includes(nameOf(field)))) return;
  const texts = (names: readonly string[]): string =>
    view.fields
      .filter((field) => names.includes(nameOf(field)))
      .sort()
      .map((field) => {
        const value = view.value(field);
        return typeof value === 'string' ? value : ((value as unknown as TextEntry | null)?.text ?? '');
      })
      .filter((text) => text !== '')
      .map(indexText)
      .join(' ');
  sql(db, 'INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?, ?, ?)').run(
    touch.record,
    texts(indexed.title),
    texts(indexed.body),
  );
}
