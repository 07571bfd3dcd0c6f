import { beforeEach, expect, test } from 'vitest';
import {
  create,
  edit,
  idOf,
  memoryReplica,
  type Replica,
  restore,
  withdraw,
} from '../../tests/fixtures/dossiers.ts';
import { pluck } from '../statements.ts';
import { ANSWERED, answeredIds } from './answered.ts';

const deficit = idOf('a deficit');
const other = idOf('another deficit');
const strategy = idOf('a strategy');
let here: Replica;

beforeEach(() => {
  here = memoryReplica('here');
  create(here, 'deficit', deficit, { area: 'TA1' });
  create(here, 'deficit', other, { area: 'TA1' });
  create(here, 'strategy', strategy, { deficits: [deficit] });
});

const count = (): number =>
  pluck<number>(
    here.db,
    `SELECT count(*) FROM deficit d JOIN record r ON r.n = d.record WHERE ${ANSWERED}`,
  ).get(answeredIds(here.db)) as number;

test('a deficit is answered while a strategy names it', () => {
  expect(count()).toBe(1);
  edit(here, 'strategy', strategy, { [`deficits:${other}`]: true });
  expect(count()).toBe(2);
  edit(here, 'strategy', strategy, { [`deficits:${deficit}`]: null });
  expect(count()).toBe(1);
});

test('a strategy in the bin answers nothing', () => {
  withdraw(here, 'strategy', strategy);
  expect(count()).toBe(0);
  restore(here, 'strategy', strategy);
  expect(count()).toBe(1);
});

test('an agenda item or a round of scoring that names a deficit answers nothing', () => {
  create(here, 'agendaItem', idOf('an item'), { deficits: [other] });
  create(here, 'round', idOf('a round'), { deficits: [other] });
  expect(count()).toBe(1);
});
