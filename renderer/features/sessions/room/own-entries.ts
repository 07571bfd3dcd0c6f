/**
 * Entries of the record that this page is keeping: the answer is the entry as it stands, so that the event that tells
 * of it need not be followed by a question for the last forty. One event is expected of each; any more are another's.
 */
import type { IsTold } from '../../../app/events.ts';

const expected = new Map<string, { events: number; told: number }>();

/** Keeps an entry. `onMissed` follows where an event was not asked about and no answer came to say what it told of. */
export async function whileKeeping<T>(id: string, keep: () => Promise<T>, onMissed: () => void): Promise<T> {
  const held = expected.get(id) ?? { events: 0, told: 0 };
  expected.set(id, held);
  held.events += 1;
  let isAnswered = false;
  try {
    const answer = await keep();
    isAnswered = true;
    return answer;
  } finally {
    expected.delete(id);
    if (!isAnswered && held.told > 0) onMissed();
  }
}

/** Whether the event tells of nothing but one entry of this page's own that is not answered yet. */
export const isOwnEntry: IsTold = ({ recordTypes, ids }) => {
  const [id] = ids;
  if (id === undefined || ids.length > 1 || recordTypes.length !== 1 || recordTypes[0] !== 'point')
    return false;
  const held = expected.get(id);
  if (!held || held.told >= held.events) return false;
  held.told += 1;
  return true;
};
