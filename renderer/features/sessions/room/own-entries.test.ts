import { expect, test, vi } from 'vitest';
import type { HiwarEvent } from '../../../../shared/contract/index.ts';
import { isOwnEntry, whileKeeping } from './own-entries.ts';

type Changed = Extract<HiwarEvent, { type: 'changed' }>;
const changed = (ids: readonly string[], recordTypes: readonly string[] = ['point']): Changed => ({
  type: 'changed',
  dossier: 'd1',
  recordTypes,
  ids,
});

test('one event of an entry under way is told by its answer, and no second', async () => {
  const onMissed = vi.fn();
  await whileKeeping(
    'p1',
    async () => {
      expect(isOwnEntry(changed(['p1']))).toBe(true);
      // Somebody else wrote the same entry meanwhile.
      expect(isOwnEntry(changed(['p1']))).toBe(false);
    },
    onMissed,
  );
  expect(onMissed).not.toHaveBeenCalled();
});

test('an event after the answer, of another entry or of more than it is not', async () => {
  await whileKeeping(
    'p1',
    async () => {
      expect(isOwnEntry(changed(['p2']))).toBe(false);
      expect(isOwnEntry(changed(['p1', 'p2']))).toBe(false);
      expect(isOwnEntry(changed(['p1'], ['point', 'clause']))).toBe(false);
      expect(isOwnEntry(changed([]))).toBe(false);
    },
    () => undefined,
  );
  expect(isOwnEntry(changed(['p1']))).toBe(false);
});

test('what an event told of is asked for where the answer does not come', async () => {
  const onMissed = vi.fn();
  const keeping = whileKeeping(
    'p1',
    async () => {
      isOwnEntry(changed(['p1']));
      throw new Error('no answer');
    },
    onMissed,
  );
  await expect(keeping).rejects.toThrow('no answer');
  expect(onMissed).toHaveBeenCalledOnce();
});

test('a refusal without an event asks for nothing', async () => {
  const onMissed = vi.fn();
  await expect(whileKeeping('p1', () => Promise.reject(new Error('refused')), onMissed)).rejects.toThrow(
    'refused',
  );
  expect(onMissed).not.toHaveBeenCalled();
});
