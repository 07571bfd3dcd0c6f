/**
 * Who is in the room stays with whoever runs the session: random dossiers with planted names are held in a real host,
 * and what it tells its windows, shows the room, prints, answers where it refuses, and writes to disk is searched.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForReading } from '../../../db/open.ts';
import type { FloorState, RoomRequest, RoomShown } from '../../../shared/contract/index.ts';
import { ATTRIBUTIONS, type Attribution } from '../../../shared/domain/codes.ts';
import { findIn, findInText, nameOf, PERSON_ID, ROOTS, UNLISTED } from '../../fixtures/planted/names.ts';
import { enterOverHttp, type Heard, type HttpPage } from '../../fixtures/room/over-http.ts';
import {
  type HeldRoom,
  heldRoom,
  hold,
  type Moment,
  type PreparedRoom,
  prepare,
  type Venue,
} from '../../fixtures/room/random-room.ts';
import { type SteppedHost, startSteppedHost } from '../../fixtures/room/stepped-host.ts';

const seed = Number(process.env.HIWAR_SEED ?? Date.now() % 2 ** 31);
const LONG = process.env.HIWAR_LONG === '1';
const DOSSIERS = LONG ? 500 : 50;
const ON_NO_LIST = Object.values(UNLISTED);
const WANTED = [...ROOTS, PERSON_ID];

let host: SteppedHost;
let page: HttpPage;
let ofRoom: HttpPage;
let told: Heard;
let toldRoom: Heard;
let venue: Venue;

beforeAll(async () => {
  host = await startSteppedHost();
  page = await enterOverHttp(host.address);
  ofRoom = await page.openRoom();
  [told, toldRoom] = [await page.listen(), await ofRoom.listen()];
  venue = { call: page.call, upload: page.upload, pass: host.advance };
}, 60_000);
afterAll(async () => {
  page.close();
  ofRoom.close();
  await host.remove();
});

const REQUESTS = (prepared: PreparedRoom): RoomRequest[] => [
  { kind: 'speaker' },
  { kind: 'agenda' },
  { kind: 'speaker' },
  { kind: 'clause', clause: prepared.clause as never },
  { kind: 'speaker' },
  { kind: 'table', table: 'quorum' },
  { kind: 'speaker' },
  { kind: 'balance' },
  { kind: 'speaker' },
  { kind: 'table', table: 'decisions' },
  { kind: 'break' },
];

/** Looks at everything that the host tells and shows of one session while it is held. */
class Looking {
  readonly #prepared: PreparedRoom;
  /** Names the room may see now: of those who speak, learnt while the level was `named` and held since. */
  readonly #mayBeShown = new Set<string>();
  #asked = 0;
  #read = { page: told.events.length, room: toldRoom.events.length };
  namesShown = 0;

  constructor(prepared: PreparedRoom) {
    this.#prepared = prepared;
  }

  async onAct({ floor, spokenUnder }: Moment): Promise<void> {
    const name = floor.speaking?.name ?? null;
    if (name !== null && spokenUnder === 'named') this.#mayBeShown.add(name);
    const { dossier, session } = this.#prepared;
    const requests = REQUESTS(this.#prepared);
    const request = requests[this.#asked % requests.length] as RoomRequest;
    this.#asked += 1;
    await page.call('projector.show', { dossier, session, request });
    const looked = await ofRoom.call('room.look', {});
    this.#check(looked);
    if (request.kind === 'speaker' && name !== null && spokenUnder === 'named')
      expect(looked.view).toMatchObject({ name });
    await this.catchUp();
  }

  /** Every event of both streams up to now, and what the projector's own state says. */
  async catchUp(): Promise<void> {
    const { dossier } = this.#prepared;
    const state = await page.call('projector.state', { dossier });
    this.#check(state.shown);
    const isLast = (event: Heard['events'][number]): boolean =>
      event.type === 'room.shown' && event.shown.revision === state.shown.revision;
    await Promise.all([told.until(isLast), toldRoom.until(isLast)]);
    for (const event of [...told.events.slice(this.#read.page), ...toldRoom.events.slice(this.#read.room)])
      if (event.type === 'room.shown') this.#check(event.shown);
      else expect(findInText(JSON.stringify(event), WANTED)).toEqual([]);
    this.#read = { page: told.events.length, room: toldRoom.events.length };
  }

  async beforeLevel(): Promise<void> {
    await this.catchUp();
    this.#mayBeShown.clear();
  }

  /** The one place for a name in all that the room is shown is that of who speaks. */
  #check(shown: RoomShown): void {
    const { view } = shown;
    const isNamed = view.kind === 'speaker' && view.name !== null && this.#mayBeShown.has(view.name);
    if (isNamed) this.namesShown += 1;
    const rest = isNamed ? { ...shown, view: { ...view, name: null } } : shown;
    expect(findInText(JSON.stringify(rest), WANTED)).toEqual([]);
  }
}

async function fileOf(dossier: string): Promise<string> {
  const { entries, folder } = await page.call('library.list', {});
  return join(folder, entries.find((entry) => entry.dossier === dossier)?.fileName ?? '');
}

/** The bytes of a dossier with its log, as they lie there while it is open. */
const bytesOf = (file: string) =>
  ['', '-wal', '-shm']
    .map((end) => `${file}${end}`)
    .filter((path) => existsSync(path))
    .map((path) => ({ path, bytes: readFileSync(path) }));

/** All rows of `meta`, read from a copy: the file is held. */
function metaOf(file: string): { readonly key: string; readonly value: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'hiwar-meta-'));
  try {
    const copy = join(folder, 'copy.hiwar');
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    const db = openForReading(copy);
    const rows = db.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[];
    db.close();
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const stateOf = ({ dossier, session }: PreparedRoom): Promise<FloorState> =>
  page.call('floor.state', { dossier, session });

/** Holds a session, looking on; answers what was seen, with the floor as it was last. */
async function holdLooking(
  room: HeldRoom,
): Promise<{ prepared: PreparedRoom; looking: Looking; file: string }> {
  const prepared = await prepare(venue, room);
  const looking = new Looking(prepared);
  await hold(venue, room, prepared, {
    onAct: (moment) => looking.onAct(moment),
    beforeLevel: () => looking.beforeLevel(),
  });
  await looking.catchUp();
  return { prepared, looking, file: await fileOf(prepared.dossier) };
}

describe('[room] no planted name', () => {
  test(
    `in what a host tells, shows and writes below named, of ${DOSSIERS} random dossiers (seed ${seed})`,
    async () => {
      await fc.assert(
        fc.asyncProperty(heldRoom, async (room) => {
          const { prepared, file } = await holdLooking(room);
          const { dossier, session } = prepared;
          // The window of whoever runs the session knows them all: this is what could have come out.
          const floor = await stateOf(prepared);
          expect(floor.level).toBe(room.changed ?? room.held.level);
          const before = JSON.stringify(floor);
          expect(findInText(before, ON_NO_LIST)).not.toEqual([]);
          expect(findInText(before, [PERSON_ID])).not.toEqual([]);

          expect(findIn(bytesOf(file), ON_NO_LIST)).toEqual([]);
          expect(findInText(JSON.stringify(metaOf(file)), ROOTS)).toEqual([]);
          if (floor.level !== 'named') {
            // Ids are numbers in the tables: written out they stand where a record or a row says who it was.
            expect(findIn(bytesOf(file), [PERSON_ID])).toEqual([]);
            expect(findInText(JSON.stringify(metaOf(file)), [PERSON_ID])).toEqual([]);
          }
          await expect(
            page.call('projector.show', {
              dossier,
              session,
              request: { kind: 'clause', clause: prepared.hiddenClause },
            }),
          ).rejects.toThrow('projector.not-for-the-room');
          const hits = await page.call('search.jump', {
            dossier,
            text: nameOf(room.scripts[0] ?? 'latin', 0),
            lang: room.lang,
            limit: 50,
          });
          expect(findInText(JSON.stringify(hits), [PERSON_ID])).toEqual([]);

          await page.call('session.close', { dossier, session, at: 'now' });
          expect(findInText(JSON.stringify(await stateOf(prepared)), ON_NO_LIST)).toEqual([]);
          expect(metaOf(file).filter(({ key }) => key.startsWith('live:'))).toEqual([]);
          await page.call('library.close', { dossier });
        }),
        { seed, numRuns: DOSSIERS, endOnFailure: true },
      );
    },
    LONG ? 0 : 600_000,
  );

  test('in an answer to what is refused', async () => {
    const name = nameOf('latin', 7, UNLISTED);
    const { dossier, session } = await prepare(venue, aRoom('group'));
    const ref = { dossier, session };
    const rpc = (call: string, input: object): Promise<string> =>
      page.send(`/rpc/${call}`, JSON.stringify(input));
    const entry = { kind: 'add', id: crypto.randomUUID(), seat: 'G', turn: 'turn' };
    const answers = [
      await rpc('floor.act', { ...ref, act: { ...entry, name: name.repeat(20) } }),
      await rpc('floor.act', { ...ref, act: { ...entry, participant: name } }),
      await rpc('floor.act', { ...ref, act: { kind: name } }),
      await rpc('session.note', { ...ref, id: name, kind: 'point', body: { ar: name } }),
      await rpc('record.create', { dossier, type: 'participant', members: { seat: name } }),
      await rpc('record.create', { dossier, type: name, members: {} }),
      await rpc('library.open', { path: join(host.folder, `${name}.hiwar`) }),
      await rpc('projector.show', { ...ref, request: { kind: name } }),
      await rpc(encodeURIComponent(name), {}),
      await page.send('/rpc/floor.act', `{"name":"${name}`),
      await page.send(`/upload?${encodeURIComponent(name)}`, name),
    ];
    for (const answer of answers) expect([answer, findInText(answer, WANTED)]).toEqual([answer, []]);
  });
});

/** Held at one level from beginning to end. */
const aRoom = (level: Attribution, changed: Attribution | null = null): HeldRoom => ({
  held: {
    level,
    people: (['G', 'E', 'W', 'G'] as const).map((seat) => ({ seat, sex: 'F', standing: 'titular' })),
    acts: ([0, 1, 2, 3, 0, 1, 2, 3] as const).map((who) => ({ what: 'turn', who })),
  },
  lang: 'ar',
  scripts: Array.from({ length: 12 }, (_, n) => (['latin', 'arabic', 'accented'] as const)[n % 3] ?? 'latin'),
  changed,
  answers: ['agree', 'agree', 'agree'],
});

describe('the same search', () => {
  test('finds names on the screen of the room and in the row of the file at the level that keeps them', async () => {
    const { looking, file } = await holdLooking(aRoom('named'));
    expect(looking.namesShown).toBeGreaterThan(0);
    expect(findInText(JSON.stringify(metaOf(file)), [PERSON_ID])).not.toEqual([]);
    expect(findIn(bytesOf(file), [PERSON_ID])).not.toEqual([]);
    expect(findIn(bytesOf(file), ROOTS).map(({ root }) => root)).toEqual(expect.arrayContaining([...ROOTS]));
    for (const heard of [told, toldRoom]) expect(findInText(heard.text(), ROOTS)).not.toEqual([]);
  });
});

test.each(ATTRIBUTIONS.filter((level) => level !== 'named'))(
  '[room] a level that is loosened from %s to named shows nobody who was put on the list before',
  async (level) => {
    const { looking } = await holdLooking(aRoom(level, 'named'));
    // Who is put on it afterwards is shown.
    expect(looking.namesShown).toBeGreaterThan(0);
  },
);

test('[room] after all of this the log and every file of the data folder hold nobody who was on no list', () => {
  expect(host.log()).toContain('Hiwar: http');
  expect(findInText(host.log(), WANTED)).toEqual([]);
  const files = readdirSync(host.folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(host.folder, path))
    .filter((path) => statSync(path).isFile());
  expect(files.length).toBeGreaterThan(DOSSIERS);
  for (const path of files)
    expect(findIn([{ path: path.slice(host.folder.length), bytes: readFileSync(path) }], ON_NO_LIST)).toEqual(
      [],
    );
});
