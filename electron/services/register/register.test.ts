import { beforeEach, describe, expect, test } from 'vitest';
import { arrivals } from '../../../db/ledger/as-of.ts';
import { setMeta } from '../../../db/meta.ts';
import { registerMoments } from '../../../db/queries/moments.ts';
import type { RegisterWindow } from '../../../shared/contract/index.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { childrenIn, codelist } from '../../../shared/reference/index.ts';
import { deskOf } from '../../../tests/fixtures/desk-of.ts';
import {
  composed,
  create,
  DOSSIER,
  edit,
  erase,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusalDetails,
  send,
  undo,
  withdraw,
} from '../../../tests/fixtures/dossiers.ts';
import type { OpenedDossier } from '../desk.ts';
import { registerHandlers } from './index.ts';

const [first, second, third] = ['first', 'second', 'third'].map((name) => idOf(`deficit ${name}`)) as [
  RecordId,
  RecordId,
  RecordId,
];
let here: Replica;
let steps: OpenedDossier['undo'];
let handlers: ReturnType<typeof registerHandlers>;

beforeEach(() => {
  here = memoryReplica('here');
  const made = deskOf(here);
  steps = made.steps;
  handlers = registerHandlers(made.desk);
  for (const [n, id] of [first, second, third].entries())
    create(here, 'deficit', id, {
      number: `00${n + 1}`,
      title: { en: `Deficit ${n + 1}` },
      area: n === 2 ? 'TA2' : 'TA1',
    });
});

const window = async (input: object = {}): Promise<RegisterWindow> =>
  handlers['register.window']({
    dossier: DOSSIER,
    lang: 'en',
    filter: {},
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 50,
    ...input,
  } as never);
const numbers = async (input: object = {}) => (await window(input)).rows.map((row) => row.number);
const preview = (ids: readonly string[], coding: object) =>
  handlers['register.codePreview']({ dossier: DOSSIER, ids, coding } as never);
const code = (ids: readonly string[], coding: object, reason?: string) =>
  handlers['register.code']({ dossier: DOSSIER, ids, coding, reason } as never);
const subTopicOf = (area: string) => childrenIn(codelist('thematic-areas'), area)[0]?.id as string;
const member = (id: RecordId, name: string) => composed(here, 'deficit', id).record[name];

describe('groups and columns', () => {
  beforeEach(() => {
    edit(here, 'deficit', second, { priorityRank: 7 });
    edit(here, 'deficit', third, {
      priorityRank: 2,
      prevalence: { G: 'systemic', W: { missing: 'withheld' } },
      evidenceHeld: { E: 'anecdotal', W: { missing: 'not-known' } },
      evidenceStrength: 'limited',
    });
  });

  test('[register] bands of priority part the register: every row is in exactly one', async () => {
    expect(await numbers({ filter: { priority: '1-5' } })).toEqual(['003']);
    expect(await numbers({ filter: { priority: '6-10' } })).toEqual(['002']);
    expect(await numbers({ filter: { priority: 'none' } })).toEqual(['001']);
    const facets = await handlers['register.facets']({
      dossier: DOSSIER,
      filter: {},
      byPriority: true,
    } as never);
    expect(facets.priority).toEqual({ '1-5': 1, '6-10': 1, none: 1 });
    expect(facets.area).toEqual({ TA1: 2, TA2: 1 });
  });

  test('[register] sorted by priority what nobody ranked comes last, both ways', async () => {
    expect(await numbers({ sort: 'priority' })).toEqual(['003', '002', '001']);
    expect(await numbers({ sort: 'priority', descending: true })).toEqual(['002', '003', '001']);
  });

  test('[register] more columns are read for the rows that are shown', async () => {
    edit(here, 'deficit', third, { affectedGroups: ['women', 'youth'], sector: 'A', raisedBy: 'W' });
    edit(here, 'deficit', third, { 'affectedGroups:youth': null });
    const columns = ['prevalence', 'affectedGroups', 'sector', 'priority', 'raisedBy', 'evidenceHeld'];
    columns.push('evidenceStrength');
    const { rows } = await window({ columns });
    expect(rows[2]?.extra).toEqual({
      prevalence: { G: 'systemic' },
      evidenceHeld: { E: 'anecdotal' },
      evidenceStrength: 'limited',
      affectedGroups: 1,
      sector: 'A',
      priority: 2,
      raisedBy: 'W',
    });
    expect(rows[0]?.extra).toEqual({});
    expect((await window()).rows[2]).not.toHaveProperty('extra');
  });
});

describe('coding many', () => {
  test('[register] the preview writes nothing and says what the step then does', () => {
    edit(here, 'deficit', second, { 'affectedGroups:women': true });
    withdraw(here, 'deficit', third);
    const before = arrivals(here.db);
    const coding = { affectedGroups: { add: ['women'], remove: [] } };
    const ids = [first, second, third, idOf('nowhere')];
    expect(preview(ids, coding)).toEqual({
      counts: { changes: 1, same: 1, conflict: 0, withdrawn: 1, missing: 1 },
      judged: 0,
      opened: 0,
      kept: [
        { id: third, state: 'withdrawn', number: '003', title: { en: 'Deficit 3' } },
        { id: idOf('nowhere'), state: 'missing', number: '', title: {} },
        { id: second, state: 'same', number: '002', title: { en: 'Deficit 2' } },
      ],
    });
    expect(arrivals(here.db)).toBe(before);
    expect(code(ids, coding)).toEqual({ changed: 1 });
    expect(arrivals(here.db)).toBe(before + 1);
  });

  test('[register] coding is one step, and one undo takes it back', () => {
    expect(
      code(
        [first, second, third],
        { sector: 'A', instruments: { add: ['C087'], remove: [] } },
        'Agreed in the group',
      ),
    ).toEqual({ changed: 3 });
    expect(member(third, 'instruments')).toEqual(['C087']);
    expect(steps).toHaveLength(1);
    undo(here, steps[0]?.group as string);
    for (const id of [first, second, third]) expect(member(id, 'sector')).toBeUndefined();
  });

  test('[register] a sub-topic brings its area, and another area takes it away', () => {
    code([third], { subTopic: subTopicOf('TA1') });
    expect(member(third, 'area')).toBe('TA1');
    expect(code([third], { area: 'TA2' })).toEqual({ changed: 1 });
    expect(member(third, 'subTopic')).toBeUndefined();
    expect(refusalDetails(() => code([third], { area: 'TA2', subTopic: subTopicOf('TA1') }))).toEqual({
      code: 'input.invalid',
      details: { path: 'subTopic' },
    });
  });

  test('[register] a national sub-topic brings the area of the one above it, and leaves with it alone', () => {
    const code_ = {
      list: 'sub-topics',
      code: 'x-quarries',
      parent: subTopicOf('TA1'),
      label: { en: 'Quarries' },
    };
    create(here, 'nationalCode', idOf('quarries'), code_);
    code([third], { subTopic: 'x-quarries' });
    expect(member(third, 'area')).toBe('TA1');
    code([third], { area: 'TA1', sector: 'A' });
    expect(member(third, 'subTopic')).toBe('x-quarries');
    code([third], { area: 'TA2' });
    expect(member(third, 'subTopic')).toBeUndefined();
  });

  test('[register] wider grounds are added where they are asked, and taken away in any case', () => {
    const national = { list: 'grounds', code: 'x-dialect', parent: 'age', label: { en: 'Dialect' } };
    create(here, 'dossier', DOSSIER, { title: { en: original('A dialogue') } });
    create(here, 'nationalCode', idOf('dialect'), national);
    expect(code([first], { grounds: { add: ['age', 'x-dialect'], remove: [] } })).toEqual({ changed: 1 });
    edit(here, 'dossier', DOSSIER, { widerGrounds: 'not-asked' });
    for (const ground of ['age', 'x-dialect'])
      expect(refusalDetails(() => preview([second], { grounds: { add: [ground], remove: [] } }))).toEqual({
        code: 'grounds.not-asked',
        details: { ground },
      });
    code([first, second], {
      grounds: { add: ['sex'], remove: ['age'] },
      sdgIndicators: { add: ['8.5.2'], remove: [] },
    });
    expect(member(first, 'grounds')).toEqual(['sex', 'x-dialect']);
    expect(member(second, 'sdgIndicators')).toEqual(['8.5.2']);
  });

  test('[register] says how many more people may read, and lays an embargo without an earlier release', () => {
    edit(here, 'deficit', first, { confidentiality: 'chatham-house' });
    edit(here, 'deficit', second, { confidentiality: 'public', released: '2026-01-01' });
    const all = [first, second, third];
    expect(preview(all, { confidentiality: 'public' })).toMatchObject({ counts: { changes: 2 }, opened: 2 });
    // Fewer may read it, and those who do learn more of who spoke.
    expect(preview(all, { confidentiality: 'participants' })).toMatchObject({ opened: 1 });
    expect(preview([second, third], { confidentiality: 'participants' })).toMatchObject({ opened: 0 });
    expect(preview(all, { confidentiality: 'embargoed' })).toMatchObject({
      counts: { changes: 3 },
      opened: 2,
    });
    code(all, { confidentiality: 'embargoed' });
    expect(member(second, 'released')).toBeUndefined();
    undo(here, steps[0]?.group as string);
    expect(member(second, 'released')).toBe('2026-01-01');
  });

  test('[register] says how many stand on a text that will be another', () => {
    edit(here, 'deficit', first, { position: { G: { value: 'agree' } } });
    expect(preview([first, second], { area: 'TA3' })).toMatchObject({ counts: { changes: 2 }, judged: 1 });
    expect(preview([first, second], { sector: 'A' })).toMatchObject({ counts: { changes: 2 }, judged: 0 });
  });

  test('[L6] a field in conflict is left alone, and only where it would be touched', () => {
    const there = memoryReplica('there');
    send(here, there);
    edit(here, 'deficit', first, { sector: 'A' });
    edit(there, 'deficit', first, { sector: 'C' });
    send(there, here);
    expect(preview([first, second], { sector: 'B' })).toMatchObject({ counts: { changes: 1, conflict: 1 } });
    expect(code([first, second], { sector: 'B' })).toEqual({ changed: 1 });
    expect(code([first], { formality: 'informal' })).toEqual({ changed: 1 });
  });

  test('[register] refuses a coding that says nothing, or what is no code', () => {
    expect(refusalDetails(() => preview([first], {}))?.code).toBe('input.invalid');
    expect(refusalDetails(() => preview([first], { area: 'TA9' }))?.code).toBe('input.invalid');
  });
});

test('[register] of an instrument the ratification that was looked up last is known, and whose it is', () => {
  const ask = (instrument: string) =>
    handlers['register.lookedUp']({ dossier: DOSSIER, instrument } as never);
  const norm = (name: string, members: object) =>
    create(here, 'norm', idOf(name), { kind: 'instrument', instrument: 'C087', ...members });
  norm('not looked up', { deficit: first, ratification: 'not-ratified' });
  expect(ask('C087')).toBeNull();
  norm('older', {
    deficit: first,
    ratification: 'in-force',
    ratifiedOn: '1960-05-04',
    checkedOn: '2024-01-10',
  });
  norm('newer', { deficit: third, ratification: 'denounced', checkedOn: '2025-03-01' });
  norm('no status', { deficit: second, ratification: { missing: 'not-known' }, checkedOn: '2026-01-01' });
  norm('a comment', {
    deficit: second,
    kind: 'supervisory',
    checkedOn: '2026-01-01',
    ratifiedOn: '2000-01-01',
  });
  const newer = { ratification: 'denounced', ratifiedOn: null, checkedOn: '2025-03-01', number: '003' };
  expect(ask('C087')).toEqual(newer);
  expect(ask('C098')).toBeNull();
  withdraw(here, 'norm', idOf('newer'));
  expect(ask('C087')).toMatchObject({ ratification: 'in-force', ratifiedOn: '1960-05-04', number: '001' });
});

describe('looking back', () => {
  test('[L13] rows, filters, search and single records are as they were known', async () => {
    edit(here, 'deficit', first, { statement: { en: original('Night work without transport') } });
    const moment = arrivals(here.db);
    edit(here, 'deficit', first, { title: { en: original('Renamed') }, statement: { en: null } });
    edit(here, 'deficit', second, { area: 'TA6' });
    withdraw(here, 'deficit', third);
    expect(await numbers()).toEqual(['001', '002']);
    expect(await numbers({ asOf: moment })).toEqual(['001', '002', '003']);
    expect(await numbers({ asOf: moment, filter: { area: 'TA1' } })).toEqual(['001', '002']);
    expect((await window({ asOf: moment, filter: { search: 'transport' } })).rows[0]).toMatchObject({
      number: '001',
      title: { text: 'Deficit 1' },
      snippet: { lang: 'en' },
    });
    const record = await handlers['register.recordAsOf']({
      dossier: DOSSIER,
      id: third,
      asOf: moment,
    } as never);
    expect(record).toMatchObject({ withdrawn: false, record: { number: '003' } });
  });

  test('[L10] no name is in a view of the past, and what was erased stays so', async () => {
    edit(here, 'deficit', first, { spokesperson: { G: 'Speaker of Rawdania' } });
    const moment = arrivals(here.db);
    erase(here, first, ['spokesperson.G']);
    const past = await handlers['register.recordAsOf']({
      dossier: DOSSIER,
      id: first,
      asOf: moment,
    } as never);
    expect(JSON.stringify(past)).not.toContain('Rawdania');
  });

  test('[L13] a moment that has not been is refused', async () => {
    await expect(window({ asOf: arrivals(here.db) + 1 })).rejects.toMatchObject({
      error: { code: 'input.invalid', details: { path: 'asOf' } },
    });
  });

  test('[L13] nothing can be written through a view of the past', async () => {
    const before = arrivals(here.db);
    await window({ asOf: before });
    expect(arrivals(here.db)).toBe(before);
  });
});

test('[L13] moments are pauses in the work, joined copies and closed sessions, the latest first', () => {
  let now = Date.UTC(2026, 1, 2, 9);
  const own = memoryReplica('own', () => now);
  setMeta(own.db, 'device', own.acting.device);
  create(own, 'deficit', first, { number: '001' });
  const other = memoryReplica('other', () => Date.UTC(2020, 0, 1));
  send(own, other);
  now += 3_600_000;
  create(own, 'session', idOf('a session'), {
    title: { en: 'First plenary' },
    closedAt: '2026-02-02T10:00:00.000Z',
  });
  create(other, 'deficit', second, { number: '002' });
  send(other, own);
  edit(own, 'deficit', first, { area: 'TA1' });
  now += 60_000;
  edit(own, 'deficit', first, { area: 'TA2' });
  expect(registerMoments(own.db)).toEqual([
    { moment: 3, at: '2020-01-01T00:00:00.000Z', kind: 'merge', changes: 1, deficits: 2, session: null },
    {
      moment: 2,
      at: '2026-02-02T10:00:00.000Z',
      kind: 'session',
      changes: 1,
      deficits: 1,
      session: { en: 'First plenary' },
    },
    { moment: 1, at: '2026-02-02T09:00:00.000Z', kind: 'work', changes: 1, deficits: 1, session: null },
  ]);
});

test('[L13] of many moments the latest are kept, and each still answers what it knew', async () => {
  const asked: [number, string[]][] = [];
  for (const area of ['TA3', 'TA4', 'TA5'] as const) {
    edit(here, 'deficit', first, { area });
    asked.push([arrivals(here.db), [area]]);
  }
  const areasAt = async (asOf: number) => (await window({ asOf, limit: 1 })).rows.map(({ area }) => area);
  // All at once, and again after the first of them has been let go.
  const all = await Promise.all(asked.map(([moment]) => areasAt(moment)));
  expect(all).toEqual(asked.map(([, areas]) => areas));
  for (const [moment, areas] of asked) expect(await areasAt(moment)).toEqual(areas);
});
