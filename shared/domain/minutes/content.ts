/**
 * What the minutes of a session hold. They go to all three constituencies, so they are a restricted document: no
 * member of this shape can hold the name of a person, and what was decided is a `ContentClause`, which cannot exist
 * without the positions of all three and every reservation.
 */
import type { Attribution, Constituency, Seat } from '../codes.ts';
import type { ContentClause, EditionContent } from '../content.ts';
import type { Texts } from '../fields.ts';
import type { ItemKind, PointKind, SessionKind } from '../floor/constants.ts';
import type { Closing, QuorumTaken } from '../records/session.ts';

export type MinutesPhase = 'draft' | 'amended' | 'final';
export type Ruling = 'confirmed' | 'deferred' | 'no-agreement';

export interface MinutesPresence {
  readonly seat: Seat;
  /** People who were there at any time, by standing. */
  readonly titular: number;
  readonly alternate: number;
  readonly adviser: number;
  /** Alternates who took the place of a titular. */
  readonly steppedIn: number;
  /** Arrivals and departures; below `organization` counted by the hour, so that no minute tells who it was. */
  readonly moves: readonly { readonly at: string; readonly in: number; readonly out: number }[];
}

export interface MinutesPoint {
  readonly number: string;
  readonly kind: PointKind;
  /** Null where nothing is attributed: the minute would tell who spoke. */
  readonly at: string | null;
  readonly seat: Seat | null;
  readonly organization: string | null;
  readonly body: Texts;
  readonly spoken: string | null;
  readonly interpreted: boolean;
  /** Number of the deficit it is about, where this edition holds it. */
  readonly deficit: string | null;
  readonly clause: string | null;
}

/** One clause that was read back in this session. */
export interface ReadBackEntry {
  readonly clause: ContentClause;
  readonly quorum: QuorumTaken;
  /** Null where the read-back ended without one. */
  readonly ruling: Ruling | null;
  readonly answered: { readonly [C in Constituency]?: 'answered' | 'silent' | 'absent' };
  readonly onPaper: boolean;
}

export interface MinutesContent {
  readonly format: 'hiwar-minutes';
  readonly formatVersion: 1;
  readonly edition: 'restricted';
  readonly phase: MinutesPhase;
  /** True until the final phase with nothing left open: printed on every page. */
  readonly draft: boolean;
  readonly order: number;
  readonly issuedAt: string;
  readonly deadline: string | null;
  readonly asOf: string;
  readonly versionId: string;
  /** SHA-256 of `dialogue.json` of the copy that goes to all three. */
  readonly fingerprint: string;
  readonly illustrative: boolean;
  readonly session: {
    readonly id: string;
    readonly title: Texts;
    readonly place: Texts;
    readonly kind: SessionKind;
    /** An office. */
    readonly chair: Texts;
    readonly start: string | null;
    readonly end: string | null;
    readonly level: Attribution;
    readonly openedAt: string | null;
    readonly closedAt: string | null;
    /** Minutes east of UTC. */
    readonly utcOffset: number;
  };
  readonly presence: readonly MinutesPresence[];
  /** Who was represented; empty below `named`. */
  readonly organizations: readonly { readonly seat: Seat; readonly organization: string }[];
  /** At the opening; null where it was not taken, absent from minutes that were kept before it was. */
  readonly openingQuorum?: QuorumTaken | null;
  /** At the close. */
  readonly quorum: QuorumTaken | null;
  readonly agenda: readonly {
    readonly id: string;
    readonly kind: ItemKind;
    readonly title: Texts;
    readonly minutes: number;
    readonly spentMs: number | null;
  }[];
  readonly record: readonly { readonly item: string | null; readonly points: readonly MinutesPoint[] }[];
  /** Confirmed by the chair with a quorum, and standing as it was read. */
  readonly decisions: readonly ReadBackEntry[];
  /** Read back with a quorum and not decided. */
  readonly undecided: readonly ReadBackEntry[];
  readonly heardWithoutQuorum: readonly ReadBackEntry[];
  /** Proposed conclusions that were heard and not put. */
  readonly notPut: readonly { readonly number: string; readonly body: Texts }[];
  readonly actions: readonly {
    readonly number: string;
    readonly body: Texts;
    readonly responsible: Texts;
    readonly due: string | null;
  }[];
  readonly balance: Closing | null;
  /** Per cent of speaking time that the mandate gives each. */
  readonly targets: { readonly [C in Constituency]: number | null };
  readonly absences: EditionContent['absences'];
  readonly amendments: readonly {
    readonly constituency: Constituency | null;
    readonly body: Texts;
    readonly date: string | null;
  }[];
  /** How much of this session these minutes leave out, by type. */
  readonly leftOut: { readonly [type: string]: number };
}
