import { beforeEach, describe, expect, test } from 'vitest';
import { listRecords } from '../../../db/queries/record-view.ts';
import type { CauseTree } from '../../../shared/domain/causes/types.ts';
import type { RecordOf } from '../../../shared/domain/records/index.ts';
import { deskOf } from '../../../tests/fixtures/desk-of.ts';
import {
  create,
  DOSSIER,
  edit,
  idOf,
  memoryReplica,
  type Replica,
  refusal,
  send,
  withdraw,
} from '../../../tests/fixtures/dossiers.ts';
import type { Desk, OpenedDossier } from '../desk.ts';
import { createRecord, editRecord, restoreRecord, undo } from '../records.ts';
import { causeHandlers } from './index.ts';

const wages = idOf('wages');
const unions = idOf('unions');
const skills = idOf('skills');
let here: Replica;
let desk: Desk;
let steps: OpenedDossier['undo'];
let handlers: ReturnType<typeof causeHandlers>;

beforeEach(() => {
  here = memoryReplica('here');
  ({ desk, steps } = deskOf(here));
  handlers = causeHandlers(desk);
  for (const [at, id] of [wages, unions, skills].entries())
    create(here, 'deficit', id, { number: `00${at + 1}`, title: { en: `Deficit ${at + 1}` }, area: 'TA1' });
});

const call = (name: keyof typeof handlers, input: object): unknown =>
  (handlers[name] as (given: unknown) => unknown)({ dossier: DOSSIER, ...input });
const tree = (deficit = wages) => call('causes.tree', { deficit }) as CauseTree;
const add = (body: string, under: string | null = null, more: object = {}): string =>
  (
    call('causes.add', { deficit: wages, kind: 'cause', under, body: { en: body }, ...more }) as {
      id: string;
    }
  ).id;
/** The outline as an indented text, so that a test reads as the screen does. */
const drawn = (deficit = wages): string[] =>
  tree(deficit).rows.map(({ level, body, flags }) =>
    [`${'  '.repeat(level - 1)}${body.en?.text}`, ...flags.filter((flag) => flag !== 'no-evidence')].join(
      ' ',
    ),
  );
const back = () => undo(desk, DOSSIER, 'undo');
const link = (from: string, to: string, kind = 'blocks'): string =>
  (call('causes.link', { from, to, kind }) as { id: string }).id;

describe('an outline of causes', () => {
  test('takes siblings behind the one they were added at, each in one step', () => {
    const a = add('a');
    const c = add('c');
    add('b', null, { after: a });
    add('a1', a);
    add('first', null, { after: null });
    add('an effect', null, { kind: 'effect' });
    expect(drawn()).toEqual(['an effect', 'first', 'a', '  a1', 'b', 'c']);
    expect(steps).toHaveLength(6);
    expect(tree().deficit).toMatchObject({ causes: 5, effects: 1 });
    expect(refusal(() => add('under an effect', c, { kind: 'effect' }))).toBe('input.invalid');
  });

  test('moves as an outliner does, and each move is undone alone', () => {
    add('a');
    const b = add('b');
    const c = add('c');
    expect(call('causes.move', { id: b, to: 'indent' })).toEqual({ moved: true });
    call('causes.move', { id: c, to: 'indent' });
    call('causes.move', { id: c, to: 'up' });
    expect(drawn()).toEqual(['a', '  c', '  b']);
    expect(call('causes.move', { id: c, to: 'up' })).toEqual({ moved: false });
    expect(steps).toHaveLength(6);
    call('causes.move', { id: c, to: 'outdent' });
    expect(drawn()).toEqual(['a', '  b', 'c']);
    back();
    expect(drawn()).toEqual(['a', '  c', '  b']);
    back();
    expect(drawn()).toEqual(['a', '  b', '  c']);
  });

  test('keeps its order however often something is put between two neighbours', () => {
    const first = add('0');
    for (let at = 1; at <= 30; at += 1) add(String(at), null, { after: first });
    expect(drawn()).toEqual(['0', ...Array.from({ length: 30 }, (_, at) => String(30 - at))]);
  });

  test('refuses to put a cause under its own branch, by every door', () => {
    const a = add('a');
    const b = add('b', a);
    const c = add('c', b);
    expect(refusal(() => call('causes.move', { id: a, to: { under: c } }))).toBe('causes.cycle');
    const members = { under: c };
    expect(
      refusal(() => editRecord(desk, { dossier: DOSSIER, type: 'cause', id: a, members } as never)),
    ).toBe('causes.cycle');
    expect(drawn()).toEqual(['a', '  b', '    c']);
  });

  test('lifts what lay under a withdrawn cause into its place, and undo brings all back', () => {
    const a = add('a');
    const b = add('b', a);
    add('b1', b);
    add('b2', b);
    add('c', a);
    expect(call('causes.withdraw', { id: b })).toEqual({ lifted: 2 });
    expect(drawn()).toEqual(['a', '  b1', '  b2', '  c']);
    back();
    expect(drawn()).toEqual(['a', '  b', '    b1', '    b2', '  c']);
  });

  test('goes to another deficit as a whole branch with its evidence', () => {
    const a = add('a');
    add('a1', a);
    const proof = idOf('proof');
    create(here, 'evidence', proof, { deficit: wages, cause: a, source: { en: 'A survey' } });
    add('there already', null, { deficit: unions });
    call('causes.move', { id: a, to: { deficit: unions } });
    expect(drawn(wages)).toEqual([]);
    expect(drawn(unions)).toEqual(['there already', 'a', '  a1']);
    expect(tree(unions).rows[1]).toMatchObject({ evidence: 1, flags: [] });
    back();
    expect(drawn(wages)).toEqual(['a', '  a1']);
    expect(tree(wages).rows[0]).toMatchObject({ evidence: 1 });
  });

  test('flags a cause no evidence names, and forbids nothing', () => {
    const a = add('a');
    expect(tree().rows[0]?.flags).toEqual(['no-evidence']);
    create(here, 'evidence', idOf('proof'), { deficit: wages, cause: a });
    create(here, 'evidence', idOf('of the deficit'), { deficit: wages });
    expect(tree().rows[0]).toMatchObject({ evidence: 1, flags: [] });
  });

  test('shows at the problem what lost the one it lay under, and keeps it there when asked', () => {
    const a = add('a');
    const b = add('b', a);
    withdraw(here, 'cause', a as never);
    expect(drawn()).toEqual(['b orphan']);
    expect(call('causes.move', { id: b, to: 'outdent' })).toEqual({ moved: true });
    expect(drawn()).toEqual(['b']);
  });

  test('draws once and flags what merged copies bent into a ring', () => {
    const a = add('a');
    const b = add('b');
    const there = memoryReplica('there');
    send(here, there);
    edit(there, 'cause', a as never, { under: b });
    call('causes.move', { id: b, to: { under: a } });
    send(there, here);
    expect(drawn()).toEqual(['a ring', '  b ring']);
    call('causes.move', { id: a, to: 'outdent' });
    expect(drawn()).toEqual(['a', '  b']);
  });

  test('is not written into a deficit that is in the bin', () => {
    withdraw(here, 'deficit', wages);
    expect(refusal(() => add('late'))).toBe('record.withdrawn');
  });
});

describe('links among deficits', () => {
  test('are made, said once, taken away and brought back by undo', () => {
    const id = link(wages, unions);
    expect(tree(unions).links).toMatchObject([{ id, from: wages, to: unions, kind: 'blocks', flags: [] }]);
    expect(tree(unions).others).toMatchObject([{ id: wages, number: '001' }]);
    expect(refusal(() => link(wages, unions))).toBe('causes.linked');
    call('causes.unlink', { id });
    expect(tree(unions).links).toEqual([]);
    back();
    expect(tree(unions).links).toHaveLength(1);
  });

  test('never lead back to where they came from, by no door', () => {
    link(wages, unions);
    const second = link(unions, skills, 'worsens');
    expect(refusal(() => link(skills, wages, 'causes'))).toBe('causes.cycle');
    expect(refusal(() => link(wages, wages))).toBe('causes.cycle');
    const ring = { dossier: DOSSIER, type: 'link', members: { from: skills, to: wages, kind: 'blocks' } };
    expect(refusal(() => createRecord(desk, ring as never))).toBe('causes.cycle');
    call('causes.unlink', { id: second });
    link(skills, wages, 'causes');
    const restore = { dossier: DOSSIER, type: 'link', id: second };
    expect(refusal(() => restoreRecord(desk, restore as never))).toBe('causes.cycle');
  });

  test('are drawn and flagged where merged copies close a ring', () => {
    const there = memoryReplica('there');
    send(here, there);
    create(there, 'link', idOf('back'), { from: unions, to: wages, kind: 'worsens' });
    link(wages, unions);
    send(there, here);
    expect(tree().links.map(({ flags }) => flags)).toEqual([['ring'], ['ring']]);
  });
});

test('the map names every deficit with causes or links, in the order of their numbers', () => {
  add('of skills', null, { deficit: skills });
  link(unions, wages);
  const map = call('causes.map', {}) as { deficits: { id: string; causes: number }[]; links: unknown[] };
  expect(map.deficits).toMatchObject([
    { id: wages, causes: 0 },
    { id: unions, causes: 0 },
    { id: skills, causes: 1 },
  ]);
  expect(map.links).toHaveLength(1);
});

test('ends of links that are in the bin are said, and records are never lost for it', () => {
  link(wages, unions);
  withdraw(here, 'deficit', wages);
  expect(tree(unions).links).toMatchObject([{ flags: ['withdrawn'] }]);
  expect(listRecords(here.db, 'link').map(({ record }) => (record as RecordOf<'link'>).kind)).toEqual([
    'blocks',
  ]);
});
