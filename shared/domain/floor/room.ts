/** What the room is shown: whitelisted members only. Types only: the page imports this. */
import type { Constituency, PositionValue, Seat } from '../codes.ts';
import type { Texts } from '../fields.ts';
import type { Lang } from '../languages.ts';
import type { Outcome } from '../position.ts';
import type { ItemKind, Speaker, Sum, TurnKind } from './types.ts';

/** As of arrival: the page counts on by its own steady clock. */
export interface RoomClock {
  readonly elapsedMs: number;
  readonly limitMs: number | null;
  readonly isRunning: boolean;
}
export type RoomCell =
  | { readonly text: Texts }
  | { readonly number: number }
  | { readonly stance: PositionValue; readonly seat: Constituency }
  | { readonly seat: Seat };
export interface RoomColumn {
  readonly value: PositionValue;
  readonly silent: boolean;
  readonly reservation: Texts | null;
  readonly mandate: string | null;
}
export type RoomTable = 'quorum' | 'decisions' | 'positions';

export type RoomView =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'agenda';
      readonly title: Texts;
      readonly items: readonly {
        readonly title: Texts;
        readonly kind: ItemKind;
        readonly minutes: number;
        readonly state: 'done' | 'now' | 'ahead';
      }[];
      readonly driftMs: number;
    }
  | {
      readonly kind: 'speaker';
      readonly speaker: Speaker | null;
      readonly name: string | null;
      readonly organization: Texts | null;
      readonly turn: TurnKind;
      readonly clock: RoomClock | null;
      readonly waiting: readonly Seat[];
    }
  | {
      readonly kind: 'balance';
      readonly time: { readonly [S in Speaker]?: Sum };
      readonly shares: {
        readonly [C in Constituency]: { readonly share: number | null; readonly target: number };
      };
      readonly women: number | null;
    }
  | {
      readonly kind: 'table';
      readonly title: RoomTable;
      readonly columns: readonly RoomCell[];
      readonly rows: readonly (readonly RoomCell[])[];
    }
  | {
      readonly kind: 'clause';
      readonly number: string;
      readonly body: Texts;
      readonly columns: { readonly [C in Constituency]: RoomColumn | null };
      readonly asked: Constituency | null;
      readonly outcome: Outcome | null;
    }
  | { readonly kind: 'break'; readonly why: string; readonly minutes: number | null };

export interface RoomShown {
  readonly revision: number;
  readonly isBlank: boolean;
  readonly isFrozen: boolean;
  /** One or two, the upper first. */
  readonly languages: readonly Lang[];
  readonly labels: { readonly [S in Seat]?: Texts };
  readonly view: RoomView;
}
