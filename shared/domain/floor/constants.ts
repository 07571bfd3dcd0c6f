/** The small vocabularies of a running session. Nothing is imported here: the page and the schemas both use them. */

/** Who may hold the floor: the seats, and what is timed apart from them. */
export const SPEAKERS = ['G', 'E', 'W', 'invited', 'chair', 'ceremony', 'interpretation'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** Timed apart: never counted against a budget or a share. */
export const APART = ['chair', 'ceremony', 'interpretation'] as const;
export type Apart = (typeof APART)[number];

export const TURN_KINDS = ['turn', 'point-of-order', 'reply'] as const;
export type TurnKind = (typeof TURN_KINDS)[number];

export const SEXES = ['F', 'M', 'X'] as const;
export type Sex = (typeof SEXES)[number];

export const STANDINGS = ['titular', 'alternate', 'adviser'] as const;
export type Standing = (typeof STANDINGS)[number];

export const SESSION_KINDS = ['plenary', 'breakout', 'caucus'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const PHASES = ['planned', 'open', 'suspended', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

export const ITEM_KINDS = ['item', 'prayer', 'meal', 'pause'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const POINT_KINDS = ['point', 'proposed-conclusion', 'action'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** The long-standing minimum share of women on tripartite bodies; parity is the goal. */
export const MINIMUM_SHARE = 0.3;

/** Below `named`, sex is kept only where each cell of a seat holds at least so many people. */
export const SMALLEST_CELL = 3;

/** How the next speaker is suggested. */
export const FAIR_ORDERS = ['list', 'alternating', 'quota'] as const;
export type FairOrder = (typeof FAIR_ORDERS)[number];

/** The three constituencies, for reckoning; the schema of them is beside the other codes. */
export const THREE = ['G', 'E', 'W'] as const;
