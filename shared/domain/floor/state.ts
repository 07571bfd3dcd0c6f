/** What a window is told of a running session. Types only: the page imports this. */
import type { Attribution, Constituency, Seat } from '../codes.ts';
import type { QuorumTaken } from '../records/session.ts';
import type { Balance, ItemKind, Phase, Speaker, Standing, TurnKind } from './types.ts';

export interface FloorPerson {
  readonly participant: string;
  readonly name: string | null;
  readonly standing: Standing;
  readonly here: boolean;
  readonly steppedIn: boolean;
  readonly spokesperson: boolean;
}
export interface FloorSeat {
  readonly seat: Seat;
  readonly titular: number;
  readonly alternate: number;
  readonly adviser: number;
  readonly steppedIn: number;
  /** Null where it is not known. */
  readonly women: number | null;
  /** Counted, and not said who they are. */
  readonly unidentified: number;
  readonly people: readonly FloorPerson[];
}
export interface FloorEntry {
  readonly id: string;
  readonly seat: Seat;
  readonly turn: TurnKind;
  /** How long it has waited when this was said. */
  readonly sinceMs: number;
  readonly name: string | null;
  readonly organization: string | null;
  /** Has not spoken in this session yet. */
  readonly isFirst: boolean;
  readonly spokesperson: boolean;
}
export interface FloorSpeaking {
  readonly id: string;
  readonly speaker: Speaker;
  readonly turn: TurnKind;
  readonly name: string | null;
  readonly organization: string | null;
  readonly elapsedMs: number;
  readonly limitMs: number | null;
  readonly isHeld: boolean;
}
export interface FloorItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly spentMs: number;
  readonly state: 'done' | 'now' | 'ahead';
}
export interface FloorNotice {
  readonly id: string;
  readonly kind: 'gap' | 'wall' | 'restored' | 'left-open' | 'long-turn' | 'level-tightened';
  readonly ms: number;
  readonly at: string;
}
export interface WomenShares {
  readonly present: number | null;
  readonly spokespersons: number | null;
  readonly time: number | null;
}

export interface FloorState {
  readonly session: string;
  readonly revision: number;
  readonly phase: Phase;
  readonly level: Attribution;
  /** The record may name people at this level. */
  readonly mayName: boolean;
  readonly clock: {
    readonly elapsedMs: number;
    readonly isRunning: boolean;
    readonly openedAt: string | null;
    readonly utcOffset: number;
  };
  readonly item: string | null;
  readonly items: readonly FloorItem[];
  readonly driftMs: number;
  /** From the opening, breaks included. */
  readonly expectedEndMs: number;
  readonly speaking: FloorSpeaking | null;
  readonly queue: readonly FloorEntry[];
  /** The entry that would be fair next. */
  readonly suggestion: string | null;
  /** Of turns that have ended; the one under way is in `speaking`. */
  readonly balance: Balance;
  readonly women: WomenShares;
  readonly presence: readonly FloorSeat[];
  readonly quorum: QuorumTaken;
  readonly openReadBack: string | null;
  readonly notices: readonly FloorNotice[];
}
export type Answered = { readonly [C in Constituency]?: 'answered' | 'silent' | 'absent' };
