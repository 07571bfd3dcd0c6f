import { beforeEach, describe, expect, test } from 'vitest';
import type { RecordId } from '../../shared/domain/ids.ts';
import {
  changesOf,
  composed,
  create,
  edit,
  idOf,
  memoryReplica,
  original,
  type Replica,
  refusal,
  refusalDetails,
  resolve,
  restore,
  send,
  withdraw,
  write,
} from '../../tests/fixtures/dossiers.ts';
import { pluck } from '../statements.ts';
import { digestOf } from './hash.ts';

const deficit = idOf('a deficit');
let here: Replica;
let there: Replica;

beforeEach(() => {
  here = memoryReplica('here');
  there = memoryReplica('there');
  create(here, 'deficit', deficit, { title: { en: original('Title') }, area: 'TA1', formality: 'formal' });
  send(here, there);
});

const meet = (): void => {
  send(here, there);
  send(there, here);
};
const record = (replica = here) => composed(replica, 'deficit', deficit).record;

describe('resolving', () => {
  beforeEach(() => {
    edit(here, 'deficit', deficit, { area: 'TA2' });
    edit(there, 'deficit', deficit, { area: 'TA3' });
    meet();
  });

  test('[L6] a plain edit of a field in conflict is refused, and nothing of its step is written', () => {
    const before = changesOf(here).length;
    expect(
      refusalDetails(() => edit(here, 'deficit', deficit, { formality: 'informal', area: 'TA4' })),
    ).toEqual({
      code: 'field.in-conflict',
      details: { field: 'area' },
    });
    expect(changesOf(here)).toHaveLength(before);
    expect(record().formality).toBe('formal');
  });

  test('[L6] other fields of the record may be edited meanwhile', () => {
    edit(here, 'deficit', deficit, { formality: 'informal' });
    expect(record().formality).toBe('informal');
  });

  test('[L6] resolving needs a reason', () => {
    expect(refusal(() => resolve(here, 'deficit', deficit, { area: 'TA2' }))).toBe('reason.required');
    expect(refusal(() => resolve(here, 'deficit', deficit, { area: 'TA2' }, { reason: '' }))).toBe(
      'reason.required',
    );
  });

  test('[L6] a resolution supersedes all heads, ends the conflict everywhere and keeps its reason', () => {
    const heads = composed(here, 'deficit', deficit)
      .heads.get('area')
      ?.map(({ id }) => id);
    const [change] = resolve(here, 'deficit', deficit, { area: 'TA6' }, { reason: 'read together' });
    expect(change?.supersedes.area).toEqual(heads?.sort());
    expect(change?.reason).toBe('read together');
    meet();
    for (const replica of [here, there]) {
      expect(composed(replica, 'deficit', deficit).conflicts).toEqual([]);
      expect(record(replica).area).toBe('TA6');
    }
  });

  test('[L6] one of the two values may be chosen as it is', () => {
    resolve(here, 'deficit', deficit, { area: record().area as string }, { reason: 'the later one' });
    expect(composed(here, 'deficit', deficit).heads.get('area')).toHaveLength(1);
  });

  test('[L6] two who resolve apart and differently are again in conflict', () => {
    resolve(here, 'deficit', deficit, { area: 'TA2' }, { reason: 'here' });
    resolve(there, 'deficit', deficit, { area: 'TA3' }, { reason: 'there' });
    meet();
    expect(composed(here, 'deficit', deficit).conflicts).toEqual(['area']);
  });
});

test('[L6] a field that is not in conflict is not resolved', () => {
  expect(refusal(() => resolve(here, 'deficit', deficit, { area: 'TA2' }, { reason: 'why not' }))).toBe(
    'field.not-in-conflict',
  );
});

describe('withdrawing', () => {
  test('[L7] a withdrawn record keeps everything, and editing it needs its restoration', () => {
    withdraw(here, 'deficit', deficit, { reason: 'said twice' });
    expect(record()).toMatchObject({ withdrawn: true, area: 'TA1', title: { en: original('Title') } });
    expect(refusal(() => edit(here, 'deficit', deficit, { area: 'TA2' }))).toBe('record.withdrawn');
    expect(refusal(() => withdraw(here, 'deficit', deficit))).toBe('record.withdrawn');
    restore(here, 'deficit', deficit);
    edit(here, 'deficit', deficit, { area: 'TA2' });
    expect(record()).toMatchObject({ area: 'TA2' });
    expect(record()).not.toHaveProperty('withdrawn');
    expect(changesOf(here).find((change) => change.set.withdrawn)?.reason).toBe('said twice');
  });

  test('[L7] what is not withdrawn is not restored, what does not exist is not touched', () => {
    expect(refusal(() => restore(here, 'deficit', deficit))).toBe('record.not-withdrawn');
    expect(refusal(() => edit(here, 'deficit', idOf('another'), { area: 'TA2' }))).toBe('record.missing');
    expect(refusal(() => create(here, 'deficit', deficit, { area: 'TA2' }))).toBe('record.exists');
    expect(refusal(() => edit(here, 'strategy', deficit, { area: 'TA2' }))).toBe('record.missing');
  });

  test('[L7] an edit made elsewhere after the withdrawal shows, since the withdrawal says what it judged', () => {
    withdraw(here, 'deficit', deficit);
    edit(there, 'deficit', deficit, { title: { en: original('Worked on meanwhile') } });
    meet();
    const { heads, judged } = composed(here, 'deficit', deficit);
    expect(heads.get('withdrawn')?.[0]?.seen).not.toEqual(judged);
    expect(record()).toMatchObject({ withdrawn: true, title: { en: original('Worked on meanwhile') } });
  });

  test('[L7] a withdrawal of what nobody touched since judged the heads of now', () => {
    withdraw(here, 'deficit', deficit);
    const { heads, judged } = composed(here, 'deficit', deficit);
    expect(heads.get('withdrawn')?.[0]?.seen).toEqual(judged);
  });
});

describe('judging', () => {
  const position = { position: { G: { value: 'agree' } } };
  const changedSince = (replica: Replica): unknown =>
    pluck(replica.db, 'SELECT changed_since FROM deficit').get();

  test('[L7] a position stands alone in its change and says which heads it judged', () => {
    const changes = edit(here, 'deficit', deficit, { ...position, formality: 'informal' });
    expect(changes.map((change) => Object.keys(change.set))).toEqual([['formality'], ['position.G']]);
    expect(changes[0]).not.toHaveProperty('seen');
    expect(changes[1]?.seen).toEqual(composed(here, 'deficit', deficit).judged);
    expect(changes[0]?.group).toBe(changes[1]?.group);
  });

  test('[L7] the judged text changes: changed since; anything else: not', () => {
    edit(here, 'deficit', deficit, position);
    expect(changedSince(here)).toBe('');
    edit(here, 'deficit', deficit, {
      formality: 'informal',
      severity: { G: 3 },
      nextStep: { en: original('Next') },
    });
    expect(changedSince(here)).toBe('');
    edit(here, 'deficit', deficit, { title: { fr: original('Titre') } });
    expect(changedSince(here)).toBe('G');
  });

  test('[L7] the same position taken again judges the text of now', () => {
    edit(here, 'deficit', deficit, position);
    edit(here, 'deficit', deficit, { title: { en: original('Other title') } });
    expect(edit(here, 'deficit', deficit, position)).toHaveLength(1);
    expect(changedSince(here)).toBe('');
    expect(edit(here, 'deficit', deficit, position)).toEqual([]);
  });

  test('[L7] a position taken on a text that another changed meanwhile is changed since, after they meet', () => {
    edit(here, 'deficit', deficit, position);
    edit(there, 'deficit', deficit, { statement: { en: original('A statement') } });
    meet();
    expect([changedSince(here), changedSince(there)]).toEqual(['G', 'G']);
  });

  test('[L7] what the caller says was judged is what is kept', () => {
    const { judged } = composed(here, 'deficit', deficit);
    edit(here, 'deficit', deficit, { title: { en: original('Changed while the dialog was open') } });
    const [change] = edit(here, 'deficit', deficit, position, { seen: [...judged, ...judged].reverse() });
    expect(change?.seen).toEqual(judged);
    expect(changedSince(here)).toBe('G');
  });
});

test('[L11] what every other copy would refuse as too large is not written', () => {
  const codes = Array.from({ length: 401 }, (_, n) => `C${n}`);
  expect(refusal(() => edit(here, 'deficit', deficit, { instruments: codes }))).toBe('change.too-large');
  const stance = {
    value: 'agree-with-reservation',
    reservation: { ar: original('ت'.repeat(20_000)), en: original('r'.repeat(20_000)) },
  };
  const organizations = Array.from({ length: 60 }, (_, n) => ({ organization: idOf(`org ${n}`), ...stance }));
  expect(
    refusal(() => edit(here, 'deficit', deficit, { position: { G: { value: 'agree', organizations } } })),
  ).toBe('change.too-large');
  expect(changesOf(here)).toHaveLength(1);
  edit(here, 'deficit', deficit, { instruments: codes.slice(0, 400) });
  expect(record().instruments).toHaveLength(400);
});

test('[L1] a step is whole or not at all, and the next one counts on without a hole', () => {
  expect(
    refusal(() =>
      write(here, [
        {
          recordType: 'comment',
          recordId: idOf('a comment'),
          set: { 'body.en': original('New') },
          intent: 'create',
        },
        { recordType: 'deficit', recordId: 'missing' as RecordId, set: { area: 'TA2' }, intent: 'edit' },
      ]),
    ),
  ).toBe('record.missing');
  expect(changesOf(here)).toHaveLength(1);
  expect(pluck(here.db, 'SELECT count(*) FROM item').get()).toBe(1);
  const [next] = create(here, 'comment', idOf('a comment'), { body: { en: original('New again') } });
  expect([next?.seq, next?.clock]).toEqual([2, 2]);
  expect(composed(here, 'comment', idOf('a comment')).record.body).toEqual({ en: original('New again') });
});

test('[L10] a personal value that is withheld leaves its digest and nothing else, in a section of its own', () => {
  const ballot = idOf('a ballot');
  const section = 'sealed:r1';
  const salt = '0123456789abcdef0123456789abcdef';
  const scores = { [deficit]: { severity: 4 } };
  const [change] = write(here, [
    {
      recordType: 'ballot',
      recordId: ballot,
      section,
      intent: 'create',
      set: { constituency: 'G', scores },
      withheld: { scores: salt },
    },
  ]);
  expect(change?.set.scores).toEqual({ digest: digestOf(salt, scores) });
  expect(pluck(here.db, 'SELECT count(*) FROM detached').get()).toBe(0);
  expect(composed(here, 'ballot', ballot, section).record).toEqual({ id: ballot, constituency: 'G' });
});
