import { expect, test } from 'vitest';
import { readEvents, splitFrames } from './event-stream.ts';

test('frames are cut at empty lines, and a comment is no event', () => {
  expect(splitFrames(': here\n\nid: 3\ndata: {"a":1}\n\nid: 4\nda')).toEqual({
    frames: [{}, { id: '3', data: '{"a":1}' }],
    rest: 'id: 4\nda',
  });
});

/** A host that answers each connection with the next of these texts, then refuses. */
async function follow(
  answers: (string | number)[],
): Promise<{ events: unknown[]; lastIds: (string | undefined)[] }> {
  const events: unknown[] = [];
  const lastIds: (string | undefined)[] = [];
  await readEvents({
    connect: async (headers) => {
      lastIds.push(headers['last-event-id']);
      const answer = answers.shift() ?? 401;
      if (answer === 0) throw new TypeError('no connection');
      return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
    },
    onEvent: (event) => events.push(event),
    signal: new AbortController().signal,
    pause: () => 0,
  });
  return { events, lastIds };
}

test('after a broken connection it asks for what came after the last event it had', async () => {
  const found = await follow([
    'id: 1\n: open\n\nid: 2\ndata: {"n":2}\n\nid: 3\nda',
    0,
    'id: 3\ndata: {"n":3}\n\n',
  ]);
  expect(found).toEqual({ events: [{ n: 2 }, { n: 3 }], lastIds: [undefined, '2', '2', '3'] });
});

test('lost events are said to be lost', async () => {
  const { events } = await follow(['event: lost\ndata: {}\n\n']);
  expect(events).toEqual([{ type: 'command', command: 'lost' }]);
});

test('a host that does not know the token is not asked again', async () => {
  expect((await follow([403])).lastIds).toHaveLength(1);
});

test('aborting ends it', async () => {
  const ended = new AbortController();
  const events: unknown[] = [];
  await readEvents({
    connect: async () => new Response('data: 1\n\n'),
    onEvent: (event) => {
      events.push(event);
      ended.abort();
    },
    signal: ended.signal,
    pause: () => 0,
  });
  expect(events).toEqual([1]);
});
