/**
 * Whether what came from elsewhere has the shape of a change (L1), member by member.
 *
 * Written out and not composed of schemas, since a merge asks it of every change of every package; the values within
 * `set` are left to the schemas of their fields.
 */
import { z } from 'zod';
import { type Change, LIMITS, Section } from './change.ts';

type Check = (value: unknown) => string | undefined;

const text =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? undefined : '';
const count: Check = (value) => (Number.isSafeInteger(value) && (value as number) >= 1 ? undefined : '');

const UUID = z.regexes.uuid();
const uuid: Check = (value) =>
  typeof value === 'string' && value === value.toLowerCase() && UUID.test(value) ? undefined : '';

const CHANGE_ID = /^[0-9a-f]{64}$/;
const changeIds: Check = (value) => {
  if (!Array.isArray(value) || value.length > LIMITS.superseded) return '';
  const at = value.findIndex((id) => typeof id !== 'string' || !CHANGE_ID.test(id));
  return at < 0 ? undefined : `.${at}`;
};

/** Every member that is there has a flat field's name and holds what `check` asks. */
const members =
  (check: Check): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
    for (const field of Object.keys(value)) {
      const found =
        field.length < 1 || field.length > 120 ? '' : check((value as { [field: string]: unknown })[field]);
      if (found !== undefined) return `.${field}${found}`;
    }
    return undefined;
  };

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);

/** As `IsoInstant`. */
const INSTANT = z.regexes.datetime({ precision: 3 });

const SHAPE: { readonly [member in keyof Required<Change>]: Check } = {
  id: text(CHANGE_ID),
  section: (value) => (value === 'main' || Section.safeParse(value).success ? undefined : ''),
  seq: count,
  group: uuid,
  recordType: text(/^[\s\S]{1,40}$/),
  recordId: uuid,
  set: members(() => undefined),
  supersedes: members(changeIds),
  seen: optional(changeIds),
  author: uuid,
  device: uuid,
  clock: count,
  at: text(INSTANT),
  reason: optional(
    (value) => text(/^[\s\S]+$/)(value) ?? ((value as string).length <= LIMITS.reason ? undefined : ''),
  ),
};
const ENTRIES = Object.entries(SHAPE) as readonly (readonly [keyof Change, Check])[];

/** The path of the first member that is wrong, empty where the whole is; undefined where all is well. */
export function malformedAt(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return '';
  const change = input as { readonly [member: string]: unknown };
  if (Object.keys(change).some((member) => !Object.hasOwn(SHAPE, member))) return '';
  for (const [member, check] of ENTRIES) {
    const found = check(change[member]);
    if (found !== undefined) return `${member}${found}`;
  }
  return undefined;
}
