/** What the columns of a table become, as the person sets it, and what is still to be said before it can be checked. */
import type { ImportInspection } from '../../../shared/contract/index.ts';
import {
  type ColumnChoice,
  type Encoding,
  type ImportKind,
  JOINING,
  NEEDED,
  type Separator,
  type Target,
  TEXT_TARGETS,
} from '../../../shared/domain/import/constants.ts';
import type { Lang } from '../../../shared/domain/languages.ts';

/** How the file is read; what is not set is guessed. */
export interface Source {
  readonly uploadId: string;
  readonly sheet?: number;
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly headerRow?: number;
  readonly kind?: ImportKind;
}

export interface Mapping {
  readonly columns: readonly ColumnChoice[];
  readonly lang: Lang;
  /** The deficit of evidence that names none. */
  readonly deficit: string | undefined;
  readonly deficitLabel: string | undefined;
  readonly vintage: string | undefined;
  readonly ownCountry: boolean;
}

export const firstMapping = (seen: ImportInspection, today: string): Mapping => ({
  columns: seen.columns.map(({ target, lang }) => ({ target, lang })),
  lang: seen.lang,
  deficit: undefined,
  deficitLabel: undefined,
  vintage: seen.kind === 'deficits' ? undefined : today,
  ownCountry: true,
});

/** What is done with rows that are there already. */
export type Decision = 'skip' | 'import';

export const isText = (target: Target | null): boolean => target !== null && TEXT_TARGETS.includes(target);

export type Lack =
  | { readonly kind: 'needed' | 'twice'; readonly target: Target }
  | { readonly kind: 'deficit' };

/** Why the table cannot be checked yet; undefined where it can. */
export function lackOf(kind: ImportKind, mapping: Mapping): Lack | undefined {
  const places = new Set<string>();
  for (const { target, lang } of mapping.columns) {
    if (target === null || JOINING.includes(target)) continue;
    const place = isText(target) ? `${target} ${lang ?? mapping.lang}` : target;
    if (places.has(place)) return { kind: 'twice', target };
    places.add(place);
  }
  const has = (name: Target): boolean => mapping.columns.some(({ target }) => target === name);
  const needed = NEEDED[kind].find((target) => !has(target));
  if (needed) return { kind: 'needed', target: needed };
  return kind === 'evidence' && !has('deficit') && mapping.deficit === undefined
    ? { kind: 'deficit' }
    : undefined;
}

/** `A`, `Z`, `AA`: the letters spreadsheets give to columns, from 0. */
export function letterOf(column: number): string {
  let letters = '';
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}
