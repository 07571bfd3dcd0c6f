/**
 * What lies on the desk of who writes cards: the card begun, and which were made. It outlives the screen, and a reload
 * of the page as well; it goes with the tab. Nothing of it is in the dossier: a card is there whole or not at all.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { Lang } from '../../../shared/domain/languages.ts';
import { type Card, newCard } from './card.ts';

export interface Desk {
  readonly card: Card;
  /** Newest first. */
  readonly made: readonly string[];
  /** Undefined: the language of the reader. */
  readonly lang: Lang | undefined;
  readonly session: string | undefined;
}

/** More are not listed: the register has them all. */
const LISTED = 50;
const blank = (): Desk => ({ card: newCard(), made: [], lang: undefined, session: undefined });

const desks = new Map<string, Desk>();
const listeners = new Set<() => void>();

function deskOf(key: string): Desk {
  let desk = desks.get(key);
  if (!desk) {
    desk = read(key) ?? blank();
    desks.set(key, desk);
  }
  return desk;
}

function read(key: string): Desk | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<Desk> | null;
    if (!kept?.card) return undefined;
    const fresh = blank();
    return { ...fresh, ...kept, card: { ...fresh.card, ...kept.card } };
  } catch {
    return undefined;
  }
}

function put(key: string, desk: Desk): void {
  desks.set(key, desk);
  try {
    sessionStorage.setItem(key, JSON.stringify(desk));
  } catch {
    // A full or forbidden store costs the reload, not the card on the screen.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The desk for a dossier, or for one session of it where the cards are all of that one. */
export function useDesk(dossier: string, session = '') {
  const key = `hiwar.cards.${dossier}.${session}`;
  const desk = useSyncExternalStore(subscribe, () => deskOf(key));
  const change = useCallback((part: Partial<Desk>) => put(key, { ...deskOf(key), ...part }), [key]);
  const write = useCallback(
    (part: Partial<Card>) => put(key, { ...deskOf(key), card: { ...deskOf(key).card, ...part } }),
    [key],
  );
  /** The card has become a deficit: the next one is of the same group. */
  const next = useCallback(
    (id: string) => {
      const { made, card, ...rest } = deskOf(key);
      put(key, { ...rest, made: [id, ...made].slice(0, LISTED), card: newCard(card.raisedBy) });
    },
    [key],
  );
  const now = useCallback(() => deskOf(key), [key]);
  return { desk, now, change, write, next };
}
