/** The floor: who speaks, who waits, who is here, and the running record. */
import type { FloorState, Handlers } from '../../../shared/contract/index.ts';
import type { Attribution } from '../../../shared/domain/codes.ts';
import type { QuorumTaken } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Desk, OpenedDossier } from '../desk.ts';

const notYet = (): never => {
  throw new Refusal('floor.not-open');
};

export function floorHandlers(
  _desk: Desk,
): Pick<
  Handlers,
  'floor.state' | 'floor.act' | 'floor.keyIn' | 'session.close' | 'session.record' | 'session.note'
> {
  return {
    'floor.state': notYet,
    'floor.act': notYet,
    'floor.keyIn': notYet,
    'session.close': notYet,
    'session.record': notYet,
    'session.note': notYet,
  };
}

export const stateOf = (_desk: Desk, _dossier: string, _session: string): FloorState => notYet();
export const quorumNow = (_desk: Desk, _dossier: string, _session: string): QuorumTaken => notYet();
export const levelOf = (_desk: Desk, _dossier: string, _session: string): Attribution => notYet();
/** Erases whatever a session keeps beyond its level. */
export function enforceAttribution(_desk: Desk, _opened: OpenedDossier): void {}
