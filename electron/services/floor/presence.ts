/** Who is here: arrivals, departures, and alternates who take the seat of a titular. */

import { randomUUID } from 'node:crypto';
import { titularsOf } from '../../../db/queries/session.ts';
import type { FloorAct } from '../../../shared/contract/index.ts';
import type { Attribution, Seat } from '../../../shared/domain/codes.ts';
import { kept } from '../../../shared/domain/floor/attribution.ts';
import type { Sex, Standing } from '../../../shared/domain/floor/types.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { Refusal } from '../../../shared/errors.ts';
import { sexOf } from './facts.ts';
import { type Floor, type Identity, nobody, type Present } from './memory.ts';
import type { Doing } from './step.ts';

type Act<K extends FloorAct['kind']> = Extract<FloorAct, { kind: K }>;

export function identityOf(
  floor: Floor,
  participant: string | undefined,
  more: Partial<Identity> = {},
): Identity {
  const level: Attribution = floor.facts.level;
  if (participant === undefined) return { ...nobody(level), ...more };
  const found = floor.facts.participants.get(participant);
  if (!found) throw new Refusal('record.missing');
  return {
    participant,
    organization: found.organization ?? null,
    name: null,
    sex: sexOf(found) ?? more.sex ?? null,
    level,
  };
}

const of = (floor: Floor, participant: string): Present | undefined =>
  floor.presence.find((one) => one.isHere && one.identity?.participant === participant);

const replace = (floor: Floor, one: Present): void => {
  floor.presence = floor.presence.map((other) => (other.id === one.id ? one : other));
};

export function arrive(doing: Doing, act: Act<'arrive'>): boolean {
  const { floor } = doing;
  if (act.participant === undefined) {
    const identity = act.sex === undefined ? null : { ...nobody(floor.facts.level), sex: act.sex as Sex };
    for (let n = 0; n < (act.count ?? 1); n += 1) come(doing, act.seat, act.standing ?? 'titular', identity);
    return true;
  }
  if (of(floor, act.participant)) return false;
  const identity = identityOf(floor, act.participant, act.sex === undefined ? {} : { sex: act.sex });
  const participant = floor.facts.participants.get(act.participant);
  const seat = participant?.seat ?? act.seat;
  const standing = participant?.standing ?? act.standing ?? 'titular';
  // Counted before the power was cut: this says who it is, and nobody is counted twice.
  const lost = floor.presence.find(
    (one) => one.isHere && one.isLost && one.seat === seat && one.standing === standing,
  );
  if (lost) replace(floor, { ...lost, identity, isLost: false });
  else come(doing, seat, standing, identity);
  return true;
}

/** Never that it is a spokesperson: a group has few, and the mark could not be erased with the name. */
function come(
  { floor, drafts, now }: Doing,
  seat: Seat,
  standing: Standing,
  identity: Identity | null,
): void {
  const id = randomUUID() as RecordId;
  const level = floor.facts.level;
  const person = identity ?? nobody(level);
  const keeps = kept(level, { ...person, seat }, { F: 0, M: 0, X: 0 }, 'presence');
  drafts.push({
    recordType: 'presence',
    recordId: id,
    set: {
      session: floor.session,
      seat,
      standing,
      arrivedAt: now,
      ...(standing === 'titular' ? { counts: true } : {}),
      level,
      ...(keeps as { [field: string]: Json }),
    },
    intent: 'create',
  });
  const one = { id, seat, standing, counts: standing === 'titular', isHere: true, identity, isLost: false };
  floor.presence = [...floor.presence, one];
}

export function leave(doing: Doing, act: Act<'leave'>): boolean {
  const { floor } = doing;
  if (act.participant !== undefined) {
    const one = of(floor, act.participant);
    if (one) go(doing, one);
    return one !== undefined;
  }
  const leaving = floor.presence
    .filter(
      (one) =>
        one.isHere &&
        one.seat === act.seat &&
        (act.standing === undefined || one.standing === act.standing) &&
        (one.identity?.participant ?? null) === null,
    )
    .slice(-(act.count ?? 1));
  for (const one of leaving) go(doing, one);
  return leaving.length > 0;
}

export function go({ floor, drafts, now }: Doing, one: Present): void {
  drafts.push({ recordType: 'presence', recordId: one.id, set: { leftAt: now }, intent: 'edit' });
  replace(floor, { ...one, isHere: false });
}

/** An alternate takes an empty seat, or gives it up again. */
export function step(doing: Doing, act: Act<'step-in' | 'step-out'>): boolean {
  const { floor, drafts } = doing;
  const isIn = act.kind === 'step-in';
  const counting = floor.presence.filter((one) => one.isHere && one.seat === act.seat && one.counts).length;
  if (act.seat === 'invited') return false;
  const entitled = titularsOf(floor.facts.participants.values())[act.seat];
  if (isIn && counting >= entitled) return false;
  const one = floor.presence.find(
    (other) =>
      other.isHere &&
      other.seat === act.seat &&
      other.standing === 'alternate' &&
      other.counts !== isIn &&
      (act.alternate === null || other.identity?.participant === act.alternate),
  );
  if (!one) return false;
  drafts.push({
    recordType: 'presence',
    recordId: one.id,
    set: { counts: isIn ? true : null },
    intent: 'edit',
  });
  replace(floor, { ...one, counts: isIn });
  return true;
}
