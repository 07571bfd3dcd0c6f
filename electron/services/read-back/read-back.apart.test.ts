import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Input } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import type { Position } from '../../../shared/domain/position.ts';
import type { QuorumTaken } from '../../../shared/domain/records/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { dossierOf, writeStep } from '../desk.ts';

// Who is here is the floor's to say: these tests say it themselves.
const floor = vi.hoisted(() => ({ met: true }));
vi.mock('../floor/index.ts', async (original) => ({
  ...(await original<typeof import('../floor/index.ts')>()),
  quorumNow: (): QuorumTaken => {
    const seat = { present: 2, entitled: 4, needed: 2, met: floor.met };
    return {
      at: '2026-01-31T08:15:00.000Z',
      rule: null,
      met: floor.met,
      seats: { G: seat, E: seat, W: seat },
    };
  },
  stateOf: () => ({ item: null }),
}));

let here: TestDesk;
let session: string;
let clause: string;
const write = (type: 'session' | 'dossier', id: string, set: { [field: string]: Json }): void => {
  const opened = dossierOf(here.desk, here.dossier);
  writeStep(here.desk, opened, 'edit', [{ recordType: type, recordId: id as RecordId, intent: 'edit', set }]);
};
const phase = (value: string): void => write('session', session, { phase: value });
const ref = () => ({ dossier: here.dossier, session });

beforeEach(() => {
  floor.met = true;
  here = testDesk();
  session = here.make('session', { title: { en: 'Second plenary' }, kind: 'plenary' });
  clause = here.make('clause', { body: { ar: 'نص البند', en: 'Text of the clause' }, session });
  phase('open');
});
afterEach(() => here.close());

const begin = () => here.call('readBack.begin', { ...ref(), clause });
const mandated: Position = { value: 'agree', mandate: 'mandated' };
const silent: Position = { value: 'no-position', silent: true };
const answer = (constituency: 'G' | 'E' | 'W', position: Input<'readBack.answer'>['position'] = mandated) =>
  here.call('readBack.answer', { ...ref(), constituency, position });
const rule = (ruling: Input<'readBack.rule'>['ruling']) => here.call('readBack.rule', { ...ref(), ruling });
const positionOf = (constituency: 'G' | 'E' | 'W'): Position | undefined =>
  (
    here.call('record.get', { dossier: here.dossier, type: 'clause', id: clause }).record as {
      position?: { [c: string]: Position };
    }
  ).position?.[constituency];
const pass = (): void => here.pass(1000);

test('[room] answers are taken one by one, and the ruling after the third', () => {
  expect(begin()).toMatchObject({ asked: 'G', answered: {}, mayConfirm: false, textMoved: false });
  pass();
  expect(answer('G').asked).toBe('E');
  expect(() => rule('deferred')).toThrow(new Refusal('read-back.not-agreed'));
  expect(answer('W').asked).toBe('E');
  const reservation = { en: { text: 'Except in free zones', status: 'original' as const } };
  const last = answer('E', {
    value: 'agree-with-reservation',
    reservation,
    mandate: 'subject-to-consultation',
  });
  expect(last).toMatchObject({ asked: null, outcome: 'agreed-with-reservation', mayConfirm: true });
  expect(positionOf('E')).toEqual({
    value: 'agree-with-reservation',
    reservation,
    mandate: 'subject-to-consultation',
    readBackAt: '2026-01-31T08:15:01.000Z',
  });
  rule('confirmed');
  expect(here.call('readBack.state', ref())).toBeNull();
  expect(() => answer('G')).toThrow(new Refusal('read-back.none'));
});

test('[room] silence is recorded as silence and confirms nothing, under any rule', () => {
  for (const kind of ['consensus', 'each-constituency'] as const) {
    write('dossier', here.dossier, { decisionRule: { kind } });
    begin();
    answer('G');
    answer('E');
    const last = answer('W', silent);
    expect(last).toMatchObject({ outcome: 'awaiting', mayConfirm: false, answered: { W: 'silent' } });
    expect(positionOf('W')).toMatchObject({ value: 'no-position', silent: true });
    expect(() => rule('confirmed')).toThrow(new Refusal('read-back.not-agreed'));
    rule('deferred');
  }
});

test('[room] whoever speaks says under which mandate; nobody speaks for the silent or the absent', () => {
  begin();
  for (const position of [
    { value: 'agree' },
    { ...silent, mandate: 'mandated' },
    { value: 'absent', mandate: 'mandated' },
    { value: 'not-requested' },
  ] as Position[])
    expect(() => answer('G', position), JSON.stringify(position)).toThrow('input.invalid');
  expect(() => answer('G', { value: 'agree-with-reservation', mandate: 'mandated' } as Position)).toThrow();
  expect(positionOf('G')).toBeUndefined();
});

test('[room] without quorum nothing is confirmed; the answers stand and the ruling waits', () => {
  begin();
  for (const each of ['G', 'E', 'W'] as const) answer(each);
  floor.met = false;
  expect(here.call('readBack.state', ref())).toMatchObject({ outcome: 'agreed', mayConfirm: false });
  for (const ruling of ['confirmed', 'no-agreement'] as const)
    expect(() => rule(ruling)).toThrow(new Refusal('read-back.not-agreed'));
  const ended = rule('deferred');
  expect(ended.quorum.met).toBe(false);
  expect(positionOf('W')?.value).toBe('agree');
});

test('[room] a text that moves after it was read is not confirmed, and the answers say so', () => {
  begin();
  for (const each of ['G', 'E'] as const) answer(each);
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'clause',
    id: clause,
    members: { body: { en: 'Another text' } },
  });
  const last = answer('W');
  expect(last).toMatchObject({ textMoved: true, mayConfirm: false });
  expect(last.clause.changedSince).toEqual(['G', 'E', 'W']);
  expect(() => rule('confirmed')).toThrow(new Refusal('read-back.not-agreed'));
});

test('[room] a position recorded otherwise during the reading is no answer', () => {
  begin();
  for (const each of ['G', 'E', 'W'] as const) answer(each);
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'clause',
    id: clause,
    members: { position: { W: { value: 'agree', mandate: 'mandated' } } },
  });
  expect(here.call('readBack.state', ref())).toMatchObject({ asked: 'W', mayConfirm: false });
});

test('[room] no agreement is ruled only where there is none; an answer is replaced by another', () => {
  begin();
  for (const each of ['G', 'E', 'W'] as const) answer(each);
  expect(() => rule('no-agreement')).toThrow(new Refusal('read-back.not-agreed'));
  pass();
  expect(answer('E', { value: 'does-not-agree', mandate: 'mandated' }).outcome).toBe('no-agreement');
  rule('no-agreement');
});

test('[room] one read-back at a time; one given up leaves the answers and no ruling', () => {
  begin();
  expect(begin).toThrow(new Refusal('read-back.open'));
  answer('G');
  expect(here.call('readBack.abandon', ref())).toBeNull();
  expect(positionOf('G')?.value).toBe('agree');
  pass();
  // Read anew, it begins with nobody having answered.
  expect(begin()).toMatchObject({ asked: 'G', answered: {} });
});

test('[room] a read-back wants an open session, a text, and no level of one group', () => {
  phase('closed');
  expect(begin).toThrow(new Refusal('floor.closed'));
  phase('planned');
  expect(begin).toThrow(new Refusal('floor.not-open'));
  phase('open');
  clause = here.make('clause', { body: { en: 'For us alone' }, confidentiality: 'group-internal' });
  expect(begin).toThrow(new Refusal('projector.not-for-the-room'));
  clause = here.make('clause', { session });
  expect(begin).toThrow(new Refusal('input.invalid', { path: 'body' }));
});

test('[room] the answers of a read-back are not taken back by undo', () => {
  const before = here.call('undo.state', { dossier: here.dossier });
  begin();
  answer('G');
  expect(here.call('undo.state', { dossier: here.dossier })).toEqual(before);
});

const makePoint = (set: { [field: string]: Json }): string => {
  const id = randomUUID();
  writeStep(here.desk, dossierOf(here.desk, here.dossier), 'create', [
    {
      recordType: 'point',
      recordId: id as RecordId,
      intent: 'create',
      set: { session, kind: 'proposed-conclusion', ...set },
    },
  ]);
  return id;
};
const body = { 'body.ar': { text: 'نقترح أن', status: 'original' } };

test('[room] a proposed conclusion becomes one clause, of the secretariat, however often it is put', () => {
  const deficit = here.make('deficit', { title: { en: 'A deficit' } });
  const point = makePoint({ ...body, deficit });
  const { clause: made } = here.call('readBack.put', { ...ref(), point });
  expect(here.call('readBack.put', { ...ref(), point })).toEqual({ clause: made });
  expect(here.call('record.get', { dossier: here.dossier, type: 'clause', id: made }).record).toMatchObject({
    body: { ar: { text: 'نقترح أن' } },
    session,
    subject: deficit,
    confidentiality: 'secretariat',
    number: expect.any(String),
  });
  here.call('undo.undo', { dossier: here.dossier });
  const undone = here.call('record.get', { dossier: here.dossier, type: 'point', id: point });
  expect((undone.record as { clause?: string }).clause).toBeUndefined();
});

test('[room] what belongs to one group alone is not put to the three; a caucus puts nothing', () => {
  const point = makePoint({ ...body, confidentiality: 'group-internal' });
  expect(() => here.call('readBack.put', { ...ref(), point })).toThrow(
    new Refusal('projector.not-for-the-room'),
  );
  write('session', session, { kind: 'caucus' });
  expect(() => here.call('readBack.put', { ...ref(), point: makePoint(body) })).toThrow('session.caucus');
  expect(begin).toThrow(new Refusal('session.caucus'));
});
