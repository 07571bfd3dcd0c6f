import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { composedById } from '../../../db/queries/record-view.ts';
import { turnsOf } from '../../../db/queries/session.ts';
import type { FloorState } from '../../../shared/contract/index.ts';
import type { Session } from '../../../shared/domain/records/index.ts';
import { refusal } from '../../../tests/fixtures/dossiers.ts';
import { type RoomDesk, roomDesk } from '../../../tests/fixtures/room/desk.ts';

let room: RoomDesk;
beforeEach(() => {
  room = roomDesk({ attribution: 'group' });
});
afterEach(() => room.remove());

const add = (
  seat: 'G' | 'E' | 'W' | 'invited',
  turn: 'turn' | 'point-of-order' | 'reply' = 'turn',
): string => {
  const id = randomUUID();
  room.act({ kind: 'add', id, seat, turn });
  return id;
};
const next = (): FloorState => room.act({ kind: 'next', current: room.state().speaking?.id ?? null });

describe('[room] the floor', () => {
  test('is closed to acts until it is opened', () => {
    expect(refusal(() => add('G'))).toBe('floor.not-open');
    room.act({ kind: 'open' });
    add('G');
    expect(room.state().queue).toHaveLength(1);
  });

  test('the quorum of the opening is kept as it was: an alternate who steps in later takes no seat in it', () => {
    for (const seat of ['G', 'E', 'W'])
      for (const standing of ['titular', 'titular', 'alternate'])
        room.create('participant', { name: `${standing} ${seat}`, seat, standing });
    room.calls['record.edit']({
      dossier: room.dossier,
      type: 'dossier',
      id: room.dossier,
      members: { quorumRule: { kind: 'number-of-each', number: 2 } },
    } as never);
    for (const [seat, count] of [
      ['G', 2],
      ['E', 1],
      ['W', 3],
    ] as const)
      room.act({ kind: 'arrive', seat, count });
    room.act({ kind: 'arrive', seat: 'E', standing: 'alternate' });
    const opened = room.act({ kind: 'open' });
    room.pass(60_000);
    expect(room.act({ kind: 'step-in', seat: 'E', alternate: null }).quorum.met).toBe(true);
    const kept = composedById(room.opened().db, 'session', room.session).record as Session;
    expect(kept.openingQuorum).toEqual({
      at: opened.clock.openedAt,
      rule: { kind: 'number-of-each', number: 2 },
      met: false,
      seats: {
        G: { present: 2, entitled: 2, needed: 2, met: true },
        E: { present: 1, entitled: 2, needed: 2, met: false },
        W: { present: 2, entitled: 2, needed: 2, met: true },
      },
    });
  });

  test('the hour that daylight saving gives back changes no duration, and the room keeps the hours it opened with', () => {
    const { TZ } = process.env;
    process.env.TZ = 'Europe/Paris';
    try {
      // Half past two of summer time: at three it is two again.
      room.moveWall(Date.UTC(2025, 9, 26, 0, 30) - room.desk.now());
      room.act({ kind: 'open' });
      add('W');
      next();
      for (let half = 0; half < 4; half += 1) {
        room.pass(1_800_000);
        room.act({ kind: 'extend', seconds: 30 });
      }
      const { clock, speaking, notices } = room.state();
      expect(new Date(room.desk.now()).getTimezoneOffset()).toBe(-60);
      expect(clock).toMatchObject({ elapsedMs: 2 * 3_600_000, utcOffset: 120 });
      expect(speaking?.elapsedMs).toBe(2 * 3_600_000);
      expect(notices).toEqual([]);
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  test('a turn is written with its time, held time left out', () => {
    room.act({ kind: 'open' });
    add('G');
    add('E');
    next();
    room.pass(60_000);
    room.act({ kind: 'hold', on: true });
    room.pass(30_000);
    room.act({ kind: 'hold', on: false });
    room.pass(15_000);
    const state = next();
    expect(state.speaking?.speaker).toBe('E');
    expect(state.balance.time.G).toEqual({ ms: 75_000, turns: 1 });
    const [turn] = turnsOf(room.opened().db, room.session);
    expect(turn).toMatchObject({ speaker: 'G', ms: 75_000, order: 1, kind: 'turn', level: 'group' });
    expect(state.clock.elapsedMs).toBe(105_000);
  });

  test('a second press and a second window are refused, and both see the same', () => {
    room.act({ kind: 'open' });
    const first = add('G');
    const second = add('W');
    const before = room.state().speaking?.id ?? null;
    room.act({ kind: 'next', current: before });
    expect(refusal(() => room.act({ kind: 'next', current: before }))).toBe('floor.moved-on');
    expect(refusal(() => room.act({ kind: 'remove', entry: first }))).toBe('floor.entry-gone');
    expect(refusal(() => room.act({ kind: 'move', entry: first, before: null }))).toBe('floor.entry-gone');
    expect(room.state().queue.map(({ id }) => id)).toEqual([second]);
    // The same entry again is the same act: a call that was tried twice adds nobody.
    const { revision } = room.state();
    room.act({ kind: 'add', id: second, seat: 'W', turn: 'turn' });
    expect(room.state().revision).toBe(revision);
  });

  test('a point of order stands first, and neither it nor the chair counts in a share', () => {
    room.act({ kind: 'open' });
    add('G');
    add('W', 'point-of-order');
    expect(room.state().queue.map(({ seat }) => seat)).toEqual(['W', 'G']);
    expect(next().speaking?.limitMs).toBe(60_000);
    room.pass(20_000);
    room.act({ kind: 'apart', speaker: 'chair', current: room.state().speaking?.id ?? null });
    room.pass(40_000);
    next();
    room.pass(10_000);
    const { balance } = room.act({ kind: 'stop', current: room.state().speaking?.id as string });
    expect(balance.pointsOfOrder).toEqual({ ms: 20_000, turns: 1 });
    expect(balance.time.chair.ms).toBe(40_000);
    expect(balance.shares).toMatchObject({ G: { share: 1 }, W: { share: 0 } });
    expect(balance.totalMs).toBe(10_000);
  });

  test('sleep and a clock that was set change no duration; what was lost can be counted after all', () => {
    room.act({ kind: 'open' });
    add('G');
    next();
    room.pass(10_000);
    room.moveWall(3_600_000);
    room.moveWall(-7_200_000);
    room.sleep(60_000);
    room.sleep(60_000, true);
    const state = room.state();
    expect(state.speaking?.elapsedMs).toBe(10_000);
    expect(state.notices.map(({ kind }) => kind)).toEqual(['wall', 'wall', 'gap', 'wall']);
    const gap = state.notices.find(({ kind }) => kind === 'gap') as { id: string };
    expect(room.act({ kind: 'count-gap', notice: gap.id }).speaking?.elapsedMs).toBe(70_000);
  });

  test('what stands when the power is cut stands when it is back: held, and said so', () => {
    room.act({ kind: 'open' });
    add('G');
    add('E');
    next();
    room.pass(61_000);
    room.reopen();
    const state = room.state();
    expect(state.phase).toBe('open');
    expect(state.speaking).toMatchObject({ speaker: 'G', isHeld: true });
    expect(state.speaking?.elapsedMs).toBeGreaterThanOrEqual(55_000);
    expect(state.speaking?.elapsedMs).toBeLessThanOrEqual(61_000);
    expect(state.queue.map(({ seat }) => seat)).toEqual(['E']);
    expect(state.notices.at(-1)?.kind).toBe('restored');
  });

  test('a slip of the hand is taken back: the turn goes on, and who was called waits first again', () => {
    room.act({ kind: 'open' });
    add('G');
    const waiting = add('E');
    next();
    room.pass(30_000);
    next();
    room.pass(2000);
    const state = room.act({ kind: 'take-back' });
    expect(state.speaking).toMatchObject({ speaker: 'G', elapsedMs: 30_000, isHeld: true });
    expect(state.queue[0]?.id).toBe(waiting);
    expect(state.balance.time.G.turns).toBe(0);
    expect(turnsOf(room.opened().db, room.session)).toEqual([]);
  });

  test('the quorum follows who is here, alternates who step in included', () => {
    const people = (['G', 'E', 'W'] as const).flatMap((seat) =>
      (['titular', 'titular', 'alternate'] as const).map((standing) => ({
        seat,
        standing,
        id: room.create('participant', { name: `Of ${seat}`, seat, standing, sex: 'F' }),
      })),
    );
    room.calls['record.edit']({
      dossier: room.dossier,
      type: 'dossier',
      id: room.dossier,
      members: { quorumRule: { kind: 'share-of-each', numerator: 1, denominator: 1 } },
    } as never);
    for (const { id, seat } of people) room.act({ kind: 'arrive', participant: id, seat });
    expect(room.state().quorum.met).toBe(true);
    const [first, , alternate] = people as [{ id: string }, unknown, { id: string }];
    const without = room.act({ kind: 'leave', participant: first.id as never, seat: 'G' });
    expect(without.quorum).toMatchObject({
      met: false,
      seats: { G: { present: 1, entitled: 2, needed: 2 } },
    });
    expect(room.act({ kind: 'step-in', seat: 'G', alternate: alternate.id as never }).quorum.met).toBe(true);
    expect(room.state().presence[0]).toMatchObject({ titular: 1, alternate: 1, steppedIn: 1, women: 2 });
  });

  test('a caucus that counts who is there leaves unknown nobody of the plenary', () => {
    room.act({ kind: 'open' });
    const participant = room.create('participant', { name: 'One', seat: 'G', sex: 'F' });
    room.act({ kind: 'arrive', seat: 'G', participant: participant as never });
    room.act({ kind: 'arrive', seat: 'E', standing: 'titular' });
    const before = room.state().women;
    const caucus = room.create('session', { title: { en: 'Caucus' }, kind: 'caucus', constituency: 'W' });
    const apart = (act: unknown): unknown =>
      room.calls['floor.act']({ dossier: room.dossier, session: caucus, act } as never);
    apart({ kind: 'open' });
    apart({ kind: 'arrive', seat: 'W', standing: 'titular', count: 3 });
    expect(before.present).toBe(1);
    expect(room.state().women).toEqual(before);
  });

  test('a closed session keeps the share of women that was there at its close', () => {
    const here = (sex: 'F' | 'M'): void => {
      const participant = room.create('participant', { name: `One ${sex}`, seat: 'G', sex });
      room.act({ kind: 'arrive', seat: 'G', participant: participant as never });
    };
    here('F');
    here('M');
    room.act({ kind: 'open' });
    const closed = room.calls['session.close']({
      dossier: room.dossier,
      session: room.session,
      at: 'now',
    } as never) as FloorState;
    expect(closed.presence[0]).toMatchObject({ titular: 0 });
    expect(closed.women.present).toBe(0.5);
    expect(room.state().women.present).toBe(0.5);
  });

  test('no event and no live row holds a name, below `named` not even an id', () => {
    const participant = room.create('participant', { name: 'Planted Name', seat: 'G', sex: 'F' });
    room.act({ kind: 'open' });
    room.act({ kind: 'add', id: randomUUID(), seat: 'G', turn: 'turn', participant: participant as never });
    room.act({ kind: 'add', id: randomUUID(), seat: 'W', turn: 'turn', name: 'Other Planted' });
    expect(room.state().queue.map(({ name }) => name)).toEqual(['Planted Name', 'Other Planted']);
    next();
    room.pass(6000);
    const live = room.opened().db.prepare("SELECT value FROM meta WHERE key LIKE 'live:%'").pluck().get();
    expect(live).not.toMatch(/Planted/);
    expect(live).not.toContain(participant);
    expect(JSON.stringify(room.events)).not.toMatch(/Planted/);
    room.act({ kind: 'stop', current: room.state().speaking?.id as string });
    expect(turnsOf(room.opened().db, room.session)[0]).not.toHaveProperty('participant');
  });

  test('a session left open overnight holds its floor and says so', () => {
    room.act({ kind: 'open' });
    add('G');
    next();
    room.pass(5000);
    room.sleep(12 * 3_600_000, true);
    const state = room.state();
    expect(state.speaking?.isHeld).toBe(true);
    expect(state.notices.map(({ kind }) => kind)).toContain('left-open');
  });
});
