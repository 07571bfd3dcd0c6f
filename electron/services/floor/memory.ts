/**
 * A session as this thread holds it while it runs. Who a person is lies here, and below `named` only here: in no
 * record, no event, no row of the file and no log. It goes when the session closes or the dossier does.
 */
import { randomUUID } from 'node:crypto';
import type { FloorState } from '../../../shared/contract/index.ts';
import type { Attribution, Constituency, Seat } from '../../../shared/domain/codes.ts';
import type {
  Balance,
  Clock,
  Entry,
  Heard,
  Phase,
  Sex,
  Speaker,
  Standing,
  TurnKind,
} from '../../../shared/domain/floor/types.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { OpenedDossier } from '../desk.ts';
import type { Facts } from './facts.ts';

/** Who it is, and under which level that was learnt: what was learnt under a stricter one is never written. */
export interface Identity {
  readonly participant: string | null;
  readonly organization: string | null;
  /** Of one who is no participant. */
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly level: Attribution;
}

export interface Speaking {
  /** Id of the turn that will be written. */
  readonly id: RecordId;
  readonly speaker: Speaker;
  readonly turn: TurnKind;
  readonly startedAt: string;
  readonly elapsedMs: number;
  readonly limitMs: number | null;
  readonly isHeld: boolean;
  readonly item: string | null;
  /** The entry of the list it came from. */
  readonly entry: Entry | null;
  readonly identity: Identity;
}

export interface Present {
  readonly id: RecordId;
  readonly seat: Seat;
  readonly standing: Standing;
  readonly counts: boolean;
  readonly isHere: boolean;
  readonly identity: Identity | null;
  /** Kept in the file without a name, and the memory of who it was is lost: to be said again. */
  readonly isLost: boolean;
}

export type Notice = FloorState['notices'][number] & {
  /** The turn that was under way when it came. */
  readonly turn: string | null;
};

/** What was before the turn that ended last: to take it back. */
export interface Ended {
  readonly speaking: Speaking;
  readonly balance: Balance;
  readonly heard: Heard;
  readonly mono: number;
}

/** When something was last done, and what the clocks said then. */
export interface LastAct {
  readonly wall: number;
  readonly elapsedMs: number;
  readonly heldMs: number;
  readonly itemMs: number;
}

export interface Floor {
  readonly session: RecordId;
  facts: Facts;
  revision: number;
  phase: Phase;
  clock: Clock;
  item: string | null;
  spent: ReadonlyMap<string, number>;
  speaking: Speaking | null;
  queue: readonly Entry[];
  identities: ReadonlyMap<string, Identity>;
  heard: Heard;
  balance: Balance;
  presence: readonly Present[];
  notices: readonly Notice[];
  lastAct: LastAct;
  /** Steady time since something was done. */
  idleMs: number;
  ended: Ended | null;
  nextOrder: number;
  /** Steady time of the last write of the live row. */
  writtenMono: number;
  /** Something was done with it here: only then is the file written to between acts. */
  isDriven: boolean;
  /** Who spoke before the power was cut is not known: nobody can be said to speak for the first time. */
  isHearingLost: boolean;
}

const floors = new WeakMap<OpenedDossier, Map<string, Floor>>();

export const floorsOf = (opened: OpenedDossier): Map<string, Floor> => {
  let held = floors.get(opened);
  if (!held) {
    held = new Map();
    floors.set(opened, held);
  }
  return held;
};

/** A copy to work on: a step that is refused or rolled back leaves the floor as it was. Members are never mutated. */
export const copyOf = (floor: Floor): Floor => ({ ...floor });

export const nobody = (level: Attribution): Identity => ({
  participant: null,
  organization: null,
  name: null,
  sex: null,
  level,
});

export const noticeOf = (
  kind: Notice['kind'],
  ms: number,
  at: number,
  turn: string | null = null,
): Notice => ({ id: randomUUID(), kind, ms: Math.round(ms), at: new Date(at).toISOString(), turn });

export const emptyHeard = (): Heard => {
  const none = { ms: 0, turns: 0 };
  return {
    last: null,
    bySeat: { G: none, E: none, W: none, invited: none },
    persons: new Set(),
    bySex: { F: none, M: none, X: none },
    spokespersons: [] as readonly Constituency[],
  };
};
