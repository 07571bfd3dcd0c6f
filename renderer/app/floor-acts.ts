/**
 * Acts of this page on the floor of a session that are not answered yet. The answer of an act is the state after it,
 * so the event that tells of it need not be followed by a question; one that tells of more is asked for afterwards.
 */
const underWay = new Map<string, { acts: number; told: number }>();

/**
 * Runs `act`, which asks and puts the answer in its place. `onMissed` follows after that, when the floor went further
 * than the answer said: asked any sooner, the putting in place would set the question aside.
 */
export async function whileActing<T extends { readonly revision: number }>(
  session: string,
  act: () => Promise<T>,
  onMissed: () => void,
): Promise<T> {
  const held = underWay.get(session) ?? { acts: 0, told: 0 };
  underWay.set(session, held);
  held.acts += 1;
  let reached = 0;
  try {
    const next = await act();
    reached = next.revision;
    return next;
  } finally {
    held.acts -= 1;
    if (held.acts === 0) {
      underWay.delete(session);
      if (held.told > reached) onMissed();
    }
  }
}

/** Whether the answer of an act of this page will say what an event tells of; kept in mind if so. */
export function isToldByAnswer(session: string, revision: number): boolean {
  const held = underWay.get(session);
  if (!held) return false;
  held.told = Math.max(held.told, revision);
  return true;
}
