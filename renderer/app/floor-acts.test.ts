import { expect, test, vi } from 'vitest';
import { isToldByAnswer, whileActing } from './floor-acts.ts';

test('what the answer of an act says is not asked for again', async () => {
  const onMissed = vi.fn();
  const next = await whileActing(
    's1',
    async () => {
      expect(isToldByAnswer('s1', 7)).toBe(true);
      expect(isToldByAnswer('s2', 7)).toBe(false);
      return { revision: 7 };
    },
    onMissed,
  );
  expect(next.revision).toBe(7);
  expect(onMissed).not.toHaveBeenCalled();
  expect(isToldByAnswer('s1', 8)).toBe(false);
});

test('what another window did meanwhile is asked for once the last act is answered', async () => {
  const onMissed = vi.fn();
  const answer = Promise.withResolvers<{ revision: number }>();
  const first = whileActing('s1', () => answer.promise, onMissed);
  const second = whileActing('s1', async () => ({ revision: 5 }), onMissed);
  isToldByAnswer('s1', 6);
  await second;
  expect(onMissed).not.toHaveBeenCalled();
  answer.resolve({ revision: 4 });
  await first;
  expect(onMissed).toHaveBeenCalledOnce();
});

test('what was missed is asked for after the answer is in its place', async () => {
  const order: string[] = [];
  await whileActing(
    's1',
    async () => {
      isToldByAnswer('s1', 8);
      await Promise.resolve();
      order.push('answer in its place');
      return { revision: 7 };
    },
    () => order.push('asked'),
  );
  expect(order).toEqual(['answer in its place', 'asked']);
});

test('an act that is refused leaves what was told to be asked for', async () => {
  const onMissed = vi.fn();
  const acting = whileActing(
    's1',
    () => {
      isToldByAnswer('s1', 3);
      return Promise.reject(new Error('refused'));
    },
    onMissed,
  );
  await expect(acting).rejects.toThrow('refused');
  expect(onMissed).toHaveBeenCalledOnce();
});
