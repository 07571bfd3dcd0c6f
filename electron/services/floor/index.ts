/** The floor: who speaks, who waits, who is here, and the running record. */
import type { FloorState, Handlers, Parsed } from '../../../shared/contract/index.ts';
import type { Attribution } from '../../../shared/domain/codes.ts';
import { strictest } from '../../../shared/domain/floor/attribution.ts';
import type { QuorumTaken } from '../../../shared/domain/records/index.ts';
import type { Desk } from '../desk.ts';
import { perform } from './acts.ts';
import { closeSession } from './close.ts';
import { keyIn } from './key-in.ts';
import { floorOf } from './load.ts';
import { note, readRecord } from './note.ts';
import { settle } from './settle.ts';
import { quorumOfFloor, stateOfFloor } from './state.ts';
import { act } from './step.ts';

export { enforceAttribution } from './attribution.ts';
export { leaveFloors, tickFloors } from './settle.ts';

export function floorHandlers(
  desk: Desk,
): Pick<
  Handlers,
  'floor.state' | 'floor.act' | 'floor.keyIn' | 'session.close' | 'session.record' | 'session.note'
> {
  return {
    'floor.state': ({ dossier, session }) => stateOf(desk, dossier, session),
    'floor.act': (input) => actOn(desk, input),
    'floor.keyIn': (input) => keyIn(desk, input),
    'session.close': (input) => closeSession(desk, input),
    'session.record': (input) => readRecord(desk, input),
    'session.note': (input) => note(desk, input),
  };
}

function actOn(desk: Desk, input: Parsed<'floor.act'>): FloorState {
  const floor = act(desk, input.dossier, input.session, (doing) => perform(doing, input.act));
  return stateOfFloor(floor, desk.now());
}

/** What the session is now. Refuses with `record.missing` where there is none. */
export function stateOf(desk: Desk, dossier: string, session: string): FloorState {
  const { floor } = floorOf(desk, dossier, session);
  settle(desk, floor);
  return stateOfFloor(floor, desk.now());
}

export function quorumNow(desk: Desk, dossier: string, session: string): QuorumTaken {
  const { floor } = floorOf(desk, dossier, session);
  return quorumOfFloor(floor, new Date(desk.now()).toISOString());
}

export const levelOf = (desk: Desk, dossier: string, session: string): Attribution =>
  floorOf(desk, dossier, session).floor.facts.level;

/** Of whoever has the floor: the strictest level since it was learnt who they are. One that is loosened reveals nobody. */
export function levelOfSpeaker(desk: Desk, dossier: string, session: string): Attribution {
  const { facts, speaking } = floorOf(desk, dossier, session).floor;
  return strictest(facts.level, speaking?.identity.level);
}
