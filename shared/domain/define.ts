import { z } from 'zod';
import { type Fields, type MembersOf, value } from './fields.ts';
import type { RecordId } from './ids.ts';

/** Every record may be withdrawn; nothing is ever deleted (L7). The reason is the change's own. */
const common = { withdrawn: value(z.literal(true), { judgement: true }) } as const;

export interface RecordDefinition<T extends string = string, F extends Fields = Fields> {
  readonly type: T;
  readonly fields: F & typeof common;
  /** Letter of the short number people read (`D-014b`); absent where records carry no number. */
  readonly numbered?: string;
  /** The fields a judgement (position, withdrawal) looks at: their heads are what `seen` holds. */
  readonly judged: readonly string[];
}

export function defineRecord<const T extends string, const F extends Fields>(
  type: T,
  fields: F,
  options: { readonly numbered?: string; readonly judged?: readonly (keyof F & string)[] } = {},
): RecordDefinition<T, F> {
  return {
    type,
    fields: { ...fields, ...common },
    ...(options.numbered ? { numbered: options.numbered } : {}),
    judged: options.judged ?? Object.keys(fields),
  };
}

/** A record as people know it, inferred from its definition. */
export type RecordFrom<D extends RecordDefinition> = { readonly id: RecordId } & MembersOf<D['fields']>;
