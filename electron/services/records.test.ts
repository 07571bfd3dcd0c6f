import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordView } from '../../shared/contract/index.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/errors.ts';
import { deskOf } from '../../tests/fixtures/desk-of.ts';
import {
  edit as change,
  create,
  DOSSIER,
  idOf,
  memoryReplica,
  send as sendChanges,
} from '../../tests/fixtures/dossiers.ts';
import { type TestDesk, testDesk } from '../../tests/fixtures/room/test-desk.ts';
import { applyBatch, parseBatch } from './batch.ts';
import { dossierOf } from './desk.ts';
import { resolveConflict } from './records.ts';

let here: TestDesk;
beforeEach(() => {
  here = testDesk();
});
afterEach(() => here.close());

const make = (title: string, more: object = {}): string =>
  here.make('deficit', { title: { en: title }, ...more });
const edit = (id: string, members: object, type = 'deficit') =>
  here.call('record.edit', { dossier: here.dossier, type, id, members } as never);
const apply = (line: object) =>
  applyBatch(dossierOf(here.desk, here.dossier), parseBatch(JSON.stringify({ type: 'deficit', ...line })));
const get = (id: string) =>
  (here.call('record.get', { dossier: here.dossier, type: 'deficit', id }) as RecordView<'deficit'>).record;
function refused(act: () => unknown): unknown {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error;
    throw thrown;
  }
  return undefined;
}

test('what joining and splitting say of a deficit is written by them alone', () => {
  const [a, b] = [make('Late wages'), make('Wages paid late')];
  const lines = { parents: [a], origin: 'joined', joinedInto: a, [`parents:${a}`]: true };
  for (const [name, value] of Object.entries(lines)) {
    const error = { code: 'input.invalid', details: { path: name.split(':')[0] } };
    expect(refused(() => edit(b, { [name]: value }))).toEqual(error);
    expect(refused(() => make('Made with it', { [name]: value }))).toEqual(error);
    for (const id of [b, undefined])
      expect(refused(() => apply({ id, set: { [name]: value } }))).toMatchObject({
        ...error,
        details: { ...error.details, line: 1 },
      });
  }
  const { record } = here.call('duplicates.join', {
    dossier: here.dossier,
    ids: [a, b],
    title: { en: 'Late wages' },
    statement: {},
  });
  expect(refused(() => edit(record.id, { [`parents:${a}`]: null }))).toMatchObject({ code: 'input.invalid' });
  expect(get(record.id)).toMatchObject({ origin: 'joined', parents: [a, b].sort() });
  here.call('undo.undo', { dossier: here.dossier });
  expect(get(a)).not.toHaveProperty('joinedInto');
});

test('a ground that is not asked is refused as the editor refuses it, and what is there stays and moves on', () => {
  const [a, b] = [make('Hiring', { grounds: ['age', 'sex'] }), make('Hiring of women')];
  edit(here.dossier, { widerGrounds: 'not-asked' }, 'dossier');
  const error = { code: 'grounds.not-asked', details: { ground: 'disability' } };
  expect(refused(() => edit(a, { 'grounds:disability': true }))).toEqual(error);
  expect(refused(() => make('Access', { grounds: ['disability'] }))).toEqual(error);
  expect(refused(() => apply({ set: { grounds: ['disability'] } }))).toMatchObject({
    code: 'grounds.not-asked',
    details: { line: 1 },
  });
  edit(a, { grounds: ['age', 'religion'] });
  expect(get(a).grounds).toEqual(['age', 'religion']);
  const { record } = here.call('duplicates.join', {
    dossier: here.dossier,
    ids: [a, b],
    title: { en: 'Hiring' },
    statement: {},
  });
  expect(get(record.id).grounds).toEqual(['age', 'religion']);
  edit(a, { 'grounds:age': null });
  here.call('undo.undo', { dossier: here.dossier });
  expect(get(a).grounds).toContain('age');
});

test('[L3] what two copies joined apart is resolved like any other conflict', () => {
  const [here, there] = [memoryReplica('here'), memoryReplica('there')];
  const [a, b, c] = ['a', 'b', 'c'].map(idOf) as [RecordId, RecordId, RecordId];
  for (const id of [a, b, c]) create(here, 'deficit', id, {});
  sendChanges(here, there);
  change(here, 'deficit', a, { joinedInto: b });
  change(there, 'deficit', a, { joinedInto: c });
  sendChanges(there, here);
  const { desk } = deskOf(here);
  const about = { dossier: DOSSIER, type: 'deficit', id: a, field: 'joinedInto' } as const;
  const resolved = resolveConflict(desk, { ...about, value: b, reason: 'The same as b' });
  expect(resolved.conflicts).toEqual([]);
  expect(resolved.record).toMatchObject({ joinedInto: b });
  expect(refused(() => resolveConflict(desk, { ...about, value: c, reason: 'Again' }))).toMatchObject({
    code: 'field.not-in-conflict',
  });
});
