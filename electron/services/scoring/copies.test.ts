/** A round that two copies of a dossier went on with apart: real files, handed over and merged. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDossierFile } from '../../../db/open.ts';
import { snapshotOf } from '../../../db/queries/snapshot.ts';
import { verifyDossier } from '../../../db/verify.ts';
import {
  type CallName,
  contract,
  type Input,
  type Output,
  type RoundRow,
} from '../../../shared/contract/index.ts';
import { openedRounds } from '../../../shared/domain/edition-diagnosis.ts';
import type { RoundPhase } from '../../../shared/domain/scoring/types.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { mergeFile, writeHandOver } from '../hand-over.ts';
import { createHandlers } from '../index.ts';
import { adopt, closeAll } from '../library.ts';
import { roundOf, rowOf } from './rounds.ts';

const PHASES = ['prepared', 'scoring', 'opened', 'abandoned'] as const;
type Codes = Output<'scoring.begin'>['codes'];

class Copy {
  readonly desk: Desk;
  readonly dossier: string;
  codes: Codes | undefined;
  readonly #handlers: ReturnType<typeof createHandlers>;
  constructor(desk: Desk, dossier: string) {
    this.desk = desk;
    this.dossier = dossier;
    this.#handlers = createHandlers(desk);
  }
  call<N extends CallName>(name: N, input: Omit<Input<N>, 'dossier'>): Output<N> {
    const parsed = contract[name].input.parse({ ...input, dossier: this.dossier });
    return (this.#handlers[name] as (parsed: unknown) => Output<N>)(parsed);
  }
  get opened() {
    return dossierOf(this.desk, this.dossier);
  }
  take(from: Copy): void {
    mergeFile(this.opened, from.opened.file);
  }
  row(): RoundRow {
    return rowOf(this.opened.db, roundOf(this.opened.db, round));
  }
  results = (opening?: string) =>
    this.call('scoring.results', { round, ...(opening === undefined ? {} : { opening }) } as never);
  headsOf(field: string) {
    return (
      this.call('conflict.list', { id: round } as never).find((each) => each.field === field)?.heads ?? []
    );
  }
  begin(): void {
    this.codes = this.call('scoring.begin', { round }).codes;
  }
  /** Three ballots of one side, all of one score: as many as are shown. */
  cast(score: number, criterion = 'severity'): void {
    const scores = Object.fromEntries(this.row().deficits.map((id) => [id, { [criterion]: score }]));
    for (let person = 0; person < 3; person += 1)
      this.call('scoring.cast', { round, constituency: 'G', scores } as never);
  }
  open(): Output<'scoring.open'> {
    const codes = this.codes as Codes;
    return this.call('scoring.open', {
      round,
      codes: { G: codes.G.join(''), E: codes.E.join(''), W: codes.W.join('') },
    } as never);
  }
  reach(phase: RoundPhase, score: number): void {
    if (phase === 'prepared') return;
    if (phase === 'abandoned') {
      this.call('scoring.abandon', { round });
      return;
    }
    this.begin();
    this.cast(score);
    if (phase === 'opened') this.open();
  }
  resolve(field: string, value: unknown): Output<'scoring.resolve'> {
    return this.call('scoring.resolve', { round, field, value, reason: 'as the three decided' } as never);
  }
}

let here: TestDesk;
let first: Copy;
let second: Copy;
let deficits: string[];
let round = '' as never;

beforeEach(() => {
  here = testDesk();
  first = new Copy(here.desk, here.dossier);
  deficits = here
    .call('record.list', { dossier: here.dossier, type: 'deficit', limit: 3 })
    .map(({ record }) => record.id);
  round = prepare(first) as never;
  const folder = join(here.desk.folder, 'other');
  mkdirSync(folder);
  const file = join(folder, 'second.hiwar');
  writeHandOver(first.opened, file);
  // A minute later than the first: no two openings bear one time.
  const desk = { ...here.desk, folder, open: new Map(), now: () => here.desk.now() + 60_000 };
  second = new Copy(desk, here.dossier);
  adopt(desk, openDossierFile(file), { verified: true });
});
afterEach(() => {
  closeAll(second.desk);
  here.close();
});

const prepare = (copy: Copy): string =>
  copy.call('scoring.prepare', {
    title: { en: 'At two tables' },
    deficits,
    criteria: ['severity', 'feasibility'],
  } as never).id;
const exchange = (): void => {
  first.take(second);
  second.take(first);
};
const sound = (copy: Copy) => expect(verifyDossier(copy.opened.file).problems).toEqual([]);
const told = ({ phase, conflicts, isUndecided, openings, openedAt, ballots }: ReturnType<Copy['row']>) => ({
  phase,
  conflicts,
  isUndecided,
  openings,
  openedAt,
  ...(phase === 'opened' && { ballots }),
});

test('[scoring] of every two phases reached apart copies tell one, lose nothing opened and read nothing sealed', () => {
  const pairs = PHASES.flatMap((a) => PHASES.map((b) => ({ a, b, id: prepare(first) })));
  second.take(first);
  const said = pairs.map(({ a, b, id }) => {
    round = id as never;
    first.reach(a, 4);
    second.reach(b, 1);
    return [first, second].flatMap((copy) =>
      copy.row().phase === 'opened' ? [{ at: copy.row().openings[0]?.at, rows: copy.results() }] : [],
    );
  });
  exchange();
  const { records } = snapshotOf(first.opened.db);
  const all = openedRounds(records, new Set(deficits));
  const openings = pairs.map(({ a, b, id }, n) => {
    round = id as never;
    const pair = `${a} and ${b}`;
    const both: RoundPhase[] = [a, b];
    expect(told(first.row()), pair).toEqual(told(second.row()));
    const { phase, isUndecided, openings: found, conflicts } = first.row();
    const counts = (['opened', 'scoring', 'abandoned', 'prepared'] as const).find((each) =>
      both.includes(each),
    );
    expect(phase, pair).toBe(counts);
    expect(isUndecided, pair).toBe(phase === 'scoring' && both.includes('abandoned'));
    expect(found, pair).toHaveLength(said[n]?.length ?? 0);
    for (const copy of [first, second])
      for (const { at, rows } of said[n] ?? [])
        expect(byPlace(copy.results(found.find((each) => each.at === at)?.id)), pair).toEqual(byPlace(rows));
    if (phase !== 'opened') expect(() => first.results()).toThrow(new Refusal('scoring.sealed'));
    // An edition tells one opening or none, and never a mixture of two.
    const exported = all.filter((each) => each.id === id);
    expect(exported, pair).toHaveLength(phase === 'opened' ? 1 : 0);
    for (const { tallies, ballots } of exported) {
      const rows = tallies.map(({ counts: cells, ...each }) => ({ ...each, cells }));
      expect(byPlace(rows), pair).toEqual(byPlace(first.results()));
      expect(ballots, pair).toEqual({ G: 3, E: 0, W: 0 });
    }
    if (isUndecided) {
      const going = a === 'scoring' ? first : second;
      const undecided = new Refusal('scoring.undecided');
      expect(() => going.cast(4)).toThrow(undecided);
      expect(() => going.open()).toThrow(undecided);
      expect(() => going.call('scoring.abandon', { round })).toThrow(undecided);
    }
    // Whatever waits is decided in one copy and holds in both: here the opening that does not stand is chosen.
    if (phase === 'opened' && conflicts.includes('phase')) {
      const other = both.find((each) => each !== 'opened');
      expect(() => first.resolve('phase', other)).toThrow(new Refusal('scoring.over'));
    }
    if (conflicts.includes('phase')) first.resolve('phase', phase);
    if (conflicts.includes('openedAt')) first.resolve('openedAt', found[1]?.at);
    for (const field of first.row().conflicts) first.resolve(field, first.headsOf(field)[0]?.value);
    return found;
  });
  second.take(first);
  pairs.forEach(({ id }, n) => {
    round = id as never;
    expect(told(first.row())).toEqual(told(second.row()));
    expect(first.row().conflicts).toEqual([]);
    expect(first.row().openings).toHaveLength(openings[n]?.length ?? 0);
    if ((openings[n]?.length ?? 0) > 1) expect(first.row().openedAt).toBe(openings[n]?.[1]?.at);
  });
  for (const copy of [first, second]) {
    // Of what is decided with another field neither.
    expect(copy.opened.db.prepare('SELECT * FROM conflict').all()).toEqual([]);
    sound(copy);
  }
});

const byPlace = (rows: readonly { deficit: string; criterion: string; cells: unknown }[]) =>
  Object.fromEntries(rows.map(({ deficit, criterion, cells }) => [`${deficit} ${criterion}`, cells]));

test('[scoring] a round that is given up in one copy goes on in the other once a person says so', () => {
  first.reach('scoring', 4);
  second.call('scoring.abandon', { round });
  exchange();
  first.resolve('phase', 'scoring');
  expect(first.open()).toMatchObject({ phase: 'opened', ballots: { G: 3, E: 0, W: 0 } });
  second.take(first);
  expect(second.row()).toMatchObject({ phase: 'opened', conflicts: [] });
  // Or it does not, for good.
  expect(() => first.resolve('phase', 'abandoned')).toThrow(
    new Refusal('field.not-in-conflict', { field: 'phase' }),
  );
});

test('[scoring] what was fixed at the beginning stays fixed, whatever another copy changes not knowing of it', () => {
  first.begin();
  const other = second.call('record.list', { type: 'deficit', limit: 5 } as never)[4]?.record.id as string;
  second.call('scoring.prepare', {
    round,
    title: { en: 'Changed' },
    deficits: [deficits[0], other],
    criteria: ['urgency'],
  } as never);
  exchange();
  expect(first.row()).toMatchObject({ phase: 'scoring', criteria: ['severity', 'feasibility'] });
  expect([...first.row().deficits].sort()).toEqual([...deficits].sort());
  first.cast(3, 'feasibility');
  expect(() => first.cast(3, 'urgency')).toThrow(new Refusal('input.invalid', { path: 'scores' }));
  first.open();
  second.take(first);
  // Both tell what was counted.
  for (const copy of [first, second]) {
    expect(copy.row().criteria).toEqual(['severity', 'feasibility']);
    expect([...copy.row().deficits].sort()).toEqual([...deficits].sort());
    expect(copy.results()).toHaveLength(6);
    const { records } = snapshotOf(copy.opened.db);
    const [exported] = openedRounds(records, new Set(deficits)).filter(({ id }) => id === round);
    expect(exported?.criteria).toEqual(['severity', 'feasibility']);
    sound(copy);
  }
});

test('[scoring] a round whose criteria two copies set differently begins once a person has decided', () => {
  const criteria = (copy: Copy, set: readonly string[]) =>
    copy.call('scoring.prepare', {
      round,
      title: { en: `Of ${set.join()}` },
      deficits,
      criteria: set,
    } as never);
  criteria(first, ['severity', 'urgency']);
  criteria(second, ['severity', 'urgency', 'feasibility']);
  criteria(second, ['severity']);
  exchange();
  expect(first.row().conflicts).toEqual(['criteria:urgency', 'title.en']);
  expect(() => first.begin()).toThrow(new Refusal('field.in-conflict', { field: 'criteria:urgency' }));
  first.resolve('criteria:urgency', true);
  first.resolve('title.en', { text: 'Of both', status: 'original' });
  first.begin();
  expect(first.row().criteria).toEqual(['severity', 'urgency']);
  // What each took out is out, though nobody meant all of it: nothing cannot be begun.
  const one = { title: { en: 'Other' }, criteria: ['severity'] };
  const { id } = second.call('scoring.prepare', { ...one, deficits: deficits.slice(0, 2) } as never);
  first.take(second);
  first.call('scoring.prepare', { ...one, round: id, deficits: deficits.slice(0, 1) } as never);
  second.call('scoring.prepare', { ...one, round: id, deficits: deficits.slice(1, 2) } as never);
  exchange();
  expect(() => first.call('scoring.begin', { round: id } as never)).toThrow(
    new Refusal('input.invalid', { path: 'deficits' }),
  );
});

test('[scoring] ballots of a copy are opened by its own codes, even after another copy was opened', () => {
  first.reach('scoring', 4);
  second.reach('scoring', 1);
  second.cast(1);
  second.open();
  const opened = second.results();
  exchange();
  expect(first.row()).toMatchObject({ phase: 'opened', mayStillOpen: true });
  expect(second.row().mayStillOpen).toBe(false);
  expect(() => first.cast(4), 'none after what others gave is known').toThrow(new Refusal('scoring.over'));
  expect(() => first.open()).toThrow(new Refusal('field.in-conflict', { field: 'phase' }));
  first.resolve('phase', 'opened');
  here.pass(120_000);
  const codes = first.codes;
  first.codes = second.codes;
  expect(() => first.open(), 'each copy has codes of its own').toThrow(new Refusal('scoring.codes'));
  first.codes = codes;
  first.open();
  second.take(first);
  for (const copy of [first, second]) {
    const { openings, ballots } = copy.row();
    expect(openings).toHaveLength(2);
    // The earlier one may be in an export: it stands until a person decides.
    expect(ballots).toEqual({ G: 6, E: 0, W: 0 });
    expect(byPlace(copy.results())).toEqual(byPlace(opened));
    expect(openings.map((each) => each.ballots.G)).toEqual([6, 3]);
    const later = copy.results(openings[1]?.id).find(({ criterion }) => criterion === 'severity');
    expect(later?.cells.G).toEqual([0, 0, 0, 3]);
    const exported = openedRounds(snapshotOf(copy.opened.db).records, new Set(deficits));
    expect(exported.find(({ id }) => id === round)).toMatchObject({ openedAt: openings[0]?.at, ballots });
    expect(snapshotOf(copy.opened.db).records.tally.filter((each) => each.round === round)).toHaveLength(6);
  }
  // The one that stands may be chosen at any time, and taken back.
  const [stands, other] = second.row().openings;
  second.resolve('openedAt', other?.at);
  expect(second.row()).toMatchObject({ openings: [other, stands], openedAt: other?.at, ballots: { G: 3 } });
  second.resolve('openedAt', stands?.at);
  expect(second.row()).toMatchObject({ openings: [stands, other], ballots: { G: 6 } });
  expect(byPlace(second.results())).toEqual(byPlace(opened));
  first.take(second);
  expect(told(first.row())).toEqual(told(second.row()));
  for (const copy of [first, second]) sound(copy);
});

test('[scoring] once a person decides for one copy’s ballots the other copy takes none and opens none', () => {
  first.reach('scoring', 4);
  second.reach('scoring', 1);
  exchange();
  // Until then both go on.
  for (const copy of [first, second]) expect(copy.row()).toMatchObject({ isHere: true, isUndecided: false });
  const theirs = first.headsOf('publicKey').find(({ deviceLetter }) => deviceLetter !== '');
  first.resolve('publicKey', theirs?.value);
  second.take(first);
  expect(first.row()).toMatchObject({ isHere: false, conflicts: [] });
  expect(() => first.cast(4)).toThrow(new Refusal('scoring.elsewhere'));
  expect(() => first.open()).toThrow(new Refusal('scoring.elsewhere'));
  expect(second.open()).toMatchObject({ phase: 'opened', conflicts: [] });
});

test('[scoring] ballots of one box bear one time, whichever copy’s beginning the merged round shows', () => {
  first.reach('scoring', 4);
  second.begin();
  exchange();
  for (const copy of [first, second]) {
    copy.cast(2);
    const times = copy.opened.db
      .prepare(
        `SELECT DISTINCT change.at FROM change JOIN record ON record.n = change.record
         JOIN term ON term.n = record.type WHERE term.text = 'ballot'`,
      )
      .all();
    expect(times).toHaveLength(1);
  }
});

test('[scoring] ballots that were given up stay sealed, though another copy opens the round', () => {
  first.reach('scoring', 4);
  second.reach('scoring', 1);
  second.call('scoring.abandon', { round });
  first.open();
  second.take(first);
  expect(second.row()).toMatchObject({ phase: 'opened', mayStillOpen: false });
  expect(() => second.open()).toThrow(new Refusal('scoring.over'));
  second.resolve('phase', 'opened');
  expect(second.row().mayStillOpen).toBe(false);
  expect(() => second.open()).toThrow(new Refusal('scoring.over'));
  // And if the round goes on elsewhere, none are added to them.
  round = prepare(first) as never;
  second.take(first);
  first.reach('scoring', 4);
  second.reach('scoring', 1);
  second.call('scoring.abandon', { round });
  exchange();
  second.resolve('phase', 'scoring');
  expect(second.row().isHere).toBe(false);
  expect(() => second.cast(1)).toThrow(new Refusal('scoring.elsewhere'));
  first.take(second);
  expect(first.row().isHere).toBe(true);
});

test('[scoring] ballots that a person gave up in another copy, knowing of them, stay sealed too', () => {
  first.reach('scoring', 4);
  exchange();
  second.call('scoring.abandon', { round });
  first.take(second);
  expect(first.row()).toMatchObject({ phase: 'abandoned', mayStillOpen: false });
  // Who decides that it does not go on gives it up as well.
  round = prepare(first) as never;
  second.take(first);
  first.reach('scoring', 4);
  second.call('scoring.abandon', { round });
  exchange();
  second.resolve('phase', 'abandoned');
  first.take(second);
  expect(first.row()).toMatchObject({ phase: 'abandoned', isHere: false });
});

test('[scoring] a copy whose beginning was decided against shows what the other began with', () => {
  const set = (criteria: readonly string[]) => ({
    round,
    title: { en: 'At two tables' },
    deficits: deficits.slice(0, 2),
    criteria,
  });
  first.reach('scoring', 4);
  second.call('scoring.prepare', set(['severity']) as never);
  second.begin();
  exchange();
  const theirs = first.headsOf('publicKey').find(({ deviceLetter }) => deviceLetter !== '');
  first.resolve('publicKey', theirs?.value);
  second.take(first);
  expect(first.row().isHere).toBe(false);
  for (const copy of [first, second]) {
    expect(copy.row().criteria).toEqual(['severity']);
    expect([...copy.row().deficits].sort()).toEqual(deficits.slice(0, 2).sort());
  }
});
