/**
 * Entries of the record that this page is keeping: the answer is the entry as it stands, so that the event that tells
 * of it need not be followed by a question for the last forty. One event is expected of each; any more are another's.
 */
import type { IsTold } from '../../../app/events.ts';

/** By the id of the entry: whether its event has come. */
const underWay = new Map<string, { isTold: boolean }>();

/** Keeps an entry. `onMissed` follows where an event was not asked about and no answer came to say what it told of. */
export async function whileKeeping<T>(id: string, keep: () => Promise<T>, onMissed: () => void): Promise<T> {
  const held = { isTold: false };
  underWay.set(id, held);
  try {
    return await keep();
  } catch (thrown) {
    if (held.isTold) onMissed();
    throw thrown;
  } finally {
    if (underWay.get(id) === held) underWay.delete(id);
  }
}

/** Whether the event tells of nothing but one entry of this page's own that is not answered yet. */
export const isOwnEntry: IsTold = ({ recordTypes, ids }) => {
  const [id = ''] = ids;
  if (ids.length !== 1 || recordTypes.length !== 1 || recordTypes[0] !== 'point') return false;
  const held = underWay.get(id);
  if (!held || held.isTold) return false;
  held.isTold = true;
  return true;
};
