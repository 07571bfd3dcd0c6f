/**
 * Which level of confidentiality lets a record into which edition, and how far it names who spoke.
 *
 * | level            | attribution at most | public       | restricted   | internal     |
 * |------------------|---------------------|--------------|--------------|--------------|
 * | public           | named               | yes          | yes          | yes          |
 * | attributed-group | group               | yes          | yes          | yes          |
 * | chatham-house    | none                | content only | content only | content only |
 * | secretariat      | group               | no           | yes          | yes          |
 * | embargoed        | group               | once released| yes          | yes          |
 * | participants     | as the session      | no           | no           | yes          |
 * | group-internal   | –                   | no           | no           | no           |
 *
 * The position of a constituency is its own act, read back to it in the room, and not a speaker's statement:
 * "content only" takes away organizations, spokespersons and whose comment it was, never a position or its
 * reservation. A record without a level is treated as `participants`: deny by default.
 */
import type { Confidentiality } from './codes.ts';
import type { Edition } from './content.ts';

export type Attributed = 'named' | 'group' | 'none';

export const LEVELS: {
  readonly [L in Confidentiality]: {
    readonly attribution: Attributed;
    readonly in: readonly Edition[];
    readonly embargoed?: true;
  };
} = {
  public: { attribution: 'named', in: ['public', 'restricted', 'internal'] },
  'attributed-group': { attribution: 'group', in: ['public', 'restricted', 'internal'] },
  'chatham-house': { attribution: 'none', in: ['public', 'restricted', 'internal'] },
  secretariat: { attribution: 'group', in: ['restricted', 'internal'] },
  embargoed: { attribution: 'group', in: ['public', 'restricted', 'internal'], embargoed: true },
  participants: { attribution: 'group', in: ['internal'] },
  'group-internal': { attribution: 'none', in: [] },
};

export interface Levelled {
  readonly confidentiality: Confidentiality;
  readonly released: string | null;
}

/** Whether an edition holds a record of this level. */
export function holds(edition: Edition, { confidentiality, released }: Levelled): boolean {
  const level = LEVELS[confidentiality];
  if (!level.in.includes(edition)) return false;
  return !level.embargoed || edition === 'internal' || released !== null || edition === 'restricted';
}

const NAMING: readonly Attributed[] = ['none', 'group', 'named'];
const EDITIONS = ['public', 'restricted', 'internal'] as const satisfies readonly Edition[];

/** Whether a record of level `to` is in an edition that had not one of `from`, or names more of who spoke. */
export const isMoreOpen = (from: Levelled, to: Levelled): boolean =>
  EDITIONS.some((edition) => holds(edition, to) && !holds(edition, from)) ||
  NAMING.indexOf(LEVELS[to.confidentiality].attribution) >
    NAMING.indexOf(LEVELS[from.confidentiality].attribution);
