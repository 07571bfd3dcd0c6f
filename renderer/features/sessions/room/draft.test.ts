import { expect, test } from 'vitest';
import type { PointRow } from '../../../../shared/contract/index.ts';
import { changed, type Draft, draftOf, mayHold, membersOf } from './draft.ts';

const text = (words: string) => ({ text: words, status: 'original' }) as const;
const ROW: PointRow = {
  id: 'entry',
  number: '004',
  kind: 'action',
  item: 'item',
  body: { ar: text('تعميم البيانات'), en: text('Circulate the data') },
  at: null,
  spoken: 'ar',
  interpreted: true,
  seat: 'W',
  participant: 'participant',
  organization: 'organization',
  deficit: 'deficit',
  clause: 'clause',
  clauseNumber: '011',
  outcome: null,
  responsible: { en: text('Statistics Office') },
  due: '2027-01-15',
  confidentiality: null,
  level: 'named',
  conflicts: [],
  withdrawn: false,
};
const TAKEN: Draft = draftOf(ROW, 'ar', 'ar', 'named');

test('[room] an entry that is taken up again keeps all that it says', () => {
  expect(membersOf(TAKEN)).toEqual({
    kind: 'action',
    body: { ar: 'تعميم البيانات' },
    item: 'item',
    seat: 'W',
    participant: 'participant',
    organization: 'organization',
    spoken: 'ar',
    interpreted: true,
    deficit: 'deficit',
    clause: 'clause',
    responsible: { en: 'Statistics Office' },
    due: '2027-01-15',
  });
});

test('[room] an entry that is written on writes only what is different', () => {
  const before = membersOf(TAKEN);
  expect(changed(before, undefined)).toBe(before);
  expect(changed(membersOf({ ...TAKEN, text: 'تعميم' }), before)).toEqual({
    kind: 'action',
    body: { ar: 'تعميم' },
  });
  const due = membersOf({ ...TAKEN, due: '2027-02-01', clause: null });
  expect(changed(due, before)).toEqual({
    kind: 'action',
    body: before.body,
    due: '2027-02-01',
    clause: null,
  });
});

test('[room] only an action says who is responsible and when it is due', () => {
  expect(membersOf({ ...TAKEN, kind: 'point' })).toMatchObject({ responsible: null, due: null });
  const fresh = { ...TAKEN, responsible: ' Ministry of Labour ', responsibleLang: null };
  expect(membersOf(fresh).responsible).toEqual({ ar: 'Ministry of Labour' });
  expect(membersOf({ ...fresh, responsible: ' ' }).responsible).toBeNull();
});

test('[room] who spoke is asked for as far as the level allows it to be kept', () => {
  expect(mayHold('named')).toEqual({ participant: true, organization: true, seat: true });
  expect(mayHold('organization')).toEqual({ participant: false, organization: true, seat: true });
  expect(mayHold('group')).toEqual({ participant: false, organization: false, seat: true });
  expect(mayHold('none')).toEqual({ participant: false, organization: false, seat: false });
});
