import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { append } from '../../../db/ledger/append.ts';
import { inLedger } from '../../../db/ledger/transaction.ts';
import { readLive } from '../../../db/live.ts';
import { composedById } from '../../../db/queries/record-view.ts';
import { presenceOf, turnsOf } from '../../../db/queries/session.ts';
import type { FloorState, PointRow } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Closing } from '../../../shared/domain/records/index.ts';
import { refusal } from '../../../tests/fixtures/dossiers.ts';
import { type RoomDesk, roomDesk } from '../../../tests/fixtures/room/desk.ts';

let room: RoomDesk;
const begin = (members: { readonly [name: string]: unknown }): void => {
  room = roomDesk(members);
  room.act({ kind: 'open' });
};
beforeEach(() => begin({ attribution: 'group' }));
afterEach(() => room.remove());

const note = (input: { readonly [name: string]: unknown }): PointRow | null =>
  room.calls['session.note']({
    dossier: room.dossier,
    session: room.session,
    kind: 'point',
    ...input,
  } as never) as PointRow | null;
const record = (page: { before?: string; limit?: number } = {}) =>
  room.calls['session.record']({
    dossier: room.dossier,
    session: room.session,
    limit: 40,
    ...page,
  } as never) as {
    total: number;
    points: PointRow[];
  };
const close = (at: 'now' | 'last-act' = 'now') =>
  room.calls['session.close']({ dossier: room.dossier, session: room.session, at } as never);

describe('[room] the running record', () => {
  test('an entry is written once and again under one id; an empty one is withdrawn or never was', () => {
    const id = randomUUID();
    expect(note({ id, body: { en: ' ' } })).toBeNull();
    expect(note({ id, body: { en: 'A' }, seat: 'W' })).toMatchObject({ number: '001', seat: 'W' });
    expect(note({ id, body: { en: 'A point' } })?.body.en?.text).toBe('A point');
    expect(record()).toMatchObject({ total: 1, points: [{ id, seat: 'W' }] });
    expect(note({ id, body: null })?.withdrawn).toBe(true);
    expect(record().total).toBe(0);
  });

  test('pages end before the oldest that is there already, newest last', () => {
    const ids = Array.from({ length: 5 }, () => randomUUID() as string);
    for (const [n, id] of ids.entries()) note({ id, body: { en: `Point ${n}` } });
    const last = record({ limit: 2 });
    expect(last.points.map(({ id }) => id)).toEqual(ids.slice(3));
    expect(record({ limit: 2, before: ids[3] as string }).points.map(({ id }) => id)).toEqual(
      ids.slice(1, 3),
    );
  });

  test('who spoke is kept as far as the level allows', () => {
    const organization = room.create('organization', { name: { en: 'Union' }, seat: 'W' });
    const participant = room.create('participant', { name: 'Planted Name', seat: 'W', organization });
    const said = (): PointRow | null => note({ id: randomUUID(), body: { en: 'x' }, participant });
    expect(said()).toMatchObject({
      participant: null,
      organization: null,
      seat: 'W',
      confidentiality: 'secretariat',
    });
    const others = [
      ['none', { participant: null, organization: null, seat: null }],
      ['organization', { participant: null, organization, seat: 'W', confidentiality: 'public' }],
      ['named', { participant, organization, seat: 'W' }],
    ] as const;
    for (const [attribution, expected] of others) {
      room.calls['record.edit']({
        dossier: room.dossier,
        type: 'session',
        id: room.session,
        members: { attribution },
      } as never);
      expect(said()).toMatchObject(expected);
    }
  });

  test('a full name in the words is said to be one, and written all the same', () => {
    room.create('participant', { name: 'Planted Name', seat: 'W' });
    expect(note({ id: randomUUID(), body: { en: 'As planted name said' } })?.namesPerson).toBe(true);
    expect(note({ id: randomUUID(), body: { en: 'As somebody said' } })).not.toHaveProperty('namesPerson');
  });

  test('what a caucus says is not written here', () => {
    room.remove();
    begin({ attribution: 'group', kind: 'caucus' });
    expect(refusal(() => note({ id: randomUUID(), body: { en: 'x' } }))).toBe('session.caucus');
    expect(refusal(() => room.act({ kind: 'add', id: randomUUID(), seat: 'G', turn: 'turn' }))).toBe(
      'session.caucus',
    );
  });
});

describe('[room] the close', () => {
  const closing = (): Closing =>
    (composedById(room.opened().db, 'session', room.session).record as { closing: Closing }).closing;

  test('ends the turn, lets everybody leave and takes the totals', () => {
    room.act({ kind: 'arrive', seat: 'G', count: 3 });
    room.act({ kind: 'add', id: randomUUID(), seat: 'G', turn: 'turn' });
    room.act({ kind: 'next', current: null });
    room.pass(30_000);
    expect(close()).toMatchObject({ phase: 'closed', speaking: null, queue: [] });
    expect(closing()).toMatchObject({
      elapsedMs: 30_000,
      time: { G: { ms: 30_000, turns: 1 } },
      most: { G: 3 },
      sex: null,
    });
    expect(presenceOf(room.opened().db, room.session).every(({ leftAt }) => leftAt !== undefined)).toBe(true);
    expect(readLive(room.opened().db, room.session)).toBeUndefined();
    expect(refusal(() => room.act({ kind: 'arrive', seat: 'G' }))).toBe('floor.closed');
    expect(refusal(() => note({ id: randomUUID(), body: { en: 'late' } }))).toBe('floor.closed');
  });

  test("at the last act: the night in which the machine stood open is nobody's", () => {
    room.act({ kind: 'add', id: randomUUID(), seat: 'G', turn: 'turn' });
    room.act({ kind: 'next', current: null });
    room.pass(20_000);
    room.act({ kind: 'extend', seconds: 30 });
    room.pass(1_800_000);
    room.sleep(12 * 3_600_000, true);
    close('last-act');
    expect(closing()).toMatchObject({ elapsedMs: 20_000, time: { G: { ms: 20_000 } } });
  });

  test('what was kept on paper while the session is suspended counts once, now and at the close', () => {
    const speak = (seat: 'G' | 'E', ms: number): void => {
      room.act({ kind: 'add', id: randomUUID(), seat, turn: 'turn' });
      room.act({ kind: 'next', current: room.state().speaking?.id ?? null });
      room.pass(ms);
    };
    speak('E', 30_000);
    room.act({ kind: 'suspend', why: 'other' });
    const turns = [{ seat: 'E', kind: 'turn', ms: 90_000 }];
    const points = [{ kind: 'point', body: { ar: 'قيل' }, seat: 'E' }];
    const paper = { dossier: room.dossier, session: room.session, turns, presence: [], points };
    const typed = room.calls['floor.keyIn'](paper as never) as FloorState;
    expect(typed).toMatchObject({ phase: 'suspended', balance: { time: { E: { ms: 120_000, turns: 2 } } } });
    room.act({ kind: 'resume' });
    speak('G', 20_000);
    expect(close()).toMatchObject({ phase: 'closed' });
    expect(closing().time).toEqual({ E: { ms: 120_000, turns: 2 }, G: { ms: 20_000, turns: 1 } });
    expect(turnsOf(room.opened().db, room.session).map(({ order }) => order)).toEqual([1, 2, 3]);
    expect(record().total).toBe(1);
  });

  test('who would be fair next is reckoned from what was kept on paper too', () => {
    room.calls['record.edit']({
      dossier: room.dossier,
      type: 'dossier',
      id: room.dossier,
      members: { fairOrder: 'alternating' },
    } as never);
    const wait = (seat: 'G' | 'E'): string => {
      const id = randomUUID();
      room.act({ kind: 'add', id, seat, turn: 'turn' });
      return id;
    };
    wait('G');
    room.act({ kind: 'next', current: null });
    room.pass(10_000);
    const [employers, government] = [wait('E'), wait('G')];
    expect(room.act({ kind: 'suspend', why: 'other' }).suggestion).toBe(employers);
    const turns = [{ seat: 'E', kind: 'turn', ms: 60_000 }];
    const paper = { dossier: room.dossier, session: room.session, turns, presence: [], points: [] };
    room.calls['floor.keyIn'](paper as never);
    expect(room.act({ kind: 'resume' }).suggestion).toBe(government);
  });

  test('what was kept on paper is added afterwards, and the totals with it; never under final minutes', () => {
    close();
    const turns = [{ seat: 'E', kind: 'turn', ms: 90_000 }];
    const paper = { dossier: room.dossier, session: room.session, turns, presence: [], points: [] };
    const state = room.calls['floor.keyIn']({
      ...paper,
      presence: [{ seat: 'E', standing: 'titular', count: 2 }],
      points: [{ kind: 'point', body: { ar: 'قيل' }, seat: 'E' }],
    } as never) as { balance: { time: { E: object } } };
    expect(state.balance.time.E).toEqual({ ms: 90_000, turns: 1 });
    expect(closing().time.E).toEqual({ ms: 90_000, turns: 1 });
    expect(record()).toMatchObject({ total: 1, points: [{ seat: 'E', number: '001' }] });
    const { db, acting } = room.opened();
    inLedger(db, () =>
      append(db, acting, [
        {
          recordType: 'minutes',
          recordId: randomUUID() as RecordId,
          set: { session: room.session, phase: 'final', order: 1 },
          intent: 'create',
        },
      ]),
    );
    expect(refusal(() => room.calls['floor.keyIn'](paper as never))).toBe('floor.closed');
  });
});
