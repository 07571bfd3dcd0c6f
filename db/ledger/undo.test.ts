import { beforeEach, expect, test } from 'vitest';
import {
  changesOf,
  composed,
  create,
  edit,
  erase,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusal,
  refusalDetails,
  resolve,
  restore,
  send,
  undo,
  withdraw,
} from '../../tests/fixtures/dossiers.ts';
import { editedAfterWithdrawal } from '../queries/record-view.ts';
import { pluck } from '../statements.ts';
import { fingerprints } from './rebuild.ts';

const deficit = idOf('a deficit');
let here: Replica;
let there: Replica;

beforeEach(() => {
  here = memoryReplica('here');
  there = memoryReplica('there');
  create(here, 'deficit', deficit, { title: { en: original('Title') }, area: 'TA1', instruments: ['C081'] });
  send(here, there);
});

const record = (replica = here) => composed(replica, 'deficit', deficit).record;
const groupOf = (changes: readonly { group: string }[]): string => changes[0]?.group as string;

test('[L8] undo appends the inverse of one group: nothing is taken away', () => {
  const before = record();
  const group = groupOf(
    edit(here, 'deficit', deficit, {
      area: 'TA2',
      title: { en: original('Other'), ar: original('آخر') },
      instruments: ['C129'],
      severity: { G: 4 },
    }),
  );
  const count = changesOf(here).length;
  const undone = undo(here, group);
  expect(record()).toEqual(before);
  expect(changesOf(here).length).toBe(count + undone.length);
  expect(new Set(undone.map((change) => change.group)).size).toBe(1);
  expect(composed(here, 'deficit', deficit).conflicts).toEqual([]);
});

test('[L8] undoing the undo is doing it again', () => {
  const group = groupOf(edit(here, 'deficit', deficit, { area: 'TA2', position: { W: { value: 'agree' } } }));
  const after = record();
  const undone = undo(here, group);
  expect(record()).not.toEqual(after);
  undo(here, groupOf(undone));
  expect(record()).toEqual(after);
});

test('[L8] steps on one field are undone one after another, and done again the same way', () => {
  const person = idOf('a person');
  create(here, 'participant', person, { seat: 'W' });
  const values = ['First name', 'Second name', 'Third name'];
  const steps = values.map((name) => groupOf(edit(here, 'participant', person, { name })));
  const name = () => (composed(here, 'participant', person).record as { name?: string }).name;
  const undone = [...steps].reverse().map((group) => {
    const back = groupOf(undo(here, group));
    return { back, left: name() };
  });
  expect(undone.map(({ left }) => left)).toEqual(['Second name', 'First name', undefined]);
  const again = undone.reverse().map(({ back }) => {
    undo(here, back);
    return name();
  });
  expect(again).toEqual(values);
});

test('[L8] refused when a colleague has worked in between, though the value came back', () => {
  const first = groupOf(edit(here, 'deficit', deficit, { area: 'TA2' }));
  send(here, there);
  edit(there, 'deficit', deficit, { area: 'TA3' });
  send(there, here);
  edit(here, 'deficit', deficit, { area: 'TA2' });
  expect(refusal(() => undo(here, first))).toBe('undo.superseded');
});

test('[L8] refused when others have set the field since', () => {
  const group = groupOf(edit(here, 'deficit', deficit, { area: 'TA2', formality: 'formal' }));
  send(here, there);
  edit(there, 'deficit', deficit, { area: 'TA3' });
  send(there, here);
  const before = fingerprints(here.db);
  expect(refusalDetails(() => undo(here, group))).toEqual({
    code: 'undo.superseded',
    details: { field: 'area' },
  });
  expect(fingerprints(here.db)).toEqual(before);
});

test('[L8] refused while the field is in conflict', () => {
  const group = groupOf(edit(here, 'deficit', deficit, { area: 'TA2' }));
  edit(there, 'deficit', deficit, { area: 'TA3' });
  send(there, here);
  expect(refusal(() => undo(here, group))).toBe('field.in-conflict');
});

test('[L8] refused when another said the same meanwhile: two heads, one of them not ours', () => {
  const group = groupOf(edit(here, 'deficit', deficit, { area: 'TA2' }));
  edit(there, 'deficit', deficit, { area: 'TA2' });
  send(there, here);
  expect(refusal(() => undo(here, group))).toBe('undo.superseded');
});

test("[L8] never another's work: neither a colleague's nor one's own from another laptop", () => {
  const group = groupOf(edit(here, 'deficit', deficit, { area: 'TA2' }));
  send(here, there);
  expect(refusal(() => undo(there, group))).toBe('undo.not-yours');
  const otherLaptop = { db: there.db, acting: { ...there.acting, author: here.acting.author } };
  expect(refusal(() => undo(otherLaptop, group))).toBe('undo.not-yours');
  expect(refusal(() => undo(here, idOf('no such group')))).toBe('undo.nothing');
});

test('[L8] a resolution is not undone: a person decided', () => {
  edit(here, 'deficit', deficit, { area: 'TA2' });
  edit(there, 'deficit', deficit, { area: 'TA3' });
  send(there, here);
  const group = groupOf(resolve(here, 'deficit', deficit, { area: 'TA4' }, { reason: 'read together' }));
  expect(refusal(() => undo(here, group))).toBe('field.in-conflict');
});

test('[L8] making a record is undone by withdrawing it; the bin keeps all of it', () => {
  const other = idOf('another deficit');
  const members = {
    title: { en: original('Made by mistake') },
    position: { G: { value: 'agree' } },
    spokesperson: { G: 'Speaker' },
  };
  const group = groupOf(create(here, 'deficit', other, members));
  const made = composed(here, 'deficit', other).record;
  const undone = undo(here, group);
  expect(undone.map((change) => change.set)).toEqual([{ withdrawn: true }]);
  expect(composed(here, 'deficit', other).record).toEqual({ ...made, withdrawn: true });
  restore(here, 'deficit', other);
  expect(composed(here, 'deficit', other).record).toEqual(made);
});

test('[L8] making a record is not undone once others have worked on it', () => {
  const other = idOf('another deficit');
  const group = groupOf(create(here, 'deficit', other, { area: 'TA1' }));
  send(here, there);
  edit(there, 'deficit', other, { title: { fr: original('Titre') } });
  send(there, here);
  expect(refusal(() => undo(here, group))).toBe('undo.superseded');
  expect(composed(here, 'deficit', other).record).toMatchObject({ title: { fr: original('Titre') } });
});

test('[L7][L8] a position that comes back judged what it judged then', () => {
  edit(here, 'deficit', deficit, { position: { G: { value: 'agree' } } });
  const judgedThen = composed(here, 'deficit', deficit).judged;
  edit(here, 'deficit', deficit, { title: { en: original('Changed since') } });
  const group = groupOf(edit(here, 'deficit', deficit, { position: { G: { value: 'does-not-agree' } } }));
  const [back] = undo(here, group);
  expect(back?.set).toEqual({ 'position.G': { value: 'agree' } });
  expect(back?.seen).toEqual(judgedThen);
  expect(pluck(here.db, 'SELECT changed_since FROM deficit').get()).toBe('G');
});

test('[L7][L8] a withdrawal is undone, and one that comes back judged what it judged then', () => {
  const group = groupOf(withdraw(here, 'deficit', deficit));
  const undone = undo(here, group);
  expect(record()).not.toHaveProperty('withdrawn');
  edit(here, 'deficit', deficit, { title: { en: original('Changed since') } });
  undo(here, groupOf(undone));
  expect(record().withdrawn).toBe(true);
  expect(editedAfterWithdrawal(composed(here, 'deficit', deficit))).toBe(true);
});

test('[L8][L10] a personal value comes back, unless it is erased or withheld', () => {
  const person = idOf('a participant');
  create(here, 'participant', person, { name: 'Rawda Rawdani' });
  const group = groupOf(edit(here, 'participant', person, { name: 'R. Rawdani' }));
  undo(here, group);
  expect(composed(here, 'participant', person).record.name).toBe('Rawda Rawdani');
  const again = groupOf(edit(here, 'participant', person, { name: 'R. R.' }));
  erase(here, person, ['name']);
  expect(refusal(() => undo(here, again))).toBe('field.erased');
});

test('[L10] an erasure is never undone', () => {
  const person = idOf('a participant');
  create(here, 'participant', person, { name: 'Rawda Rawdani' });
  expect(refusal(() => undo(here, groupOf(erase(here, person, ['name']))))).toBe('undo.superseded');
});
