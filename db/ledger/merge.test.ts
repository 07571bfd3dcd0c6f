import { beforeEach, describe, expect, test } from 'vitest';
import { type Change, type ChangeBody, LIMITS } from '../../shared/domain/change.ts';
import {
  changesOf,
  composed,
  create,
  edit,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusal,
  refusalDetails,
  send,
} from '../../tests/fixtures/dossiers.ts';
import { setMeta } from '../meta.ts';
import { pluck } from '../statements.ts';
import { idOf as changeIdOf, digestOf, sha256 } from './hash.ts';
import { handoverOf, mergeHandover } from './merge.ts';
import { fingerprints } from './rebuild.ts';
import { gapsOf, versionOf } from './version.ts';

const deficit = idOf('a deficit');
let here: Replica;
let there: Replica;

beforeEach(() => {
  here = memoryReplica('here');
  there = memoryReplica('there');
  create(here, 'deficit', deficit, { title: { en: original('Title') }, area: 'TA1' });
  send(here, there);
});

const state = (replica: Replica) => ({
  version: versionOf(replica.db),
  marks: fingerprints(replica.db),
  changes: changesOf(replica)
    .map(({ id }) => id)
    .sort(),
});

describe('union', () => {
  /** Three hands at work on one deficit, apart. */
  function three(): Replica[] {
    const third = memoryReplica('third');
    send(here, third);
    edit(here, 'deficit', deficit, { area: 'TA2', position: { G: { value: 'agree' } } });
    edit(there, 'deficit', deficit, { area: 'TA3', title: { ar: original('عنوان') } });
    edit(third, 'deficit', deficit, { area: 'TA3', spokesperson: { W: 'Speaker' } });
    create(third, 'comment', idOf('a comment'), { body: { en: original('A comment') } });
    return [here, there, third];
  }

  test('[L4] merge is order-free', () => {
    const replicas = three();
    const states = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ].map((order) => {
      const meeting = memoryReplica('meeting');
      for (const n of order) send(replicas[n] as Replica, meeting);
      return state(meeting);
    });
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  test('[L4] merge is associative: who met before does not matter', () => {
    const [a, b, c] = three() as [Replica, Replica, Replica];
    const left = memoryReplica('left');
    send(a, left);
    send(b, left);
    send(c, left);
    send(b, c);
    const right = memoryReplica('right');
    send(c, right);
    send(a, right);
    expect(state(right)).toEqual(state(left));
  });

  test('[L4] merge is idempotent: the second delivery adds nothing', () => {
    three();
    send(there, here);
    const before = state(here);
    const again = send(there, here);
    expect(again.added).toBe(0);
    expect(again.known).toBe(changesOf(there).length);
    expect(state(here)).toEqual(before);
  });

  test('[L4] one delivery that says everything twice is taken once', () => {
    const changes = changesOf(here);
    const meeting = memoryReplica('meeting');
    const merged = mergeHandover(meeting.db, { changes: [...changes, ...changes] });
    expect(merged).toMatchObject({ added: 1, known: 1 });
  });

  test('[L4] after a merge the clock runs ahead of all that came', () => {
    for (let n = 0; n < 5; n += 1) edit(there, 'deficit', deficit, { priorityRank: n + 1 });
    send(there, here);
    const [change] = edit(here, 'deficit', deficit, { area: 'TA2' });
    expect(change?.clock).toBe(7);
  });
});

describe('gaps', () => {
  const merge = (replica: Replica, changes: readonly Change[]) => mergeHandover(replica.db, { changes });

  test('[L5] what supersedes an unknown change is kept and takes effect; the gap is listed and closes', () => {
    const [second] = edit(here, 'deficit', deficit, { area: 'TA2' });
    const [first] = changesOf(here);
    const late = memoryReplica('late');
    merge(late, [second as Change]);
    expect(composed(late, 'deficit', deficit).record.area).toBe('TA2');
    expect(gapsOf(late.db)).toEqual([
      { kind: 'sequence', section: 'main', device: here.acting.device, from: 1, to: 1 },
      { kind: 'superseded', section: 'main', change: first?.id },
    ]);
    const open = versionOf(late.db);
    merge(late, [first as Change]);
    expect(gapsOf(late.db)).toEqual([]);
    expect(composed(late, 'deficit', deficit).record).toMatchObject({
      area: 'TA2',
      title: { en: original('Title') },
    });
    expect(composed(late, 'deficit', deficit).heads.get('area')).toHaveLength(1);
    expect(versionOf(late.db)).not.toBe(open);
    expect(state(late)).toEqual(state(here));
  });

  test('[L5] a hole in the numbers of a device shows a lost tail', () => {
    edit(here, 'deficit', deficit, { area: 'TA2' });
    edit(here, 'deficit', deficit, { formality: 'informal' });
    const [first, , third] = changesOf(here) as [Change, Change, Change];
    const late = memoryReplica('late');
    merge(late, [first, third]);
    expect(gapsOf(late.db)).toEqual([
      { kind: 'sequence', section: 'main', device: here.acting.device, from: 2, to: 2 },
    ]);
  });

  test('[L5] two changes under one number are a fork: a copy kept its device id', () => {
    const twin = { ...memoryReplica('twin'), acting: here.acting };
    send(here, twin);
    edit(here, 'deficit', deficit, { area: 'TA2' });
    edit(twin, 'deficit', deficit, { area: 'TA3' });
    send(twin, here);
    expect(gapsOf(here.db)).toEqual([{ kind: 'fork', section: 'main', device: here.acting.device, seq: 2 }]);
  });

  test('[L5] a partial hand-over sends the whole histories of its records, and nothing of others', () => {
    const other = idOf('another deficit');
    edit(here, 'deficit', deficit, { area: 'TA2' });
    create(here, 'deficit', other, { area: 'TA4', spokesperson: { W: 'Speaker' } });
    edit(here, 'deficit', deficit, { area: 'TA3', spokesperson: { G: 'Another speaker' } });
    const part = memoryReplica('part');
    send(here, part, { records: new Set([deficit]) });
    expect(changesOf(part).map(({ seq }) => seq)).toEqual([1, 2, 4]);
    expect(composed(part, 'deficit', deficit).record).toEqual(composed(here, 'deficit', deficit).record);
    expect(pluck(part.db, 'SELECT count(*) FROM detached').get()).toBe(1);
    expect(gapsOf(part.db)).toEqual([
      { kind: 'sequence', section: 'main', device: here.acting.device, from: 3, to: 3 },
    ]);
    send(here, part);
    expect(state(part)).toEqual(state(here));
  });

  test('[L5] a partial hand-over takes the attachments of its records along, and no others', () => {
    const files = ['one', 'other'].map((name) => {
      const bytes = Buffer.from(`attachment ${name}`);
      mergeHandover(here.db, { changes: [], blobs: [{ sha256: sha256(bytes), bytes }] });
      create(here, 'attachment', idOf(name), { sha256: sha256(bytes), size: bytes.length });
      return bytes;
    });
    const part = memoryReplica('part');
    send(here, part, { records: new Set([idOf('one')]) });
    expect(pluck<Buffer>(part.db, 'SELECT bytes FROM blob').all()).toEqual([files[0]]);
    send(here, part);
    expect(pluck(part.db, 'SELECT count(*) FROM blob').get()).toBe(2);
  });
});

describe('sections', () => {
  const caucus = { section: 'caucus:E' } as const;
  beforeEach(() => {
    create(here, 'deficit', deficit, { area: 'TA6', spokesperson: { E: 'Speaker' } }, caucus);
    edit(here, 'deficit', deficit, { area: 'TA2' });
  });

  test('[L1][L4] a copy takes main and nothing of a caucus', () => {
    send(here, there);
    expect(changesOf(there).every(({ section }) => section === 'main')).toBe(true);
    expect(pluck(there.db, 'SELECT count(*) FROM detached').get()).toBe(0);
    expect(gapsOf(there.db)).toEqual([]);
    expect(versionOf(there.db)).toBe(versionOf(here.db));
    expect(versionOf(there.db, 'caucus:E')).not.toBe(versionOf(here.db, 'caucus:E'));
  });

  test('[L1][L4] a section is merged for itself, when asked for', () => {
    send(here, there, caucus);
    expect(versionOf(there.db, 'caucus:E')).toBe(versionOf(here.db, 'caucus:E'));
    expect(composed(there, 'deficit', deficit).record.area).toBe('TA1');
    expect(composed(there, 'deficit', deficit, 'caucus:E').record).toMatchObject({
      area: 'TA6',
      spokesperson: { E: 'Speaker' },
    });
  });

  test('[L1] what a caucus writes shows in no list of main', () => {
    expect(pluck(here.db, 'SELECT area FROM deficit').all()).toEqual(['TA2']);
    expect(pluck(here.db, "SELECT count(*) FROM search WHERE search MATCH 'Speaker'").get()).toBe(0);
  });

  test('[L11] changes of another section than the one merged are refused, all of them', () => {
    const changes = changesOf(here);
    const before = changesOf(there).length;
    expect(refusalDetails(() => mergeHandover(there.db, { changes }))).toMatchObject({
      code: 'change.malformed',
      details: { field: 'section' },
    });
    expect(refusal(() => mergeHandover(there.db, { changes }, 'caucus:E'))).toBe('change.malformed');
    expect(changesOf(there)).toHaveLength(before);
  });
});

describe('strict import', () => {
  const withId = (body: unknown): unknown => ({ ...(body as object), id: changeIdOf(body as ChangeBody) });
  const base = (): ChangeBody => ({
    section: 'main',
    seq: 1,
    group: idOf('a group'),
    recordType: 'deficit',
    recordId: deficit,
    set: { area: 'TA2' },
    supersedes: {},
    author: idOf('foreign author'),
    device: idOf('foreign device'),
    clock: 9,
    at: '2026-02-01T08:00:00.000Z',
  });
  const judging = { 'position.G': { value: 'agree' } };
  const a = 'a'.repeat(64);
  const b = 'b'.repeat(64);

  /** [what is wrong, what it is made of, the code, the field that is named] */
  const hostile: readonly (readonly [string, unknown, string, string?])[] = [
    ['not an object', 'a change', 'change.malformed'],
    ['nothing', null, 'change.malformed'],
    ['an unknown member', withId({ ...base(), extra: 1 }), 'change.malformed', ''],
    ['an unknown record type', withId({ ...base(), recordType: 'treaty' }), 'change.malformed', 'recordType'],
    [
      'the type of every object',
      withId({ ...base(), recordType: 'constructor' }),
      'change.malformed',
      'recordType',
    ],
    ['an unknown field', withId({ ...base(), set: { colour: 'red' } }), 'change.malformed', 'colour'],
    [
      'a field of every object',
      withId({ ...base(), set: { toString: 'red' } }),
      'change.malformed',
      'toString',
    ],
    [
      'a language nobody speaks',
      withId({ ...base(), set: { 'title.xx': original('T') } }),
      'change.malformed',
      'title.xx',
    ],
    ['a value out of its list', withId({ ...base(), set: { area: 'TA9' } }), 'change.malformed', 'area'],
    [
      'a text as it is typed',
      withId({ ...base(), set: { 'title.en': 'Title' } }),
      'change.malformed',
      'title.en',
    ],
    [
      'a text that is too long',
      withId({ ...base(), set: { 'title.en': original('x'.repeat(301)) } }),
      'change.malformed',
      'title.en',
    ],
    [
      'a name in clear',
      withId({ ...base(), set: { 'spokesperson.G': 'A Name' } }),
      'change.malformed',
      'spokesperson.G',
    ],
    [
      'a reservation that is missing',
      withId({ ...base(), set: { 'position.G': { value: 'agree-with-reservation' } }, seen: [] }),
      'change.malformed',
      'position.G',
    ],
    [
      'a judgement that says nothing of what it judged',
      withId({ ...base(), set: judging }),
      'change.malformed',
      'seen',
    ],
    [
      'a judgement beside other fields',
      withId({ ...base(), set: { ...judging, area: 'TA2' }, seen: [] }),
      'change.malformed',
      'seen',
    ],
    ['something judged by no judgement', withId({ ...base(), seen: [a] }), 'change.malformed', 'seen'],
    [
      'heads judged out of order',
      withId({ ...base(), set: judging, seen: [b, a] }),
      'change.malformed',
      'seen',
    ],
    ['heads judged twice', withId({ ...base(), set: judging, seen: [a, a] }), 'change.malformed', 'seen'],
    [
      'superseding what it does not set',
      withId({ ...base(), supersedes: { formality: [a] } }),
      'change.malformed',
      'formality',
    ],
    [
      'superseding what is no change',
      withId({ ...base(), supersedes: { area: ['A'.repeat(64)] } }),
      'change.malformed',
      'supersedes.area.0',
    ],
    [
      'an id in capitals',
      withId({ ...base(), recordId: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' }),
      'change.malformed',
      'recordId',
    ],
    [
      'a group in capitals',
      withId({ ...base(), group: 'AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA' }),
      'change.malformed',
      'group',
    ],
    ['a local time', withId({ ...base(), at: '2026-02-01T08:00:00.000+01:00' }), 'change.malformed', 'at'],
    ['a clock of nought', withId({ ...base(), clock: 0 }), 'change.malformed', 'clock'],
    ['a number that is none', withId({ ...base(), seq: 1.5 }), 'change.malformed', 'seq'],
    ['a section of its own', withId({ ...base(), section: 'caucus:X' }), 'change.malformed', 'section'],
    ['an empty reason', withId({ ...base(), reason: '' }), 'change.malformed', 'reason'],
    ['half a sign', { ...base(), set: { 'title.en': original('\ud800') }, id: a }, 'change.malformed'],
    ['another hash', { ...base(), id: a }, 'change.hash-mismatch'],
    ['a value exchanged', { ...(withId(base()) as object), set: { area: 'TA3' } }, 'change.hash-mismatch'],
    [
      'too many fields',
      withId({
        ...base(),
        set: Object.fromEntries(
          Array.from({ length: LIMITS.fields + 1 }, (_, n) => [`instruments:C${n}`, true]),
        ),
      }),
      'change.too-large',
    ],
    [
      'too many bytes',
      withId({
        ...base(),
        set: {
          'position.G': {
            value: 'agree',
            organizations: Array.from({ length: 100 }, (_, n) => ({
              organization: idOf(`org ${n}`),
              value: 'divided',
              reservation: { en: original('x'.repeat(15_000)) },
            })),
          },
        },
        seen: [],
      }),
      'change.too-large',
    ],
  ];

  test.each(hostile)(
    '[L11] %s: refused with its place, and all of the hand-over with it',
    (_what, input, code, field) => {
      const good = withId({ ...base(), seq: 2, set: { formality: 'informal' } });
      const before = state(there);
      const refused = refusalDetails(() => mergeHandover(there.db, { changes: [good, input] }));
      expect(refused?.code).toBe(code);
      expect(refused?.details?.at).toBe(2);
      if (field !== undefined) expect(refused?.details?.field).toBe(field);
      expect(state(there)).toEqual(before);
    },
  );

  test('[L11] nesting deeper than any stack is refused, not fallen over', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    const change = { ...base(), set: { area: deep }, id: a };
    expect(refusal(() => mergeHandover(there.db, { changes: [change] }))).toBe('change.malformed');
    const value = { change: a, field: 'spokesperson.G', value: deep, salt: 'a'.repeat(32) };
    expect(refusal(() => mergeHandover(there.db, { changes: [], detached: [value] }))).toBe(
      'detached.mismatch',
    );
  });

  test('[L11] what is good is taken as it is', () => {
    const merged = mergeHandover(there.db, { changes: [withId(base())] });
    expect(merged.added).toBe(1);
    expect([...(merged.touched.get('deficit') ?? [])]).toEqual([deficit]);
  });

  test('[L11] rules across records are no reason to refuse: what it hangs on may be missing', () => {
    const change = withId({
      ...base(),
      recordType: 'action',
      recordId: idOf('x'),
      set: { strategy: idOf('unknown') },
    });
    expect(mergeHandover(there.db, { changes: [change] }).added).toBe(1);
  });

  test('[L11] forged numbers do not push ours beyond what can be counted', () => {
    const far = { clock: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER, device: there.acting.device };
    mergeHandover(there.db, { changes: [withId({ ...base(), ...far })] });
    const [change] = edit(there, 'deficit', deficit, { formality: 'formal' });
    expect(change).toMatchObject({ clock: Number.MAX_SAFE_INTEGER, seq: Number.MAX_SAFE_INTEGER });
    expect(send(there, here).added).toBe(2);
  });

  describe('detached values', () => {
    const salt = '0'.repeat(32);
    const holding = (value: unknown, field = 'spokesperson.G') => {
      const change = withId({
        ...base(),
        set: { [field]: { digest: digestOf(salt, value as never) } },
      }) as Change;
      return { changes: [change], detached: [{ change: change.id, field, value, salt }] };
    };

    test('[L11] one that fits its digest and its field is taken', () => {
      mergeHandover(there.db, holding('A Speaker'));
      expect(composed(there, 'deficit', deficit).record.spokesperson).toEqual({ G: 'A Speaker' });
    });

    test.each([
      ['another value', (d: { value: unknown }) => ({ ...d, value: 'Another Speaker' })],
      ['another salt', (d: object) => ({ ...d, salt: '1'.repeat(32) })],
      ['another field', (d: object) => ({ ...d, field: 'spokesperson.W' })],
      ['a field that is not personal', (d: object) => ({ ...d, field: 'area' })],
      ['a change nobody knows', (d: object) => ({ ...d, change: a })],
      ['a member too many', (d: object) => ({ ...d, extra: 1 })],
      ['nothing at all', () => null],
    ])('[L11] %s: all or nothing', (_what, spoil) => {
      const { changes, detached } = holding('A Speaker');
      const before = state(there);
      expect(
        refusal(() => mergeHandover(there.db, { changes, detached: [spoil(detached[0] as never)] })),
      ).toBe('detached.mismatch');
      expect(state(there)).toEqual(before);
    });

    test.each([
      ['a number', 5],
      ['an object', { toString: 'x' }],
      ['an empty name', ''],
      ['half a sign', 'x\ud800'],
    ])('[L11] %s is no name, whatever its digest says', (_what, value) => {
      let handover: Parameters<typeof mergeHandover>[1];
      try {
        handover = holding(value);
      } catch {
        handover = { changes: [], detached: [{ change: a, field: 'spokesperson.G', value, salt }] };
      }
      expect(refusal(() => mergeHandover(there.db, handover))).toBe('detached.mismatch');
    });
  });

  test('[L11] an attachment that is not what its hash says brings nothing in', () => {
    const bytes = Buffer.from('an attachment');
    const before = state(there);
    expect(
      refusal(() => mergeHandover(there.db, { changes: [withId(base())], blobs: [{ sha256: a, bytes }] })),
    ).toBe('detached.mismatch');
    expect(state(there)).toEqual(before);
    mergeHandover(there.db, { changes: [], blobs: [{ sha256: sha256(bytes), bytes }] });
    send(there, here);
    expect(pluck<Buffer>(here.db, 'SELECT bytes FROM blob').get()).toEqual(bytes);
  });

  test('[L11] what came from a package takes nothing more in', () => {
    setMeta(there.db, 'derivedFrom', a);
    expect(refusal(() => mergeHandover(there.db, handoverOf(here.db)))).toBe('merge.derived');
  });
});
