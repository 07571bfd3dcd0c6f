import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { append } from '../../../db/ledger/append.ts';
import { handoverOf, mergeHandover } from '../../../db/ledger/merge.ts';
import { inLedger } from '../../../db/ledger/transaction.ts';
import { dropLive } from '../../../db/live.ts';
import { createDossierFile } from '../../../db/open.ts';
import type { Attribution } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { idOf } from '../../../tests/fixtures/dossiers.ts';
import { type RoomDesk, roomDesk } from '../../../tests/fixtures/room/desk.ts';

let room: RoomDesk;
afterEach(() => room.remove());

/** Two of the workers are here, one of them speaks and the other waits; the power is cut and comes back. */
function cutUnder(attribution: Attribution): RecordId[] {
  room = roomDesk({ attribution });
  const people = ['Planted One', 'Planted Two'].map((name) =>
    room.create('participant', { name, seat: 'W', sex: 'F', standing: 'titular' }),
  );
  room.act({ kind: 'open' });
  for (const participant of people) {
    room.act({ kind: 'arrive', seat: 'W', participant });
    room.act({ kind: 'add', id: randomUUID(), seat: 'W', turn: 'turn', participant });
  }
  room.act({ kind: 'next', current: null });
  room.pass(20_000);
  room.reopen();
  return people;
}
const workers = () => room.state().presence[2];

describe('[room] after a power cut', () => {
  test('at `named` everybody is who they were', () => {
    cutUnder('named');
    const { speaking, queue } = room.state();
    expect(speaking).toMatchObject({ name: 'Planted One', isHeld: true });
    expect(queue).toMatchObject([{ name: 'Planted Two', isFirst: true }]);
    expect(workers()).toMatchObject({ titular: 2, unidentified: 0, women: 2 });
  });

  test('below it the counts stand, nobody is known, and saying who is here counts nobody twice', () => {
    const [one, two] = cutUnder('group') as [RecordId, RecordId];
    const { speaking, queue, women, quorum } = room.state();
    expect(speaking).toMatchObject({ speaker: 'W', name: null });
    expect(queue).toMatchObject([{ seat: 'W', name: null }]);
    expect(women.present).toBeNull();
    expect(quorum.seats.W.present).toBe(2);
    expect(workers()).toMatchObject({ titular: 2, unidentified: 2, women: null });
    room.act({ kind: 'arrive', seat: 'W', participant: one });
    expect(workers()).toMatchObject({ titular: 2, unidentified: 1 });
    room.act({ kind: 'arrive', seat: 'W', participant: two });
    expect(workers()).toMatchObject({ titular: 2, unidentified: 0, women: 2 });
    expect(room.state().women.present).toBe(1);
  });

  test('the time that was lost is offered, and no more than that', () => {
    cutUnder('group');
    const restored = room.state().notices.at(-1);
    expect(restored?.kind).toBe('restored');
    const before = room.state().speaking?.elapsedMs as number;
    const after = room.act({ kind: 'count-gap', notice: restored?.id as string });
    expect(after.speaking?.elapsedMs).toBe(20_000);
    expect(before).toBeLessThan(20_001);
  });

  test('a session whose row is lost is open all the same, with what the ledger holds', () => {
    cutUnder('group');
    room.act({ kind: 'stop', current: room.state().speaking?.id as string });
    dropLive(room.opened().db, room.session);
    room.reopen();
    const { phase, queue, balance } = room.state();
    expect(phase).toBe('open');
    expect(queue).toEqual([]);
    expect(balance.time.W.turns).toBe(1);
  });
});

describe('[room] the level of a session', () => {
  test('while two stand in conflict the stricter one holds', () => {
    room = roomDesk({ attribution: 'group' });
    const { db, acting, file } = room.opened();
    const device = idOf('other copy');
    const other = createDossierFile(`${file}.other`, { dossier: room.dossier, device });
    mergeHandover(other.db, handoverOf(db));
    const set = (to: typeof db, acts: typeof acting, attribution: Attribution): unknown =>
      inLedger(to, () =>
        append(to, acts, [
          { recordType: 'session', recordId: room.session, set: { attribution }, intent: 'edit' },
        ]),
      );
    set(other.db, { ...acting, device }, 'none');
    set(db, acting, 'named');
    expect(room.state().mayName).toBe(true);
    mergeHandover(db, handoverOf(other.db));
    expect(room.state()).toMatchObject({ level: 'none', mayName: false });
    other.close();
  });

  test('a session is never looser than the mandate', () => {
    room = roomDesk({ attribution: 'named' });
    expect(room.state().level).toBe('named');
    room.calls['record.edit']({
      dossier: room.dossier,
      type: 'dossier',
      id: room.dossier,
      members: { attribution: 'organization' },
    } as never);
    expect(room.state().level).toBe('organization');
  });
});

describe('[room] breaks and the agenda', () => {
  test('a break moves to the item of its kind when that is next; its time is held and not spoken', () => {
    room = roomDesk({ attribution: 'group' });
    const item = (order: number, kind: string): RecordId =>
      room.create('agendaItem', { session: room.session, order, kind, minutes: 10 });
    const first = item(1, 'item');
    const prayer = item(2, 'prayer');
    const last = item(3, 'item');
    room.act({ kind: 'open' });
    room.act({ kind: 'item', item: first });
    room.pass(720_000);
    expect(room.state()).toMatchObject({ item: first, driftMs: 120_000, expectedEndMs: 1_920_000 });
    expect(room.act({ kind: 'suspend', why: 'prayer' })).toMatchObject({ phase: 'suspended', item: prayer });
    room.pass(300_000);
    const back = room.act({ kind: 'resume' });
    expect(back.clock.elapsedMs).toBe(720_000);
    expect(back.items.map(({ spentMs }) => spentMs)).toEqual([720_000, 300_000, 0]);
    const { items } = room.act({ kind: 'item', item: last });
    expect(items.map(({ state }) => state)).toEqual(['done', 'done', 'now']);
    // Taken up again: its time goes on from where it was.
    room.act({ kind: 'item', item: first });
    room.pass(5000);
    expect(room.state().items[0]).toMatchObject({ state: 'now', spentMs: 725_000 });
  });
});
