import { LANGS, type Lang } from '../domain/languages.ts';

/** One code with its label in every language, never empty. */
export interface CodelistItem {
  readonly id: string;
  /** The code above it in the same list. */
  readonly parent?: string;
  readonly labels: Readonly<Record<Lang, string>>;
  /** Languages in which the source has no label: the English one stands in. Absent where there is none. */
  readonly untranslated?: readonly Lang[];
  /** What the code means, where its label alone could mislead. */
  readonly help?: Readonly<Record<Lang, string>>;
}

/** A versioned list of codes. `source` and `notes` say where it comes from and what is doubtful in it. */
export interface Codelist<I extends CodelistItem = CodelistItem> {
  readonly id: string;
  readonly version: string;
  readonly source: unknown;
  readonly notes: readonly string[];
  readonly items: readonly I[];
}

type RawLabels = { readonly [L in Lang]: string | null };
/** A codelist as its JSON file holds it: a label is null where the source has none. */
export interface RawCodelist {
  readonly id: string;
  readonly version: string;
  readonly source: unknown;
  readonly notes?: readonly string[];
  readonly items: readonly { readonly id: string; readonly labels: RawLabels }[];
}

const indexes = new WeakMap<Codelist, ReadonlyMap<string, CodelistItem>>();

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}

function complete(labels: RawLabels, id: string): Pick<CodelistItem, 'labels' | 'untranslated'> {
  const untranslated = LANGS.filter((lang) => !labels[lang]);
  const whole = Object.fromEntries(LANGS.map((lang) => [lang, labels[lang] || labels.en || id]));
  return { labels: whole as Record<Lang, string>, ...(untranslated.length > 0 ? { untranslated } : {}) };
}

/** Fills the gaps of a raw list with English and freezes it. The JSON is ours: its other members are taken as `I` says. */
export function makeCodelist<I extends CodelistItem = CodelistItem>(raw: RawCodelist): Codelist<I> {
  return freeze({
    id: raw.id,
    version: raw.version,
    source: raw.source,
    notes: raw.notes ?? [],
    items: raw.items.map((item) => ({ ...item, ...complete(item.labels, item.id) })) as unknown as I[],
  });
}

function indexOf<I extends CodelistItem>(list: Codelist<I>): ReadonlyMap<string, I> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.items.map((item) => [item.id, item]));
    indexes.set(list, index);
  }
  return index as ReadonlyMap<string, I>;
}

export const itemIn = <I extends CodelistItem>(list: Codelist<I>, id: string): I | undefined =>
  indexOf(list).get(id);

export const hasCode = (list: Codelist, id: string): boolean => indexOf(list).has(id);

/** The label for a reader; the code itself where the list does not know it (a national addition). */
export const labelIn = (list: Codelist, id: string, lang: Lang): string =>
  itemIn(list, id)?.labels[lang] ?? id;

/** The codes directly under `parent`, or the top ones, in the order of the list. */
export const childrenIn = <I extends CodelistItem>(list: Codelist<I>, parent?: string): readonly I[] =>
  list.items.filter((item) => item.parent === parent);
