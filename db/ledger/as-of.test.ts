import { expect, test } from 'vitest';
import { composed, create, edit, idOf, memoryReplica, send } from '../../tests/fixtures/dossiers.ts';
import { arrivals, headsAsOf } from './as-of.ts';
import { headsOfRecord } from './heads.ts';

const deficit = idOf('a deficit');

test('[L13] a view as of a moment shows what this dossier knew then, not what others had written by then', () => {
  const here = memoryReplica('here');
  const there = memoryReplica('there', () => Date.UTC(2020, 0, 1));
  create(here, 'deficit', deficit, { area: 'TA1' });
  send(here, there);
  // Written long ago by the clock of that laptop, and arriving only now.
  edit(there, 'deficit', deficit, { area: 'TA2' });
  edit(there, 'deficit', deficit, { formality: 'informal' });
  const before = arrivals(here.db);
  send(there, here);
  const between = arrivals(here.db);
  edit(here, 'deficit', deficit, { area: 'TA3' });

  const { n } = composed(here, 'deficit', deficit);
  const valuesAt = (moment: number) =>
    Object.fromEntries(
      [...headsAsOf(here.db, n, moment)].map(([field, heads]) => [field, heads.map((h) => h.value)]),
    );
  expect(valuesAt(0)).toEqual({});
  expect(valuesAt(before)).toEqual({ area: ['TA1'] });
  expect(valuesAt(between)).toEqual({ area: ['TA2'], formality: ['informal'] });
  expect(valuesAt(arrivals(here.db))).toEqual({ area: ['TA3'], formality: ['informal'] });
});

test('[L13] as of now is now, conflicts and all', () => {
  const here = memoryReplica('here');
  const there = memoryReplica('there');
  create(here, 'deficit', deficit, { area: 'TA1' });
  send(here, there);
  edit(here, 'deficit', deficit, { area: 'TA2' });
  edit(there, 'deficit', deficit, { area: 'TA3' });
  send(there, here);
  const { n } = composed(here, 'deficit', deficit);
  expect(headsAsOf(here.db, n, arrivals(here.db))).toEqual(headsOfRecord(here.db, n));
});
