import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FloorAct, Input } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { dossierOf, writeStep } from '../desk.ts';

let here: TestDesk;
let session: string;
const ref = () => ({ dossier: here.dossier, session });
const act = (one: FloorAct) => here.call('floor.act', { ...ref(), act: one });
const show = (request: Input<'projector.show'>['request']) =>
  here.call('projector.show', { ...ref(), request });
const look = () => here.call('room.look', {});
/** All that a page of the room has been given so far: its answer, and every event it hears. */
const heard = (): string =>
  JSON.stringify([look(), here.events.filter(({ type }) => type.startsWith('room.'))]);
const write = (type: 'session' | 'dossier', id: string, set: { [field: string]: Json }): void => {
  const opened = dossierOf(here.desk, here.dossier);
  writeStep(here.desk, opened, 'edit', [{ recordType: type, recordId: id as RecordId, intent: 'edit', set }]);
};
const NAME = 'PLANTED Speaker-of-the-room';
const speak = (seat: 'G' | 'E' | 'W' = 'W'): void => {
  act({ kind: 'add', id: randomUUID(), seat, turn: 'turn', name: NAME });
  act({ kind: 'next', current: here.call('floor.state', ref()).speaking?.id ?? null });
};

beforeEach(() => {
  here = testDesk();
  session = here.make('session', {
    title: { ar: 'الجلسة', en: 'Plenary' },
    kind: 'plenary',
    attribution: 'group',
  });
  here.make('agendaItem', {
    session,
    order: 1,
    kind: 'item',
    title: { ar: 'بند', en: 'An item' },
    minutes: 30,
    notes: { en: 'PLANTED note' },
  });
  act({ kind: 'open' });
});
afterEach(() => here.close());

test('[room] before anything is pushed the room is shown nothing, whatever happens on the floor', () => {
  speak();
  expect(look()).toMatchObject({ view: { kind: 'nothing' }, isBlank: false, labels: {} });
  expect(here.events.some(({ type }) => type === 'room.shown')).toBe(false);
});

test('[room] nothing but what was pushed is in any answer or event of the room', () => {
  const draft = here.make('clause', {
    body: { ar: { text: 'PLANTED draft', status: 'draft' }, en: 'The text' },
    session,
    confidentiality: 'participants',
  });
  speak();
  for (const kind of ['agenda', 'speaker', 'break'] as const) show({ kind });
  for (const table of ['quorum', 'decisions'] as const) show({ kind: 'table', table });
  show({ kind: 'clause', clause: draft });
  show({ kind: 'table', table: 'positions', clause: draft });
  speak('E');
  here.call('projector.languages', { ...ref(), languages: ['en', 'ar'] });
  expect(heard()).not.toContain('PLANTED');
  expect(heard()).toContain('The text');
});

test('[room] a name is shown at named level, and gone from the picture when the level is tightened, frozen or not', () => {
  write('session', session, { attribution: 'named' });
  write('dossier', here.dossier, { attribution: 'named' });
  speak();
  show({ kind: 'speaker' });
  expect(look().view).toMatchObject({ speaker: 'W', name: NAME });
  here.call('projector.freeze', { ...ref(), on: true });
  expect(look().view).toMatchObject({ name: NAME, clock: { isRunning: false } });
  // Through the call by which people change it: the event that follows has no name either.
  here.events.length = 0;
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'session',
    id: session,
    members: { attribution: 'group' },
  });
  expect(here.events.some(({ type }) => type === 'room.shown')).toBe(true);
  expect(heard()).not.toContain(NAME);
  here.call('projector.freeze', { ...ref(), on: false });
  expect(heard()).not.toContain(NAME);
});

test('[room] a level that is loosened shows nobody whom the room was not told of before, until they speak anew', () => {
  speak();
  show({ kind: 'speaker' });
  write('dossier', here.dossier, { attribution: 'named' });
  write('session', session, { attribution: 'named' });
  expect(look().view).toMatchObject({ speaker: 'W', name: null });
  expect(heard()).not.toContain(NAME);
  speak();
  expect(look().view).toMatchObject({ speaker: 'W', name: NAME });
});

test('[room] what is for one group, a draft, or a balance the mandate keeps is refused; the room keeps what it has', () => {
  show({ kind: 'agenda' });
  const before = look();
  const inside = here.make('clause', { body: { en: 'PLANTED' }, confidentiality: 'group-internal' });
  const draft = here.make('clause', { body: { en: { text: 'PLANTED', status: 'draft' } } });
  const refused = new Refusal('projector.not-for-the-room');
  expect(() => show({ kind: 'clause', clause: inside })).toThrow(refused);
  expect(() => show({ kind: 'clause', clause: draft })).toThrow(refused);
  expect(() => show({ kind: 'table', table: 'positions', clause: inside })).toThrow(refused);
  expect(() => show({ kind: 'balance' })).toThrow(refused);
  expect(look()).toEqual(before);
  write('dossier', here.dossier, { balanceShown: true });
  expect(show({ kind: 'balance' }).shown.view.kind).toBe('balance');
});

test('[room] frozen, the room keeps its picture and what is chosen waits; blank, it is given nothing at all', () => {
  show({ kind: 'agenda' });
  here.call('projector.freeze', { ...ref(), on: true });
  const frozen = look().view;
  expect(show({ kind: 'speaker' }).held).toBe(true);
  speak();
  expect(look().view).toEqual(frozen);
  expect(here.call('projector.blank', { ...ref(), on: true })).toMatchObject({ held: true });
  expect(look()).toMatchObject({ isBlank: true, view: { kind: 'nothing' } });
  here.call('projector.blank', { ...ref(), on: false });
  expect(look().view).toEqual(frozen);
  expect(here.call('projector.freeze', { ...ref(), on: false })).toMatchObject({
    held: false,
    shown: { view: { kind: 'speaker', speaker: 'W' } },
  });
});

test('[room] the picture follows the floor, each time with a higher number; a table stays as it was pushed', () => {
  show({ kind: 'speaker' });
  const first = look();
  speak();
  expect(look().view).toMatchObject({ speaker: 'W' });
  expect(look().revision).toBeGreaterThan(first.revision);
  show({ kind: 'table', table: 'quorum' });
  const table = look();
  act({ kind: 'arrive', seat: 'G', standing: 'titular', count: 2 });
  expect(look()).toEqual(table);
});

test('[room] a clause keeps the text that was pushed, and follows the answers of its read-back', () => {
  const clause = here.make('clause', { body: { ar: 'كما عُرض', en: 'As pushed' }, session });
  show({ kind: 'clause', clause });
  here.call('readBack.begin', { ...ref(), clause });
  expect(look().view).toMatchObject({ asked: 'G', columns: { G: null, E: null, W: null }, outcome: null });
  here.call('readBack.answer', {
    ...ref(),
    constituency: 'G',
    position: { value: 'agree', mandate: 'mandated' },
  });
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'clause',
    id: clause,
    members: { body: { en: 'PLANTED: not read' } },
  });
  here.call('readBack.answer', {
    ...ref(),
    constituency: 'W',
    position: { value: 'no-position', silent: true },
  });
  expect(look().view).toMatchObject({
    body: { en: { text: 'As pushed' } },
    asked: 'E',
    columns: { G: { value: 'agree', mandate: 'mandated' }, W: { silent: true } },
    outcome: null,
  });
  expect(heard()).not.toContain('PLANTED');
});

test('[room] the pair of languages is the dialogue’s until one is chosen, and lasts from push to push', () => {
  expect(show({ kind: 'agenda' }).shown.languages).toEqual(['ar', 'en']);
  here.call('projector.languages', { ...ref(), languages: ['ar', 'fr'] });
  expect(show({ kind: 'speaker' }).shown.languages).toEqual(['ar', 'fr']);
});

test('[room] the languages are held while the room is frozen, and hold before anything is shown', () => {
  here.call('projector.languages', { ...ref(), languages: ['fr'] });
  expect(look()).toMatchObject({ languages: ['fr'], view: { kind: 'nothing' } });
  show({ kind: 'table', table: 'quorum' });
  here.call('projector.freeze', { ...ref(), on: true });
  here.call('projector.languages', { ...ref(), languages: ['ar', 'en'] });
  expect(look().languages).toEqual(['fr']);
  here.call('projector.freeze', { ...ref(), on: false });
  expect(look()).toMatchObject({ languages: ['ar', 'en'], view: { kind: 'table' } });
});

test('[room] a dossier that is closed is shown no longer', () => {
  show({ kind: 'agenda' });
  here.call('library.close', { dossier: here.dossier });
  expect(look()).toMatchObject({ view: { kind: 'nothing' }, labels: {} });
});

test('[room] a page that comes in the middle of a turn is given the time of now', () => {
  show({ kind: 'speaker' });
  speak();
  here.pass(4000);
  expect(look().view).toMatchObject({ clock: { elapsedMs: 4000, isRunning: true } });
});
