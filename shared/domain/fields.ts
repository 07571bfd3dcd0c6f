/**
 * The kinds of field a record may have, and how each becomes ledger fields.
 *
 * The ledger knows only flat fields with atomic values; conflicts are found per flat field (L3). A record's
 * shape says how its members are cut into such fields, so granularity is decided here and nowhere else:
 *
 * | kind       | member of the record            | ledger fields                          |
 * |------------|---------------------------------|----------------------------------------|
 * | value      | `area: 'TA1'`                   | `area`                                 |
 * | text       | `title: {ar: {text, status}}`   | `title.ar`, `title.en`, ...            |
 * | set        | `instruments: ['C087']`         | `instruments:C087` = true              |
 * | keyed      | `severity: {G: 3}`              | `severity.G`, ...                      |
 * | keyedText  | `areaLabels: {TA1: {ar: ...}}`  | `areaLabels.TA1.ar`                    |
 *
 * `null` clears a field; the composed record then leaves the member out.
 */
import { z } from 'zod';
import type { Json } from './json.ts';
import { isLang, LANGS, type Lang } from './languages.ts';

/** How far a text in one language has come: the original, a draft translation, a checked one, the official one. */
export const TEXT_STATUSES = ['original', 'draft', 'checked', 'official'] as const;
export type TextStatus = (typeof TEXT_STATUSES)[number];

export interface TextEntry {
  readonly text: string;
  readonly status: TextStatus;
}
export type Texts = { readonly [L in Lang]?: TextEntry };

/** Missing is coded, never blank and never zero. */
export const MISSING = ['not-asked', 'not-known', 'withheld'] as const;
export type Missing = (typeof MISSING)[number];
export interface MissingValue {
  readonly missing: Missing;
}
export const MissingValue = z.strictObject({ missing: z.enum(MISSING) });
export const isMissing = (value: unknown): value is MissingValue =>
  typeof value === 'object' && value !== null && 'missing' in value;

/** Either a value or the code that says why there is none. */
export const coded = <T extends z.ZodType>(schema: T) => z.union([schema, MissingValue]);

interface Marks {
  /** Only a salted digest enters the ledger; the value lies apart and can be erased (L10). */
  readonly personal?: boolean;
  /** A judgement on other fields: the change must say in `seen` which heads were judged (L7). */
  readonly judgement?: boolean;
  /** The record type this field names by id; a dangling id is a finding, never a reason to refuse. */
  readonly refersTo?: string;
}

export interface ValueField<T = unknown> extends Marks {
  readonly kind: 'value';
  readonly schema: z.ZodType<T>;
}
export interface TextField extends Marks {
  readonly kind: 'text';
  readonly max: number;
}
export interface SetField<T extends string = string> extends Marks {
  readonly kind: 'set';
  readonly element: z.ZodType<T>;
}
export interface KeyedField<K extends string = string, T = unknown> extends Marks {
  readonly kind: 'keyed';
  readonly key: z.ZodType<K>;
  readonly schema: z.ZodType<T>;
}
export interface KeyedTextField<K extends string = string> extends Marks {
  readonly kind: 'keyedText';
  readonly key: z.ZodType<K>;
  readonly max: number;
}
export type Field = ValueField | TextField | SetField | KeyedField | KeyedTextField;
export type Fields = { readonly [name: string]: Field };

export const value = <T>(schema: z.ZodType<T>, marks: Marks = {}): ValueField<T> => ({
  kind: 'value',
  schema,
  ...marks,
});
export const text = (max: number, marks: Marks = {}): TextField => ({ kind: 'text', max, ...marks });
export const set = <T extends string>(element: z.ZodType<T>, marks: Marks = {}): SetField<T> => ({
  kind: 'set',
  element,
  ...marks,
});
export const keyed = <K extends string, T>(
  key: z.ZodType<K>,
  schema: z.ZodType<T>,
  marks: Marks = {},
): KeyedField<K, T> => ({ kind: 'keyed', key, schema, ...marks });
export const keyedText = <K extends string>(key: z.ZodType<K>, max: number): KeyedTextField<K> => ({
  kind: 'keyedText',
  key,
  max,
});

type MemberOf<F> =
  F extends ValueField<infer T>
    ? T
    : F extends TextField
      ? Texts
      : F extends SetField<infer T>
        ? readonly T[]
        : F extends KeyedField<infer K, infer T>
          ? { readonly [P in K]?: T }
          : F extends KeyedTextField<infer K>
            ? { readonly [P in K]?: Texts }
            : never;

/** The members of a record as people know it; everything may be absent, since drafts are records too. */
export type MembersOf<F extends Fields> = { readonly [N in keyof F]?: MemberOf<F[N]> };

/** A flat ledger field taken apart. */
export interface FieldPath {
  readonly name: string;
  readonly key?: string;
  readonly lang?: Lang;
}

/** Exactly `text` and `status`. Written out: of all values these are the most and the longest. */
const textEntry = (max: number) =>
  z.custom<TextEntry>((input) => {
    if (typeof input !== 'object' || input === null || Object.keys(input).length !== 2) return false;
    const { text, status } = input as { readonly text?: unknown; readonly status?: unknown };
    return (
      typeof text === 'string' &&
      text.length >= 1 &&
      text.length <= max &&
      text.isWellFormed() &&
      TEXT_STATUSES.includes(status as TextStatus)
    );
  }, 'a text with its status');
const textEntrySchemas = new Map<number, z.ZodType<TextEntry>>();
function textSchema(max: number): z.ZodType<TextEntry> {
  let schema = textEntrySchemas.get(max);
  if (!schema) {
    schema = textEntry(max);
    textEntrySchemas.set(max, schema);
  }
  return schema;
}

/** `title.ar` -> {name: 'title', lang: 'ar'}; undefined where the record has no such field. */
export function parsePath(fields: Fields, flat: string): FieldPath | undefined {
  const cut = flat.search(/[.:]/);
  const name = cut < 0 ? flat : flat.slice(0, cut);
  if (!Object.hasOwn(fields, name)) return undefined;
  const field = fields[name] as Field;
  const rest = cut < 0 ? '' : flat.slice(cut + 1);
  const mark = cut < 0 ? '' : flat[cut];
  switch (field.kind) {
    case 'value':
      return cut < 0 ? { name } : undefined;
    case 'text':
      return mark === '.' && isLang(rest) ? { name, lang: rest } : undefined;
    case 'set':
      return mark === ':' && field.element.safeParse(rest).success ? { name, key: rest } : undefined;
    case 'keyed':
      return mark === '.' && field.key.safeParse(rest).success ? { name, key: rest } : undefined;
    case 'keyedText': {
      const dot = rest.lastIndexOf('.');
      const key = rest.slice(0, dot);
      const lang = rest.slice(dot + 1);
      return mark === '.' && dot > 0 && isLang(lang) && field.key.safeParse(key).success
        ? { name, key, lang }
        : undefined;
    }
  }
}

/** The schema of one flat field's value; `null` (cleared) is always allowed beside it. */
export function schemaOf(fields: Fields, path: FieldPath): z.ZodType {
  const field = fields[path.name] as Field;
  switch (field.kind) {
    case 'value':
    case 'keyed':
      return field.schema;
    case 'text':
    case 'keyedText':
      return textSchema(field.max);
    case 'set':
      return IN_THE_SET;
  }
}
const IN_THE_SET = z.literal(true);

const asTextEntry = (input: unknown): unknown =>
  typeof input === 'string' ? { text: input, status: 'original' } : input;

export interface Expansion {
  readonly flat: { readonly [field: string]: Json };
  /** Members that could not be read: where, and why in zod's words (for developers, not for people). */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const plain = (input: unknown): input is { readonly [key: string]: unknown } =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/**
 * Cuts members as people write them (the shape of `docs/format/`) into flat ledger fields and checks each.
 * A set given as an array replaces the whole set: `current` names its elements now, so that those left out
 * are cleared. Flat names (`title.ar`, `instruments:C087`) are accepted as they are.
 */
export function expandMembers(
  fields: Fields,
  members: { readonly [name: string]: unknown },
  current: (name: string) => readonly string[] = () => [],
): Expansion {
  const flat: { [field: string]: Json } = {};
  const problems: { path: string; message: string }[] = [];

  const put = (flatName: string, input: unknown): void => {
    const path = parsePath(fields, flatName);
    if (!path) {
      problems.push({ path: flatName, message: 'no such field' });
      return;
    }
    if (input === null || (path.lang !== undefined && input === '')) {
      flat[flatName] = null;
      return;
    }
    const read = schemaOf(fields, path).safeParse(path.lang !== undefined ? asTextEntry(input) : input);
    if (read.success) flat[flatName] = read.data as Json;
    else problems.push({ path: flatName, message: read.error.issues[0]?.message ?? 'invalid' });
  };
  const putTexts = (prefix: string, input: unknown): void => {
    if (input === null) for (const lang of LANGS) put(`${prefix}.${lang}`, null);
    else if (plain(input)) for (const [lang, entry] of Object.entries(input)) put(`${prefix}.${lang}`, entry);
    else problems.push({ path: prefix, message: 'expected one text for each language' });
  };

  for (const [name, input] of Object.entries(members)) {
    if (input === undefined) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || field.kind === 'value') put(name, input);
    else if (field.kind === 'text') putTexts(name, input);
    else if (field.kind === 'set') {
      if (!Array.isArray(input)) problems.push({ path: name, message: 'expected a list' });
      else {
        for (const element of input) put(`${name}:${String(element)}`, true);
        for (const element of current(name)) if (!input.includes(element)) flat[`${name}:${element}`] = null;
      }
    } else if (plain(input)) {
      for (const [key, inner] of Object.entries(input))
        if (field.kind === 'keyedText') putTexts(`${name}.${key}`, inner);
        else put(`${name}.${key}`, inner);
    } else problems.push({ path: name, message: 'expected an object' });
  }
  return { flat, problems };
}

/** Puts flat fields together again; elements of sets and keys come out sorted, so equal state is equal JSON. */
export function composeMembers(
  fields: Fields,
  flat: Iterable<readonly [string, Json]>,
): { [name: string]: Json } {
  const members: { [name: string]: Json } = {};
  const nested = (holder: { [name: string]: Json }, name: string): { [key: string]: Json } => {
    holder[name] ??= {};
    return holder[name] as { [key: string]: Json };
  };
  for (const [flatName, flatValue] of [...flat].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (flatValue === null) continue;
    const path = parsePath(fields, flatName);
    if (!path) continue;
    const field = fields[path.name] as Field;
    if (field.kind === 'value') members[path.name] = flatValue;
    else if (field.kind === 'set') {
      members[path.name] ??= [];
      (members[path.name] as Json[]).push(path.key as string);
    } else if (field.kind === 'keyedText')
      nested(nested(members, path.name), path.key as string)[path.lang as string] = flatValue;
    else nested(members, path.name)[(path.lang ?? path.key) as string] = flatValue;
  }
  return members;
}
