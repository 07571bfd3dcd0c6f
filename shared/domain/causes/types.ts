/** What the problem tree is made of, as the core answers it and the page draws it. */
import type { Texts } from '../fields.ts';

export const CAUSE_KINDS = ['effect', 'cause'] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

export const LINK_KINDS = ['causes', 'blocks', 'worsens'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/**
 * What a reader has to be told of a cause: no evidence names it; the one it lay under is withdrawn, missing or of
 * another kind; or it lies under itself, which only merged copies can bring about.
 */
export const CAUSE_FLAGS = ['no-evidence', 'orphan', 'ring', 'conflict'] as const;
export type CauseFlag = (typeof CAUSE_FLAGS)[number];

/** A cause or an effect at its place in the outline. */
export interface CauseRow {
  readonly id: string;
  readonly kind: CauseKind;
  /** Under which it is drawn: null right at the problem. */
  readonly parent: string | null;
  /** 1 right at the problem. */
  readonly level: number;
  readonly order: number | null;
  readonly body: Texts;
  /** How many items of evidence name it. */
  readonly evidence: number;
  readonly flags: readonly CauseFlag[];
}

export interface DeficitBox {
  readonly id: string;
  readonly number: string | null;
  readonly title: Texts;
  readonly area: string | null;
  readonly withdrawn: boolean;
  readonly causes: number;
  readonly effects: number;
}

export type LinkFlag = 'ring' | 'withdrawn' | 'missing';
/** One deficit acts on another. The flags say that it closes a ring, or that an end is in the bin or not here. */
export interface LinkRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly note: Texts;
  /** As it was pasted, where the note was cleaned. */
  readonly pasted?: Texts;
  readonly flags: readonly LinkFlag[];
}

/** Rows: effects, then causes, each in the order of the outline. `others` are the far ends of the links. */
export interface CauseTree {
  readonly deficit: DeficitBox;
  readonly rows: readonly CauseRow[];
  readonly links: readonly LinkRow[];
  readonly others: readonly DeficitBox[];
}

/** The deficits that have causes, effects or links. */
export interface CauseMap {
  readonly deficits: readonly DeficitBox[];
  readonly links: readonly LinkRow[];
}
