import { beforeEach, expect, test } from 'vitest';
import { create, edit, idOf, memoryReplica, type Replica, withdraw } from '../../tests/fixtures/dossiers.ts';
import { findRecord } from '../ledger/store.ts';
import { joinedRecords } from './joined.ts';

const [first, second, joined] = [idOf('first'), idOf('second'), idOf('joined')];
let here: Replica;

beforeEach(() => {
  here = memoryReplica('here');
  for (const id of [first, second]) create(here, 'deficit', id, { area: 'TA1', joinedInto: joined });
  create(here, 'deficit', joined, { [`parents:${first}`]: true, [`parents:${second}`]: true });
});

const numbers = (...ids: string[]): (number | undefined)[] =>
  ids.map((id) => findRecord(here.db, 'deficit', id)?.n);

test('what was joined is told apart while the deficit it went into stands', () => {
  expect(joinedRecords(here.db).sort()).toEqual(numbers(first, second));
  withdraw(here, 'deficit', joined);
  expect(joinedRecords(here.db)).toEqual([]);
});

test('a ring of joinings, which only merged copies can make, hides none of its deficits', () => {
  edit(here, 'deficit', joined, { joinedInto: first, [`parents:${joined}`]: true });
  expect(joinedRecords(here.db)).toEqual([]);
});
