import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { HiwarEvent } from '../../shared/contract/index.ts';
import { AROUND_EVERY_MS, followEvents, type IsTold } from './events.ts';

/** Queries that are shown, what was asked for them and in which order; each is answered when the test says so. */
function shown() {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  const asked: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<string>>();
  let tell: (event: HiwarEvent) => void = () => undefined;
  const stop = followEvents(client, (listener) => {
    tell = listener;
    return () => undefined;
  });
  onTestFinished(() => {
    stop();
    client.clear();
  });
  return {
    asked,
    tell: (event: HiwarEvent) => tell(event),
    show(name: string, recordTypes?: readonly string[], dossier = 'd1', isTold?: IsTold) {
      client.setQueryData([name, { dossier }], 'held');
      const observer = new QueryObserver(client, {
        queryKey: [name, { dossier }],
        queryFn: () => {
          asked.push(name);
          const answer = Promise.withResolvers<string>();
          waiting.set(name, answer);
          return answer.promise;
        },
        meta: { recordTypes, isTold },
      });
      onTestFinished(observer.subscribe(() => undefined));
    },
    async answer(name: string) {
      waiting.get(name)?.resolve('new');
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const changed = (...recordTypes: string[]): HiwarEvent =>
  ({ type: 'changed', dossier: 'd1', recordTypes }) as unknown as HiwarEvent;

test('what the screen is made of is asked for before what stands around it', async () => {
  const page = shown();
  page.show('dossier.info');
  page.show('undo.state');
  page.show('session.record', ['point']);
  page.tell(changed('point'));
  // What can be undone is offered at once: a key for it may follow in the same breath.
  expect(page.asked).toEqual(['undo.state', 'session.record']);
  await page.answer('undo.state');
  expect(page.asked).not.toContain('dossier.info');
  await page.answer('session.record');
  expect(page.asked).toEqual(['undo.state', 'session.record', 'dossier.info']);
});

test('changes that come while the screen is read are all seen by the one asking around it', async () => {
  const page = shown();
  page.show('dossier.info');
  page.show('session.record', ['point']);
  page.tell(changed('point'));
  page.tell(changed('participant'));
  page.tell(changed('point'));
  await page.answer('session.record');
  expect(page.asked.filter((name) => name === 'dossier.info')).toHaveLength(1);
  expect(page.asked.at(-1)).toBe('dossier.info');
});

test('a change that touches nothing on the screen is still told around it', async () => {
  const page = shown();
  page.show('dossier.info');
  page.show('session.record', ['point']);
  page.tell(changed('participant'));
  await page.answer('session.record');
  expect(page.asked).toEqual(['dossier.info']);
});

test('what stands around is asked for once in a while, however often it changes, and never left unasked', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const page = shown();
  page.show('dossier.info');
  const countOf = () => page.asked.filter((name) => name === 'dossier.info').length;
  for (let n = 0; n < 20; n += 1) {
    page.tell(changed('point'));
    await page.answer('dossier.info');
  }
  expect(countOf()).toBe(1);
  vi.advanceTimersByTime(AROUND_EVERY_MS);
  await page.answer('dossier.info');
  expect(countOf()).toBe(2);
});

test('what an answer under way will say is not asked for, but where a question is under way already', async () => {
  const page = shown();
  page.show('session.record', ['point'], 'd1', () => true);
  page.show('search', ['point']);
  page.tell(changed('point'));
  expect(page.asked).toEqual(['search']);
  await page.answer('search');
  const other = shown();
  let isTold = false;
  other.show('session.record', ['point'], 'd1', () => isTold);
  other.tell(changed('point'));
  isTold = true;
  other.tell(changed('point'));
  expect(other.asked).toEqual(['session.record', 'session.record']);
});

test('a change of another dossier asks for nothing', async () => {
  const page = shown();
  page.show('dossier.info', undefined, 'd2');
  page.show('session.record', undefined, 'd2');
  page.tell(changed('point'));
  await page.answer('session.record');
  expect(page.asked).toEqual([]);
});
