/** L13 over random histories of two laptops: what a window showed at a moment is what the past shows of it later. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivals } from '../../db/ledger/as-of.ts';
import { makePast } from '../../db/past.ts';
import { registerFacets, registerWindow } from '../../db/queries/register.ts';
import type { Db } from '../../db/statements.ts';
import type { Input } from '../../shared/contract/index.ts';
import { EXTRA_COLUMNS } from '../../shared/domain/register.ts';
import { isRefusal } from '../../shared/errors.ts';
import {
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  original,
  type Replica,
  resolve,
  restore,
  send,
  undo,
  withdraw,
} from '../fixtures/dossiers.ts';

const DEFICITS = [0, 1, 2].map((n) => idOf(`past deficit ${n}`));
const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

const EDITS = [
  { area: 'TA1' },
  { area: 'TA2' },
  { area: null },
  { title: { ar: original('غياب التفتيش') } },
  { title: { ar: original('ضعف التفتيش'), en: original('Weak inspection') } },
  { statement: { en: original('Inspection does not reach the fields') } },
  { statement: { en: null } },
  { severity: { G: 4 } },
  { severity: { G: 1, W: { missing: 'withheld' } } },
  { position: { G: { value: 'agree' } } },
  { position: { W: { value: 'does-not-agree' } } },
  { position: { E: { value: 'no-position' } } },
  { 'affectedGroups:women': true },
  { 'affectedGroups:women': null },
  { priorityRank: 3 },
  { priorityRank: 12 },
  { confidentiality: 'public' },
] as const;

type Window = Omit<Input<'register.window'>, 'dossier'>;
const ask = (part: Partial<Window>): Window => ({
  lang: 'ar',
  filter: {},
  sort: 'number',
  descending: false,
  offset: 0,
  limit: 50,
  columns: [...EXTRA_COLUMNS],
  ...part,
});
const QUESTIONS: readonly Window[] = [
  ask({}),
  ask({ filter: { search: 'التفتيش' } }),
  ask({ filter: { search: 'fields' }, lang: 'en' }),
  ask({ filter: { flag: 'conflict' } }),
  ask({ filter: { flag: 'no-strategy' }, sort: 'edited', descending: true }),
  ask({ filter: { flag: 'no-evidence', area: 'TA1' }, sort: 'severity' }),
  ask({ filter: { priority: '1-5' }, sort: 'priority' }),
];
const shows = (db: Db): string =>
  JSON.stringify([QUESTIONS.map((question) => registerWindow(db, question)), registerFacets(db, {}, true)]);

function past(db: Db, moment: number): Db {
  const steps = makePast(db, moment);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface Act {
  readonly by: number;
  readonly what: number;
  readonly which: number;
  readonly value: number;
}

/** One thing that one of the two does; what the rules refuse is left undone. */
function act(laptops: readonly Replica[], groups: string[], { by, what, which, value }: Act): void {
  const one = at(laptops, by);
  const deficit = at(DEFICITS, which);
  const kinds: readonly (() => unknown)[] = [
    () => create(one, 'deficit', deficit, { number: `00${(which % DEFICITS.length) + 1}` }),
    ...Array.from({ length: 4 }, () => () => {
      const [change] = edit(one, 'deficit', deficit, at<object>(EDITS, value) as never);
      if (change && one === laptops[0]) groups.push(change.group);
    }),
    () => send(at(laptops, by), at(laptops, by + 1)),
    () => send(at(laptops, by + 1), at(laptops, by)),
    () => withdraw(one, 'deficit', deficit),
    () => restore(one, 'deficit', deficit),
    () => resolve(one, 'deficit', deficit, { area: 'TA5' }, { reason: 'agreed' }),
    () => groups.length > 0 && undo(one, at(groups, value)),
    () => create(one, 'evidence', idOf(`past evidence ${value % 3}`), { deficit, kind: 'testimony' }),
    () => create(one, 'strategy', idOf(`past strategy ${value % 3}`), { deficits: [deficit] }),
    () => withdraw(one, 'strategy', idOf(`past strategy ${value % 3}`)),
    () =>
      edit(one, 'dossier', DOSSIER, {
        decisionRule: { kind: at(['consensus', 'each-constituency'], value) },
      }),
  ];
  try {
    at(kinds, what)();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
  }
}

const anyAct = fc.record({ by: fc.nat(1), what: fc.nat(999), which: fc.nat(99), value: fc.nat(999) });

test('[L13] the register as of a moment is what the register showed then', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 5, maxLength: 40, size: 'max' }), (acts) => {
      const here = memoryReplica('here');
      const there = memoryReplica('there', () => Date.UTC(2020, 0, 1));
      create(here, 'dossier', DOSSIER, { title: { en: 'Dialogue' } });
      send(here, there);
      const groups: string[] = [];
      const shown = new Map<number, string>();
      for (const one of acts) {
        act([here, there], groups, one);
        shown.set(arrivals(here.db), shows(here.db));
      }
      for (const [moment, then] of shown) {
        const looked = past(here.db, moment);
        expect(shows(looked), `moment ${moment}`).toBe(then);
        looked.close();
      }
      here.db.close();
      there.db.close();
    }),
    { numRuns: process.env.HIWAR_LONG ? 2000 : 40 },
  );
});
