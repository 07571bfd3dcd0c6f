/** The floor as a window is told of it. */
import { titularsOf } from '../../../db/queries/session.ts';
import type { FloorState } from '../../../shared/contract/index.ts';
import { SEATS, type Seat } from '../../../shared/domain/codes.ts';
import { womenShare } from '../../../shared/domain/floor/balance.ts';
import { driftOf, expectedFrom } from '../../../shared/domain/floor/drift.ts';
import { suggest } from '../../../shared/domain/floor/queue.ts';
import { countsOf, quorumOf } from '../../../shared/domain/floor/quorum.ts';
import type { QuorumTaken } from '../../../shared/domain/records/index.ts';
import type { Facts } from './facts.ts';
import type { Floor, Identity, Present } from './memory.ts';
import { isRunning } from './settle.ts';

const nameOf = (facts: Facts, identity: Identity | undefined): string | null => {
  if (!identity) return null;
  const participant =
    identity.participant === null ? undefined : facts.participants.get(identity.participant);
  return participant?.name ?? identity.name;
};
const organizationOf = (facts: Facts, identity: Identity | undefined): string | null => {
  const id = identity?.organization ?? null;
  return id === null ? null : (facts.organizations.get(id) ?? null);
};

export function quorumOfFloor(floor: Floor, at: string): QuorumTaken {
  const counted = floor.presence
    .filter((one) => one.isHere && one.counts)
    .map(({ seat }) => ({ seat, counts: true as const }));
  const titulars = titularsOf(floor.facts.participants.values());
  return { at, ...quorumOf(floor.facts.dossier.quorumRule, countsOf(counted, titulars)) };
}

export function womenOf(floor: Floor): FloorState['women'] {
  const here = floor.presence.filter(({ isHere }) => isHere);
  const shareOf = (people: readonly Present[]): number | null => {
    const count = (sex: string): number => people.filter(({ identity }) => identity?.sex === sex).length;
    // After a power cut those who have not been named again are unknown: no share is better than a wrong one.
    return people.some(({ isLost }) => isLost)
      ? null
      : womenShare({ F: count('F'), M: count('M'), X: count('X') });
  };
  const { F, M, X } = floor.balance.sex;
  const speakers = here.filter(
    ({ identity }) =>
      identity?.participant != null &&
      floor.facts.participants.get(identity.participant)?.spokesperson === true,
  );
  return {
    present: shareOf(here),
    spokespersons: here.some(({ isLost }) => isLost) ? null : shareOf(speakers),
    time: womenShare({ F: F.ms, M: M.ms, X: X.ms }),
  };
}

function seatOf(floor: Floor, seat: Seat): FloorState['presence'][number] {
  const here = floor.presence.filter((one) => one.isHere && one.seat === seat);
  const of = (standing: string): number => here.filter((one) => one.standing === standing).length;
  const byPerson = new Map(
    here.flatMap((one) => (one.identity?.participant ? [[one.identity.participant, one]] : [])),
  );
  const isKnown = here.every(({ identity }) => identity?.sex != null);
  return {
    seat,
    titular: of('titular'),
    alternate: of('alternate'),
    adviser: of('adviser'),
    steppedIn: here.filter((one) => one.standing === 'alternate' && one.counts).length,
    women: isKnown ? here.filter(({ identity }) => identity?.sex === 'F').length : null,
    unidentified: here.filter(({ identity }) => (identity?.participant ?? null) === null).length,
    people: [...floor.facts.participants.values()]
      .filter((participant) => (participant.seat ?? 'invited') === seat)
      .map((participant) => {
        const one = byPerson.get(participant.id);
        const standing = participant.standing ?? 'adviser';
        return {
          participant: participant.id,
          name: participant.name ?? null,
          standing,
          here: one !== undefined,
          steppedIn: one !== undefined && standing === 'alternate' && one.counts,
          spokesperson: participant.spokesperson === true,
        };
      }),
  };
}

function itemsOf(floor: Floor): FloorState['items'] {
  return floor.facts.items.map((item) => ({
    id: item.id,
    kind: item.kind ?? 'item',
    minutes: item.minutes ?? 0,
    spentMs: Math.round(floor.spent.get(item.id) ?? item.spentMs ?? 0),
    state: item.id === floor.item ? 'now' : item.endedAt === undefined ? 'ahead' : 'done',
  }));
}

export function stateOfFloor(floor: Floor, wall: number): FloorState {
  const { facts, clock, speaking } = floor;
  const items = itemsOf(floor);
  const sinceStart = clock.elapsedMs + clock.heldMs;
  return {
    session: floor.session,
    revision: floor.revision,
    phase: floor.phase,
    level: facts.level,
    mayName: facts.level === 'named',
    clock: {
      elapsedMs: Math.round(clock.elapsedMs),
      isRunning: floor.phase === 'open',
      openedAt: facts.session.openedAt ?? null,
      utcOffset: facts.session.utcOffset ?? 0,
    },
    item: floor.item,
    items,
    driftMs: driftOf(items).driftMs,
    expectedEndMs: Math.round(sinceStart + expectedFrom(items).endMs),
    speaking: speaking && {
      id: speaking.id,
      speaker: speaking.speaker,
      turn: speaking.turn,
      name: nameOf(facts, speaking.identity),
      organization: organizationOf(facts, speaking.identity),
      elapsedMs: Math.round(speaking.elapsedMs),
      limitMs: speaking.limitMs === null ? null : Math.round(speaking.limitMs),
      isHeld: speaking.isHeld || floor.phase !== 'open',
    },
    queue: floor.queue.map((entry) => {
      const identity = floor.identities.get(entry.id);
      return {
        id: entry.id,
        seat: entry.seat,
        turn: entry.turn,
        sinceMs: Math.max(0, Math.round(sinceStart - entry.sinceMs)),
        name: nameOf(facts, identity),
        organization: organizationOf(facts, identity),
        isFirst: !floor.isHearingLost && entry.person !== null && !floor.heard.persons.has(entry.person),
        spokesperson: entry.spokesperson,
      };
    }),
    suggestion: suggest(floor.queue, floor.heard, facts.fairOrder, facts.targets),
    balance: floor.balance,
    // All have left a closed session: its shares are those of the close, and what was too few to tell stays untold.
    women: (floor.phase === 'closed' ? facts.session.closing?.women : undefined) ?? womenOf(floor),
    presence: SEATS.map((seat) => seatOf(floor, seat)),
    quorum: quorumOfFloor(floor, new Date(wall).toISOString()),
    openReadBack: facts.openReadBack,
    notices: isRunning(floor) ? floor.notices.map(({ turn: _turn, ...notice }) => notice) : [],
  };
}
