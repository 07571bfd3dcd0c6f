/**
 * What a table of a package is made of: each column says at once its type in the Data Package and its value
 * in the CSV, so the two cannot part. Missing values are written as their codes; an empty cell means that
 * nothing applies.
 */
import { CONSTITUENCIES, type Constituency } from '../../../shared/domain/codes.ts';
import type { Coded, EditionContent } from '../../../shared/domain/content.ts';
import { isMissing, type Texts } from '../../../shared/domain/fields.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { type CsvValue, toCsv } from '../csv.ts';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';

export interface Column<R> {
  readonly name: string;
  readonly type: FieldType;
  readonly description: string;
  readonly constraints?: { readonly [name: string]: unknown };
  readonly value: (row: R) => CsvValue;
}

export interface Reference {
  readonly fields: string;
  readonly resource: string;
}

export interface Table {
  readonly name: string;
  readonly title: string;
  readonly csv: string;
  readonly schema: { readonly [name: string]: unknown };
}

export const column = <R>(
  name: string,
  type: FieldType,
  description: string,
  value: (row: R) => CsvValue,
  constraints?: { readonly [name: string]: unknown },
): Column<R> => ({ name, type, description, value, ...(constraints ? { constraints } : {}) });

export function table<R>(
  name: string,
  title: string,
  rows: readonly R[],
  columns: readonly Column<R>[],
  keys: { readonly primaryKey?: readonly string[]; readonly references?: readonly Reference[] } = {},
): Table {
  return {
    name,
    title,
    csv: toCsv(
      columns.map((each) => each.name),
      rows.map((row) => columns.map((each) => each.value(row))),
    ),
    schema: {
      fields: columns.map(({ name: field, type, description, constraints }) => ({
        name: field,
        type,
        description,
        ...(constraints ? { constraints } : {}),
      })),
      missingValues: ['', 'not-asked', 'not-known', 'withheld'],
      ...(keys.primaryKey ? { primaryKey: keys.primaryKey } : {}),
      ...(keys.references
        ? {
            foreignKeys: keys.references.map(({ fields, resource }) => ({
              fields: [fields],
              reference: { resource, fields: ['id'] },
            })),
          }
        : {}),
    },
  };
}

export const coded = <T extends CsvValue>(value: Coded<T>): CsvValue =>
  isMissing(value) ? value.missing : (value as T);
export const list = (codes: readonly string[]): string => codes.join(';');

export const required = { required: true } as const;
export const key = { required: true, unique: true } as const;
export const oneOf = (...values: readonly string[]) => ({ enum: values });

export const id = <R extends { readonly id: string }>(): Column<R> =>
  column('id', 'string', 'Stable id of the record.', (row) => row.id, key);

/** `title_ar`, `title_en`, `title_fr`, `title_es`. */
export const texts = <R>(name: string, description: string, of: (row: R) => Texts | undefined): Column<R>[] =>
  LANGS.map((lang) =>
    column(
      `${name}_${lang}`,
      'string',
      `${description} Language: ${lang}.`,
      (row) => of(row)?.[lang]?.text ?? null,
    ),
  );

export const perConstituency = <R>(make: (constituency: Constituency) => readonly Column<R>[]): Column<R>[] =>
  CONSTITUENCIES.flatMap(make);

/** The records of this edition that ids may lead to: an id that leads nowhere is no key. */
export interface Known {
  readonly organizations: ReadonlySet<string>;
  readonly sessions: ReadonlySet<string>;
  readonly deficits: ReadonlySet<string>;
}
export const knownIn = (content: EditionContent): Known => ({
  organizations: new Set(content.organizations.map((each) => each.id)),
  sessions: new Set(content.sessions.map((each) => each.id)),
  deficits: new Set(content.deficits.map((each) => each.id)),
});
export const resolved = (known: ReadonlySet<string>, target: string | null): string | null =>
  target !== null && known.has(target) ? target : null;

export const session = <R extends { readonly session: string | null }>({ sessions }: Known): Column<R> =>
  column('session_id', 'string', 'Session in which it was dealt with.', (row) =>
    resolved(sessions, row.session),
  );
export const inSession: Reference = { fields: 'session_id', resource: 'sessions' };
