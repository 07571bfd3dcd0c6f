/** What a level of attribution lets a session keep of a person. The only way from a person in the room to a record. */
import type { Attribution, Seat } from '../codes.ts';
import type { RecordId } from '../ids.ts';
import { SMALLEST_CELL } from './constants.ts';
import type { Cells, Person, Sex } from './types.ts';

/** From the loosest to the strictest. */
const LEVELS = ['named', 'organization', 'group', 'none'] as const satisfies readonly Attribution[];

/** The strictest of several levels; `group` where there is none at all. */
export function strictest(...levels: readonly (Attribution | undefined)[]): Attribution {
  const given = levels.filter((level) => level !== undefined);
  if (given.length === 0) return 'group';
  return LEVELS[Math.max(...given.map((level) => LEVELS.indexOf(level)))] as Attribution;
}

export const isLooser = (a: Attribution, than: Attribution): boolean =>
  LEVELS.indexOf(a) < LEVELS.indexOf(than);

/**
 * Whether a turn may keep the speaker's sex. Below `named` only where each sex that is present in the seat is so by
 * three people or more: a cell of one or two would name them. `cells` counts people present in that one seat.
 */
export function sexMayBeKept(level: Attribution, cells: Cells): boolean {
  if (level === 'named') return true;
  const filled = [cells.F, cells.M, cells.X].filter((count) => count > 0);
  return filled.length > 0 && filled.every((count) => count >= SMALLEST_CELL);
}

export type Keeps = 'turn' | 'presence' | 'point';
export interface Kept {
  readonly participant?: RecordId;
  readonly organization?: RecordId;
  readonly sex?: Sex;
  readonly seat?: Seat;
}

/**
 * The identifying fields of a person that a record made at this level may hold.
 *
 * A turn keeps the sex where its cell is large enough, a presence never below `named` (the first to arrive would be
 * singled out), a point never at all: with a turn of the same minute it would name somebody.
 */
export function kept(level: Attribution, person: Person, cells: Cells, what: Keeps): Kept {
  const isNamed = level === 'named';
  const mayHoldOrganization = isNamed || (what === 'point' && level === 'organization');
  const mayHoldSex = what === 'turn' ? sexMayBeKept(level, cells) : what === 'presence' && isNamed;
  return {
    ...(isNamed && person.participant ? { participant: person.participant as RecordId } : {}),
    ...(mayHoldOrganization && person.organization ? { organization: person.organization as RecordId } : {}),
    ...(mayHoldSex && person.sex ? { sex: person.sex } : {}),
    ...(what === 'point' && level !== 'none' ? { seat: person.seat } : {}),
  };
}

export const IDENTIFYING = ['participant', 'organization', 'sex', 'seat'] as const;
export type Identifying = (typeof IDENTIFYING)[number];

/**
 * Identifying fields that a record holds and that its session's level does not allow: those to erase. `from` is the
 * level it was made under; sex that was kept below `named` was kept by the rule of three and stays.
 */
export function excess(
  what: Keeps,
  record: { readonly [F in Identifying]?: unknown },
  level: Attribution,
  from: Attribution,
  cells: Cells = { F: 0, M: 0, X: 0 },
): readonly Identifying[] {
  const may = {
    participant: level === 'named',
    organization: level === 'named' || (what === 'point' && level === 'organization'),
    sex: level === 'named' || (what === 'turn' && (from !== 'named' || sexMayBeKept(level, cells))),
    // Of turns and presence the seat is no secret at any level.
    seat: what !== 'point' || level !== 'none',
  };
  return IDENTIFYING.filter((field) => record[field] !== undefined && !may[field]);
}
