/**
 * Below `named` no name leaves the memory of the thread that runs a session. Planted names are words that stand
 * nowhere else: in participants, and in what is said of who waits and who speaks.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveSessions, readLive } from '../../db/live.ts';
import { listRecords } from '../../db/queries/record-view.ts';
import { contentOf } from '../../electron/services/content.ts';
import type { FloorState } from '../../shared/contract/index.ts';
import { SEATS } from '../../shared/domain/codes.ts';
import { editionOf } from '../../shared/domain/edition.ts';
import { kept } from '../../shared/domain/floor/attribution.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { minutesOf } from '../../shared/domain/minutes/minutes-of.ts';
import { RECORD_TYPES } from '../../shared/domain/records/index.ts';
import { roomView } from '../../shared/domain/room-view.ts';
import type { DossierSnapshot, RecordState } from '../../shared/domain/snapshot.ts';
import { idOf } from '../fixtures/dossiers.ts';
import { type RoomDesk, roomDesk } from '../fixtures/room/desk.ts';
import { type HeldDossier, heldDossier } from '../fixtures/room/random-room.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const LONG = process.env.HIWAR_LONG === '1';

const at = '2026-01-02T03:04:05.678Z';
const state: RecordState = {
  conflicts: [],
  changedSince: [],
  otherPositions: {},
  editedAt: at,
  createdAt: at,
};
const PLANTED = 'Zzplanted';
const nameOf = (n: number): string => `${PLANTED} Name${n}`;
const participantId = (n: number): string => idOf(`participant ${n}`);

/** The dossier as its records would be, each made by way of what its level lets it keep. */
function snapshotOf({ level, people, acts }: HeldDossier): DossierSnapshot {
  const records: { [type: string]: object[] } = {
    session: [
      { id: idOf('session'), title: { en: { text: 'Session', status: 'original' } }, attribution: level },
    ],
    participant: people.map((one, n) => ({ id: participantId(n), name: nameOf(n), ...one })),
    turn: [],
    presence: [],
    point: [],
  };
  for (const [n, { who, what }] of acts.entries()) {
    const index = who % people.length;
    const one = people[index] as HeldDossier['people'][number];
    const cells = { F: 0, M: 0, X: 0 };
    for (const other of people) if (other.seat === one.seat) cells[other.sex] += 1;
    const identity = { participant: participantId(index), organization: null, sex: one.sex, seat: one.seat };
    records[what]?.push({
      id: idOf(`${what} ${n}`),
      session: idOf('session'),
      level,
      body: { en: { text: `Heard ${n}`, status: 'original' } },
      confidentiality: 'public',
      ...kept(level, identity, cells, what as 'turn'),
    });
  }
  return {
    versionId: 'f'.repeat(64),
    asOf: at,
    gaps: 0,
    records: Object.fromEntries(
      RECORD_TYPES.map((type) => [type, (records[type] ?? []).map((record) => ({ state, ...record }))]),
    ) as unknown as DossierSnapshot['records'],
  };
}

const PEOPLE = 6;
const SCRIPT = [
  'add',
  'by-name',
  'next',
  'next',
  'stop',
  'arrive',
  'leave',
  'note',
  'pass',
  'take-back',
  'level',
] as const;
interface Scripted {
  readonly kind: (typeof SCRIPT)[number];
  readonly who: number;
  readonly level: 'organization' | 'group' | 'none';
}

/** Plays acts on a session; answers the people, and what the room could have been shown after each. */
function play(room: RoomDesk, script: readonly Scripted[]): { people: RecordId[]; views: string[] } {
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    room.create('participant', {
      name: nameOf(n),
      seat: SEATS[n % 2],
      sex: n % 3 === 0 ? 'F' : 'M',
      standing: 'titular',
      ...(n < 2 ? { spokesperson: true } : {}),
    }),
  );
  const views: string[] = [];
  room.act({ kind: 'open' });
  for (const { kind, who, level } of script) {
    const participant = people[who] as RecordId;
    const seat = SEATS[who % 2] as 'G' | 'E';
    const current = room.state().speaking?.id ?? null;
    const { dossier, session } = room;
    if (kind === 'add') room.act({ kind, id: randomUUID(), seat, turn: 'turn', participant });
    else if (kind === 'by-name')
      room.act({ kind: 'add', id: randomUUID(), seat, turn: 'turn', name: nameOf(100 + who) });
    else if (kind === 'next') room.act({ kind, current });
    else if (kind === 'stop' && current !== null) room.act({ kind, current });
    else if (kind === 'arrive' || kind === 'leave') room.act({ kind, seat, participant });
    else if (kind === 'take-back') room.act({ kind });
    else if (kind === 'pass') room.pass(8000);
    else if (kind === 'note')
      room.calls['session.note']({
        dossier,
        session,
        id: randomUUID(),
        kind: 'point',
        body: { en: 'Heard' },
        participant,
      } as never);
    else if (kind === 'level')
      room.calls['record.edit']({
        dossier,
        type: 'session',
        id: session,
        members: { attribution: level },
      } as never);
    views.push(...viewsOf(room.state()));
  }
  return { people, views };
}

const viewsOf = (floor: FloorState): string[] =>
  (['agenda', 'speaker', 'balance'] as const).map((kind) =>
    JSON.stringify(
      roomView(
        { kind },
        {
          level: floor.level,
          balanceShown: true,
          languages: ['ar', 'en'],
          title: {},
          items: [],
          floor,
          organization: null,
          clause: null,
          decisions: [],
        },
      ),
    ),
  );

describe('[room] no planted name', () => {
  const runs = LONG ? 100_000 : 10_000;
  test(`in the content of any edition that leaves or of minutes, and no id of a person in a record below named: ${runs} random dossiers (seed ${seed})`, () => {
    fc.assert(
      fc.property(heldDossier, (made) => {
        const snapshot = snapshotOf(made);
        const restricted = editionOf(snapshot, 'restricted', {});
        const minutes = minutesOf(snapshot, idOf('session'), restricted, {
          level: made.level,
          phase: 'draft',
          order: 1,
          issuedAt: at,
          deadline: null,
          fingerprint: '',
        });
        for (const leaving of [editionOf(snapshot, 'public', {}), restricted, minutes]) {
          const content = JSON.stringify(leaving);
          expect(content).not.toContain(PLANTED);
          for (const [n] of made.people.entries()) expect(content).not.toContain(participantId(n));
        }
        if (made.level === 'named') return;
        const { turn, presence, point } = snapshot.records;
        const held = JSON.stringify([turn, presence, point]);
        for (const [n] of made.people.entries()) expect(held).not.toContain(participantId(n));
      }),
      { seed, numRuns: runs },
    );
  });

  const played = LONG ? 500 : 25;
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom(...SCRIPT),
      who: fc.nat(PEOPLE - 1),
      level: fc.constantFrom('organization', 'group', 'none'),
    }),
    { minLength: 10, maxLength: 40 },
  );
  test(`in an event, a live row, a record, an edition or a view of the room: ${played} random sessions (seed ${seed})`, () => {
    fc.assert(
      fc.property(acts, (script) => {
        const room = roomDesk({ attribution: 'organization' });
        try {
          room.opened().db.pragma('synchronous = OFF');
          const { people, views } = play(room, script);
          const { db } = room.opened();
          const live = liveSessions(db).map((session) => readLive(db, session));
          const records = (['turn', 'presence', 'point'] as const)
            .flatMap((type) => [...listRecords(db, type), ...listRecords(db, type, { withdrawn: true })])
            .map(({ record }) => JSON.stringify(record));
          const editions = (['public', 'restricted'] as const).map((edition) =>
            JSON.stringify(contentOf(db, edition)),
          );
          const everything = [JSON.stringify(room.events), ...live, ...records, ...editions, ...views].join(
            '\n',
          );
          expect(everything).not.toContain(PLANTED);
          for (const id of people) expect([...live, ...records, ...views].join()).not.toContain(id);
        } finally {
          room.remove();
        }
      }),
      { seed, numRuns: played },
    );
  });
});
