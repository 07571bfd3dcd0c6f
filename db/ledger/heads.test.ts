import { beforeEach, expect, test } from 'vitest';
import {
  composed,
  create,
  edit,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusal,
  resolve,
  send,
} from '../../tests/fixtures/dossiers.ts';
import { pluck } from '../statements.ts';

const deficit = idOf('a deficit');
let here: Replica;
let there: Replica;

/** Two laptops that know the same deficit. */
beforeEach(() => {
  here = memoryReplica('here');
  there = memoryReplica('there');
  create(here, 'deficit', deficit, {
    title: { ar: original('عنوان'), en: original('Title') },
    area: 'TA1',
    instruments: ['C081'],
  });
  send(here, there);
});

const meet = (): void => {
  send(here, there);
  send(there, here);
};
const conflicts = (replica: Replica): readonly string[] => composed(replica, 'deficit', deficit).conflicts;
const record = (replica: Replica) => composed(replica, 'deficit', deficit).record;

test('[L3] one head is the value; who knows it supersedes it', () => {
  edit(here, 'deficit', deficit, { area: 'TA2' });
  meet();
  edit(there, 'deficit', deficit, { area: 'TA3' });
  meet();
  expect(record(here).area).toBe('TA3');
  expect(conflicts(here)).toEqual([]);
});

test('[L3] two values nobody chose between are a conflict; the higher clock is shown', () => {
  edit(here, 'deficit', deficit, { area: 'TA2' });
  edit(there, 'deficit', deficit, { formality: 'informal' });
  edit(there, 'deficit', deficit, { area: 'TA3' });
  meet();
  for (const replica of [here, there]) {
    expect(conflicts(replica)).toEqual(['area']);
    expect(record(replica).area).toBe('TA3');
    expect(composed(replica, 'deficit', deficit).heads.get('area')).toHaveLength(2);
    expect(pluck(replica.db, 'SELECT conflicts FROM deficit').get()).toBe(1);
  }
});

test('[L3] at equal clocks the higher id is shown, here as there', () => {
  const [one] = edit(here, 'deficit', deficit, { area: 'TA2' });
  const [other] = edit(there, 'deficit', deficit, { area: 'TA3' });
  expect(one?.clock).toBe(other?.clock);
  meet();
  const expected = (one?.id ?? '') > (other?.id ?? '') ? 'TA2' : 'TA3';
  expect([record(here).area, record(there).area]).toEqual([expected, expected]);
});

test('[L3] equal values are no conflict, and the next edit follows both', () => {
  edit(here, 'deficit', deficit, { area: 'TA2' });
  edit(there, 'deficit', deficit, { area: 'TA2' });
  meet();
  expect(conflicts(here)).toEqual([]);
  expect(composed(here, 'deficit', deficit).heads.get('area')).toHaveLength(2);
  const [next] = edit(here, 'deficit', deficit, { area: 'TA4' });
  expect(next?.supersedes.area).toHaveLength(2);
  expect(next?.reason).toBeUndefined();
  expect(composed(here, 'deficit', deficit).heads.get('area')).toHaveLength(1);
});

test('[L3] languages of a text, elements of a set and constituencies do not meet', () => {
  edit(here, 'deficit', deficit, {
    title: { ar: original('عنوان آخر') },
    severity: { G: 1 },
    'instruments:C129': true,
  });
  edit(there, 'deficit', deficit, {
    title: { en: original('Other title') },
    severity: { W: 4 },
    'instruments:C081': null,
  });
  meet();
  expect(conflicts(here)).toEqual([]);
  expect(record(here)).toMatchObject({
    title: { ar: original('عنوان آخر'), en: original('Other title') },
    severity: { G: 1, W: 4 },
    instruments: ['C129'],
  });
});

test('[L3] a position and its reservation are one value: a merge never parts them', () => {
  const reservation = { en: original('Not for family farms') };
  edit(here, 'deficit', deficit, { position: { E: { value: 'agree-with-reservation', reservation } } });
  edit(there, 'deficit', deficit, { position: { E: { value: 'agree' } } });
  meet();
  for (const replica of [here, there]) {
    expect(conflicts(replica)).toEqual(['position.E']);
    for (const { value } of composed(replica, 'deficit', deficit).heads.get('position.E') ?? [])
      expect([{ value: 'agree-with-reservation', reservation }, { value: 'agree' }]).toContainEqual(value);
  }
});

test('[L3] money is one value: amount and currency are never mixed', () => {
  const action = idOf('an action');
  create(here, 'action', action, { title: { en: original('Recruit') } });
  send(here, there);
  edit(here, 'action', action, { cost: { '2027': { amount: 100, currency: 'USD' } } });
  edit(there, 'action', action, { cost: { '2027': { amount: 300, currency: 'EUR' } } });
  meet();
  const { cost } = composed(here, 'action', action).record as unknown as {
    cost: { '2027': { amount: number; currency: string } };
  };
  expect(['100 USD', '300 EUR']).toContain(`${cost['2027'].amount} ${cost['2027'].currency}`);
  expect(composed(here, 'action', action).conflicts).toEqual(['cost.2027']);
});

test('[L3][L7] two equal positions on different texts are two positions', () => {
  edit(here, 'deficit', deficit, { position: { W: { value: 'agree' } } });
  edit(there, 'deficit', deficit, { title: { en: original('Changed first') } });
  edit(there, 'deficit', deficit, { position: { W: { value: 'agree' } } });
  meet();
  expect(conflicts(here)).toEqual(['position.W']);
  resolve(here, 'deficit', deficit, { position: { W: { value: 'agree' } } }, { reason: 'asked again' });
  meet();
  expect(conflicts(there)).toEqual([]);
});

test('[L3][L7] two equal positions on one text are one', () => {
  edit(here, 'deficit', deficit, { position: { W: { value: 'agree' } } });
  edit(there, 'deficit', deficit, { position: { W: { value: 'agree' } } });
  meet();
  expect(conflicts(here)).toEqual([]);
});

test('[L3] three laptops, three values: all three are heads', () => {
  const third = memoryReplica('third');
  send(here, third);
  edit(here, 'deficit', deficit, { area: 'TA2' });
  edit(there, 'deficit', deficit, { area: 'TA3' });
  edit(third, 'deficit', deficit, { area: 'TA4' });
  send(third, there);
  send(there, here);
  expect(composed(here, 'deficit', deficit).heads.get('area')).toHaveLength(3);
  expect(refusal(() => edit(here, 'deficit', deficit, { area: 'TA5' }))).toBe('field.in-conflict');
});
