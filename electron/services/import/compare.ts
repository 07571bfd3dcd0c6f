/** What the dossier holds already, as an import compares with it. */
import { type KnownDeficit, knownDeficits, membersOf } from '../../../db/queries/import.ts';
import type { Db } from '../../../db/statements.ts';
import { sameText } from '../../../shared/domain/import/code-book.ts';
import { evidenceKey } from '../../../shared/domain/import/read-evidence.ts';
import type { Named } from '../../../shared/domain/import/row.ts';
import { shortNumber } from '../../../shared/domain/import/values.ts';
import { LANGS } from '../../../shared/domain/languages.ts';

export interface Deficits {
  readonly all: readonly KnownDeficit[];
  readonly byNumber: ReadonlyMap<string, Named>;
  readonly byTitle: ReadonlyMap<string, Named | 'many'>;
  find(text: string): Named | 'many' | undefined;
}

export function deficitsOf(db: Db): Deficits {
  const all = knownDeficits(db);
  const byNumber = new Map<string, Named>();
  const byTitle = new Map<string, Named | 'many'>();
  for (const { id, number, titles } of all) {
    const named = { id, number };
    byNumber.set(number, named);
    for (const title of new Set(LANGS.map((lang) => sameText(titles[lang] ?? ''))))
      if (title !== '') byTitle.set(title, byTitle.has(title) ? 'many' : named);
  }
  const find = (text: string): Named | 'many' | undefined => {
    const short = shortNumber(text);
    return (short === undefined ? undefined : byNumber.get(short)) ?? byTitle.get(sameText(text));
  };
  return { all, byNumber, byTitle, find };
}

const EVIDENCE = [
  'deficit',
  'indicator',
  'refArea',
  'sex',
  'classification',
  'year',
  'unit',
  'date',
  ...LANGS.map((lang) => `source.${lang}`),
];

export const evidenceKeys = (db: Db): Set<string> =>
  new Set([...membersOf(db, 'evidence', EVIDENCE).values()].map(evidenceKey));

/** Instruments of each deficit, and deficits for which an instrument is there as a norm. */
export function normsOf(db: Db): {
  readonly named: ReadonlyMap<string, readonly string[]>;
  readonly there: ReadonlySet<string>;
} {
  const named = new Map<string, string[]>();
  for (const [id, members] of membersOf(db, 'deficit', ['instruments:']))
    for (const field of Object.keys(members)) {
      const code = field.slice('instruments:'.length);
      named.set(code, [...(named.get(code) ?? []), id]);
    }
  const there = new Set<string>();
  for (const { deficit, instrument, kind } of membersOf(db, 'norm', [
    'deficit',
    'instrument',
    'kind',
  ]).values())
    if (kind === 'instrument' && deficit && instrument) {
      there.add(normKey(String(deficit), String(instrument)));
      // A norm names its instrument for the deficit as much as its list of codes does.
      const holders = named.get(String(instrument)) ?? [];
      if (!holders.includes(String(deficit))) named.set(String(instrument), [...holders, String(deficit)]);
    }
  return { named, there };
}
export const normKey = (deficit: string, instrument: string): string => `${deficit} ${instrument}`;
