/** What an edition says was decided: positions with their reservations, outcomes, and whether all of it stands. */
import { CONSTITUENCIES, type Confidentiality, type Constituency } from './codes.ts';
import type {
  ContentClause,
  Decided,
  Edition,
  OrganizationStance,
  StatedPosition,
  StatedPositions,
} from './content.ts';
import type { Texts } from './fields.ts';
import { type Attributed, LEVELS } from './levels.ts';
import { type DecisionRule, isAgreed, outcomeOf, type Position, type Positions } from './position.ts';
import type { RecordType } from './records/index.ts';
import type { Composed } from './snapshot.ts';

/** A stance cannot be stated without its reservation: the type has no such shape. */
function stance(position: Pick<Position, 'value' | 'reservation'>) {
  if (position.value === 'agree-with-reservation') {
    if (!position.reservation) throw new Error('a position parted from its reservation');
    return { value: position.value, reservation: position.reservation as Texts };
  }
  if (position.value === 'does-not-agree' || position.value === 'divided' || position.value === 'no-position')
    return position.reservation
      ? { value: position.value, reservation: position.reservation as Texts }
      : { value: position.value };
  return { value: position.value };
}

function state(
  position: Position | undefined,
  changedSince: boolean,
  others: readonly Position[],
  attribution: Attributed,
): StatedPosition {
  const stated = position ?? { value: 'not-requested' as const };
  return {
    ...stance(stated),
    ...(position?.mandate ? { mandate: position.mandate } : {}),
    ...(position?.readBackAt ? { readBackAt: position.readBackAt } : {}),
    ...(position?.silent ? { silent: true as const } : {}),
    organizations: (position?.organizations ?? []).map(
      (each): OrganizationStance => ({
        ...stance(each),
        organization: attribution === 'named' ? each.organization : null,
      }),
    ),
    changedSince,
    contested: others.map(stance),
  };
}

interface Decidable {
  readonly confidentiality?: Confidentiality;
  readonly position?: Positions;
  readonly spokesperson?: { readonly [C in Constituency]?: string };
  readonly state: Composed<RecordType>['state'];
}

export function decide(record: Decidable, edition: Edition, rule: DecisionRule | undefined): Decided {
  const { attribution } = LEVELS[record.confidentiality ?? 'participants'];
  const one = (constituency: Constituency): StatedPosition =>
    state(
      record.position?.[constituency],
      record.state.changedSince.includes(constituency),
      record.state.otherPositions[constituency] ?? [],
      attribution,
    );
  const positions: StatedPositions = { G: one('G'), E: one('E'), W: one('W') };
  return {
    positions,
    outcome: outcomeOf(
      record.position,
      rule,
      record.state.conflicts.some((field) => field.startsWith('position.')),
    ),
    ...(edition === 'internal' && attribution !== 'none' && record.spokesperson
      ? { spokespersons: record.spokesperson }
      : {}),
  };
}

interface Held {
  readonly clauses: readonly ContentClause[];
}

/** A draft until there is something decided and all of it stands. */
export function isDraft(
  deficits: readonly (Decided &
    Held & { readonly inConflict: readonly string[]; readonly joinedInto: string | null })[],
  strategies: readonly (Decided & Held & { readonly inConflict: readonly string[] })[],
  clauses: readonly ContentClause[],
): boolean {
  // What another deficit took up is decided there.
  const holders = [...deficits.filter(({ joinedInto }) => joinedInto === null), ...strategies];
  const decided = [...holders, ...clauses, ...holders.flatMap((each) => each.clauses)];
  return decided.length === 0 || !decided.every(stands);
}

/** Agreed by all three as it stands now: nothing contested, nothing changed since, no text in conflict. */
const stands = (item: Decided & { readonly inConflict: readonly string[] }): boolean =>
  isAgreed(item.outcome) &&
  item.inConflict.length === 0 &&
  CONSTITUENCIES.every((c) => !item.positions[c].changedSince && item.positions[c].contested.length === 0);
