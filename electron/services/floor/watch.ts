/** Who is told, in this thread, that a floor has moved: what follows it live need not ask. */
import type { Desk } from '../desk.ts';

/** Stands for a session where something moved that may touch any: a level of attribution. */
export const EVERY_SESSION = 'every session';

type Listener = (dossier: string, session: string) => void;
const listenersOf = new WeakMap<Desk, Set<Listener>>();

export function watchFloor(desk: Desk, listener: Listener): void {
  const listeners = listenersOf.get(desk) ?? new Set();
  listeners.add(listener);
  listenersOf.set(desk, listeners);
}

export function floorMoved(desk: Desk, dossier: string, session: string): void {
  for (const listener of listenersOf.get(desk) ?? []) listener(dossier, session);
}
