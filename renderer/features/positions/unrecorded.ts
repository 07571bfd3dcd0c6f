/**
 * Positions that were being written when their dialog was closed with Escape or the cross. They lie in memory
 * only, since a spokesperson's name may be among them, and come back when the dialog is opened again.
 */
import type { PositionDraft } from './draft.ts';

export interface Unrecorded {
  readonly draft: PositionDraft;
  readonly spokesperson: string;
  /** What was stored when it was begun: a draft against another position is let go. */
  readonly against: string;
}

const kept = new Map<string, Unrecorded>();

export const keyOf = (dossierId: string, id: string, constituency: string): string =>
  `${dossierId} ${id} ${constituency}`;

export function takeUnrecorded(key: string, against: string): Unrecorded | undefined {
  const found = kept.get(key);
  return found?.against === against ? found : undefined;
}
export const keepUnrecorded = (key: string, unrecorded: Unrecorded): void => void kept.set(key, unrecorded);
export const dropUnrecorded = (key: string): void => void kept.delete(key);
