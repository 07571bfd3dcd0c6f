import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCopy } from '../../../db/copies.ts';
import { append } from '../../../db/ledger/append.ts';
import { sha256 } from '../../../db/ledger/hash.ts';
import { handoverOf, mergeHandover } from '../../../db/ledger/merge.ts';
import { bytesOf } from '../../../db/ledger/store.ts';
import { inLedger } from '../../../db/ledger/transaction.ts';
import { versionOf } from '../../../db/ledger/version.ts';
import { createDossierFile } from '../../../db/open.ts';
import { presenceOf, turnsOf } from '../../../db/queries/session.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { idOf, refusal } from '../../../tests/fixtures/dossiers.ts';
import { type RoomDesk, roomDesk } from '../../../tests/fixtures/room/desk.ts';
import { copiesFolder } from '../desk.ts';
import { enforceAttribution } from './attribution.ts';

let room: RoomDesk;
let organization: RecordId;
let participant: RecordId;
beforeEach(() => {
  room = roomDesk({ attribution: 'named' });
  organization = room.create('organization', { name: { en: 'Union' }, seat: 'W' });
  participant = room.create('participant', {
    name: 'Planted',
    seat: 'W',
    organization,
    sex: 'F',
    standing: 'titular',
  });
});
afterEach(() => room.remove());

const setLevel = (attribution: string | null, type: 'session' | 'dossier' = 'session'): unknown =>
  room.calls['record.edit']({
    dossier: room.dossier,
    type,
    id: type === 'session' ? room.session : room.dossier,
    members: { attribution },
  } as never);
const point = randomUUID();
/** One comes in, speaks and is noted; another of them waits. */
function speak(): void {
  room.act({ kind: 'open' });
  room.act({ kind: 'arrive', seat: 'W', participant });
  for (const id of [randomUUID(), randomUUID()])
    room.act({ kind: 'add', id, seat: 'W', turn: 'turn', participant });
  room.act({ kind: 'next', current: null });
  room.pass(6000);
  room.act({ kind: 'next', current: room.state().speaking?.id ?? null });
  room.calls['session.note']({
    dossier: room.dossier,
    session: room.session,
    id: point,
    kind: 'point',
    body: { en: 'Heard' },
    participant,
  } as never);
  room.pass(6000);
}
const noted = () =>
  (
    room.calls['record.get']({ dossier: room.dossier, type: 'point', id: point } as never) as {
      record: object;
    }
  ).record;

/** Every byte of the file, its log and its copies. */
function bytes(): string {
  const { file, id } = room.opened();
  const copies = copiesFolder(room.desk, id);
  const files = [
    file,
    `${file}-wal`,
    ...(existsSync(copies) ? readdirSync(copies).map((name) => join(copies, name)) : []),
  ];
  return files.flatMap((path) => (existsSync(path) ? readFileSync(path, 'latin1') : [])).join('');
}

describe('[room] attribution', () => {
  test('[L10] tightening erases at once, in file, log and copies', () => {
    speak();
    const { db, file, id } = room.opened();
    expect(turnsOf(db, room.session)[0]).toMatchObject({ participant, organization, sex: 'F' });
    db.pragma('wal_checkpoint(TRUNCATE)');
    makeCopy(file, copiesFolder(room.desk, id), versionOf(db), room.desk.now());
    expect(bytes()).toContain(participant);
    setLevel('group');
    const [turn] = turnsOf(db, room.session);
    for (const field of ['participant', 'organization', 'sex']) {
      expect(turn).not.toHaveProperty(field);
      expect(presenceOf(db, room.session)[0]).not.toHaveProperty(field);
      expect(noted()).not.toHaveProperty(field);
    }
    expect(noted()).toHaveProperty('seat', 'W');
    expect(bytes()).not.toContain(participant);
    room.pass(6000);
    expect(bytes()).not.toContain(participant);
    expect(room.state().notices.map(({ kind }) => kind)).toContain('level-tightened');
  });

  test('of the mandate as well, in every session that is held under it', () => {
    speak();
    setLevel('none', 'dossier');
    expect(turnsOf(room.opened().db, room.session)[0]).not.toHaveProperty('participant');
    expect(noted()).not.toHaveProperty('seat');
  });

  test('tightening is not undone, and loosening never reveals', () => {
    speak();
    setLevel('group');
    for (let n = 0; n < 20; n += 1)
      if (refusal(() => room.calls['undo.undo']({ dossier: room.dossier } as never))) break;
    setLevel('named');
    // Who speaks now was called under the stricter level.
    room.act({ kind: 'stop', current: room.state().speaking?.id as string });
    for (const turn of turnsOf(room.opened().db, room.session)) {
      expect(turn).not.toHaveProperty('participant');
      expect(turn).not.toHaveProperty('sex');
    }
  });

  test('a merged tightening erases here, and what comes obeys the level of here', () => {
    const { db, acting, file } = room.opened();
    const device = idOf('other copy');
    const other = createDossierFile(`${file}.other`, { dossier: room.dossier, device });
    mergeHandover(other.db, handoverOf(db));
    inLedger(other.db, () =>
      append(other.db, { ...acting, device }, [
        { recordType: 'session', recordId: room.session, set: { attribution: 'group' }, intent: 'edit' },
      ]),
    );
    speak();
    mergeHandover(db, handoverOf(other.db));
    enforceAttribution(room.desk, room.opened());
    expect(turnsOf(db, room.session)[0]).not.toHaveProperty('participant');
    expect(bytes()).not.toContain(participant);
    other.close();
  });

  test('a kill between a merge and its erasures: opening erases', () => {
    speak();
    const { db, acting } = room.opened();
    inLedger(db, () =>
      append(db, acting, [
        { recordType: 'session', recordId: room.session, set: { attribution: 'none' }, intent: 'edit' },
      ]),
    );
    expect(bytes()).toContain(participant);
    room.reopen();
    expect(turnsOf(room.opened().db, room.session)[0]).not.toHaveProperty('participant');
    expect(noted()).not.toHaveProperty('seat');
    expect(bytes()).not.toContain(participant);
  });

  test('minutes that were kept of it are dropped, and those of other sessions stay', () => {
    speak();
    const { db, acting } = room.opened();
    const kept = ['content', 'copy', 'of another'].map((name) => {
      const bytes = Buffer.from(`minutes: ${name}`);
      db.prepare('INSERT INTO blob (sha256, bytes) VALUES (?, ?)').run(bytesOf(sha256(bytes)), bytes);
      return { id: idOf(name), sha256: sha256(bytes) };
    });
    const [content, copy, other] = kept as [(typeof kept)[0], (typeof kept)[0], (typeof kept)[0]];
    const another = room.create('session', { title: { en: 'Second' }, attribution: 'named' });
    const make = (
      recordType: 'attachment' | 'minutes',
      recordId: RecordId,
      set: { [field: string]: string },
    ) => ({
      recordType,
      recordId,
      set,
      intent: 'create' as const,
    });
    inLedger(db, () =>
      append(db, acting, [
        ...kept.map((one) => make('attachment', one.id, { sha256: one.sha256 })),
        make('minutes', idOf('minutes'), { session: room.session, content: content.id, copy: copy.id }),
        make('minutes', idOf('other minutes'), { session: another, content: other.id }),
      ]),
    );
    setLevel('organization');
    const left = db.prepare('SELECT sha256 FROM blob').pluck().all() as Buffer[];
    expect(left.map((key) => key.toString('hex'))).toEqual([other.sha256]);
  });

  test('sex is kept below `named` where each cell has three, and then stays when the level is tightened', () => {
    setLevel('group');
    room.act({ kind: 'open' });
    const speakOf = (seat: 'G' | 'E'): void => {
      const women = Array.from({ length: seat === 'G' ? 3 : 2 }, (_, n) =>
        room.create('participant', { name: `${seat} ${n}`, seat, sex: 'F' }),
      );
      for (const one of women) room.act({ kind: 'arrive', seat, participant: one });
      room.act({ kind: 'add', id: randomUUID(), seat, turn: 'turn', participant: women[0] as RecordId });
      room.act({ kind: 'next', current: null });
      room.act({ kind: 'stop', current: room.state().speaking?.id as string });
    };
    speakOf('G');
    speakOf('E');
    setLevel('none');
    const [large, small] = turnsOf(room.opened().db, room.session);
    expect(large).toMatchObject({ sex: 'F' });
    expect(small).not.toHaveProperty('sex');
    for (const one of presenceOf(room.opened().db, room.session)) expect(one).not.toHaveProperty('sex');
  });

  test('what only the running of a session writes is refused from general calls', () => {
    const edit = (type: string, id: string, members: object): unknown =>
      room.calls['record.edit']({ dossier: room.dossier, type, id, members } as never);
    speak();
    expect(refusal(() => edit('point', point, { participant }))).toBe('input.invalid');
    expect(refusal(() => edit('session', room.session, { phase: 'closed' }))).toBe('input.invalid');
  });
});
