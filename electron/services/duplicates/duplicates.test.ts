import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordView, Suggestions } from '../../../shared/contract/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type TestDesk, testDesk } from '../../../tests/fixtures/room/test-desk.ts';

let here: TestDesk;
beforeEach(() => {
  here = testDesk();
});
afterEach(() => here.close());

const WAGES = {
  title: { ar: 'تأخر صرف أجور عمال النظافة في البلديات', en: 'Wages of municipal cleaners are paid late' },
  statement: {
    ar: 'يتأخر صرف أجور عمال النظافة في البلديات ثلاثة أشهر في الغالب، ولا تُدفع عنها تعويضات.',
    en: 'Municipal cleaners wait three months for their wages and get no compensation for the delay.',
  },
  area: 'TA3',
  subTopic: 'TA3-wages',
  instruments: ['C095'],
  confidentiality: 'public',
};
const SAME = {
  title: {
    ar: 'عدم صرف أجور عمال النظافة بالبلديات في مواعيدها',
    en: 'Late payment of municipal cleaners’ wages',
  },
  statement: {
    ar: 'لا تصرف البلديات أجور عمال النظافة في مواعيدها.',
    en: 'Municipalities pay cleaners months late.',
  },
  area: 'TA1',
  instruments: ['C131'],
  confidentiality: 'secretariat',
};
const make = (members: { readonly [name: string]: unknown }): string => here.make('deficit', members);
const get = (id: string): RecordView<'deficit'> =>
  here.call('record.get', { dossier: here.dossier, type: 'deficit', id }) as RecordView<'deficit'>;
const ask = (id?: string): Promise<Suggestions> =>
  here.call('duplicates.suggest', {
    dossier: here.dossier,
    ...(id && { id }),
    limit: 50,
  }) as unknown as Promise<Suggestions>;
/** As a page does: until all of the register is compared. */
async function suggest(id?: string): Promise<Suggestions> {
  for (;;) {
    const answer = await ask(id);
    if (answer.compared === answer.total) return answer;
  }
}
const join = (ids: readonly string[], members: object = {}): RecordView<'deficit'> =>
  here.call('duplicates.join', {
    dossier: here.dossier,
    ids: [...ids],
    title: { en: 'Late wages of cleaners' },
    statement: {},
    ...members,
  });
const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error.code;
    throw thrown;
  }
  return 'nothing refused';
};
const undo = (): unknown => here.call('undo.undo', { dossier: here.dossier });
const total = (flag?: 'joined'): number =>
  here.call('register.window', {
    dossier: here.dossier,
    lang: 'en',
    filter: flag ? { flag } : {},
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 1,
  }).total;

test('a deficit of the same words is suggested from either side and in the register, and one set aside is not', async () => {
  const [a, b] = [make(WAGES), make(SAME)];
  expect((await suggest(a)).pairs[0]).toMatchObject({ a, b });
  expect((await suggest(b)).pairs[0]).toMatchObject({ a: b, b: a });
  const isPair = (each: { a: string; b: string }): boolean =>
    [each.a, each.b].sort().join() === [a, b].sort().join();
  const register = await suggest();
  expect(register.pairs.some(isPair)).toBe(true);

  here.call('duplicates.dismiss', { dossier: here.dossier, a: b, b: a });
  expect((await suggest(a)).pairs.some(isPair)).toBe(false);
  expect((await suggest()).pairs.some(isPair)).toBe(false);
  expect((await suggest()).setAside).toBe(1);
  here.call('duplicates.recall', { dossier: here.dossier });
  expect((await suggest()).pairs.some(isPair)).toBe(true);
});

test('what was edited away from another is suggested no more, and what was edited towards it is', async () => {
  const [a, b] = [make(WAGES), make({ title: { en: 'No ferry reaches the outer islands in winter' } })];
  const found = async (): Promise<boolean> =>
    (await suggest()).pairs.some((each) => [each.a, each.b].sort().join() === [a, b].sort().join());
  expect(await found()).toBe(false);
  here.pass(1000);
  here.call('record.edit', { dossier: here.dossier, type: 'deficit', id: b, members: SAME });
  expect(await found()).toBe(true);
  here.pass(1000);
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'deficit',
    id: b,
    members: {
      title: { en: 'Ferries', ar: 'العبّارات' },
      statement: { en: 'None in winter.', ar: 'لا رحلات شتاء.' },
    },
  });
  expect(await found()).toBe(false);
});

test('a joined deficit has the codes of all, the narrowest circle of readers, and nothing anybody said', () => {
  const position = { W: { value: 'does-not-agree' } };
  const [a, b] = [make({ ...WAGES, severity: { W: 4 } }), make(SAME)];
  here.call('record.edit', { dossier: here.dossier, type: 'deficit', id: a, members: { position } });
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'deficit',
    id: a,
    members: { spokesperson: { W: 'Somebody' } },
  });
  const before = [get(a), get(b)];
  const { record } = join([a, b], { area: 'TA1', subTopic: null });
  expect(record).toMatchObject({
    parents: [a, b].sort(),
    origin: 'joined',
    instruments: ['C095', 'C131'],
    area: 'TA1',
    confidentiality: 'secretariat',
  });
  for (const member of [
    'position',
    'spokesperson',
    'severity',
    'prevalence',
    'evidenceStrength',
    'evidenceHeld',
    'subTopic',
  ])
    expect(record).not.toHaveProperty(member);
  // The parents keep everything, and only say where their wording went.
  expect([get(a).record, get(b).record]).toEqual(
    before.map((view) => ({ ...view.record, joinedInto: record.id })),
  );
});

test('a wording joined into another is listed apart and not compared, until the joined one goes', async () => {
  const [a, b] = [make(WAGES), make(SAME)];
  const [before, apart] = [total(), total('joined')];
  const { record } = join([a, b]);
  expect([total(), total('joined')]).toEqual([before - 1, apart + 2]);
  expect((await suggest(record.id)).pairs).toEqual([]);
  here.call('record.withdraw', { dossier: here.dossier, type: 'deficit', id: record.id });
  expect([total(), total('joined')]).toEqual([before, apart]);
});

test('[L8] undoing a joining restores every parent as it was, and doing it again joins again', () => {
  const [a, b] = [make(WAGES), make(SAME)];
  const before = [get(a).record, get(b).record];
  const { record } = join([a, b]);
  const joined = [get(a).record, get(b).record];
  undo();
  expect([get(a).record, get(b).record]).toEqual(before);
  expect(get(record.id).withdrawn).toBe(true);
  here.call('undo.redo', { dossier: here.dossier });
  expect([get(a).record, get(b).record]).toEqual(joined);
  expect(get(record.id)).toMatchObject({ withdrawn: false, record: { parents: [a, b].sort() } });
});

test('a joined deficit is taken apart at any later time: parents as they were, and what was added stays with it', () => {
  const [a, b] = [make(WAGES), make(SAME)];
  const before = [get(a).record, get(b).record];
  const { record } = join([a, b]);
  here.make('evidence', { deficit: record.id, kind: 'document', source: { en: 'Audit' } });
  here.make('comment', { target: record.id, constituency: 'W', body: { en: 'Both at once' } });
  here.make('link', { from: a, to: record.id, kind: 'causes' });
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'deficit',
    id: record.id,
    members: {
      position: { G: { value: 'agree' } },
      severity: { E: 2, W: { missing: 'not-asked' } },
      evidenceHeld: { E: 'strong', W: 'limited' },
    },
  });
  here.call('scoring.prepare', {
    dossier: here.dossier,
    title: { en: 'Round' },
    deficits: [record.id],
    criteria: ['severity'],
  } as never);
  const stays = { position: 1, severity: 3, evidence: 1, link: 1, comment: 1, round: 1 };
  expect(here.call('duplicates.lineage', { dossier: here.dossier, id: record.id }).stays).toEqual(stays);
  expect(here.call('duplicates.lineage', { dossier: here.dossier, id: a }).stays).toEqual({});
  const answer = here.call('duplicates.separate', {
    dossier: here.dossier,
    id: record.id,
    reason: 'Two things after all',
  });
  expect(answer).toEqual({ restored: [a, b].sort(), contested: [], stays });
  expect([get(a).record, get(b).record]).toEqual(before);
  expect(get(record.id)).toMatchObject({ withdrawn: true, record: { parents: [a, b].sort() } });
  undo();
  expect(get(a).record.joinedInto).toBe(record.id);
  expect(
    refusalOf(() => here.call('duplicates.separate', { dossier: here.dossier, id: a, reason: 'no' })),
  ).toBe('duplicates.not-joined');
});

test('what was joined already, what comes from one of the others, and what lies in the bin is not joined', () => {
  const [a, b, c] = [make(WAGES), make(SAME), make(WAGES)];
  const { record } = join([a, b]);
  expect(refusalOf(() => join([a, c]))).toBe('duplicates.already-joined');
  const { ids } = here.call('duplicates.split', {
    dossier: here.dossier,
    id: c,
    parts: [
      { title: { en: 'Late wages' }, statement: {} },
      { title: { en: 'No compensation' }, statement: {} },
    ],
  });
  expect(refusalOf(() => join([c, ids[0] as string]))).toBe('duplicates.own-line');
  here.call('record.withdraw', { dossier: here.dossier, type: 'deficit', id: c });
  expect(refusalOf(() => join([c, record.id]))).toBe('record.withdrawn');
  expect(refusalOf(() => join([a, a]))).toBe('input.invalid');
});

test('parts of a split name the original, which stays with what was said of it; one undo takes all parts back', () => {
  const a = make(WAGES);
  here.call('record.edit', {
    dossier: here.dossier,
    type: 'deficit',
    id: a,
    members: { position: { G: { value: 'agree' } } },
  });
  const before = get(a);
  const { ids } = here.call('duplicates.split', {
    dossier: here.dossier,
    id: a,
    parts: [
      { title: { en: 'Late wages' }, statement: {} },
      { title: { en: 'No compensation' }, statement: { en: 'None is paid.' } },
    ],
  });
  const parts = ids.map((id) => get(id).record);
  expect(new Set(parts.map(({ number }) => number)).size).toBe(2);
  for (const part of parts) {
    expect(part).toMatchObject({ parents: [a], origin: 'split', area: 'TA3', instruments: ['C095'] });
    expect(part).not.toHaveProperty('position');
  }
  expect(get(a)).toEqual(before);
  const line = here.call('duplicates.lineage', { dossier: here.dossier, id: a });
  expect(line.children.map(({ id }) => id).sort()).toEqual([...ids].sort());
  undo();
  expect(ids.map((id) => get(id).withdrawn)).toEqual([true, true]);
});

test('a constituency objects without leave, changes it, and takes it back; a deficit of its own is not objected to', () => {
  const [a, b] = [make(WAGES), make(SAME)];
  const { record } = join([a, b]);
  const object = (id: string, text: string) =>
    here.call('duplicates.object', { dossier: here.dossier, id, constituency: 'W', lang: 'en', text });
  object(record.id, 'The delay is not the same as the rate.');
  expect(get(record.id).record.objection).toEqual({
    W: { en: { text: 'The delay is not the same as the rate.', status: 'original' } },
  });
  object(record.id, '');
  expect(get(record.id).record).not.toHaveProperty('objection');
  expect(refusalOf(() => object(a, 'no'))).toBe('duplicates.not-joined');
});
