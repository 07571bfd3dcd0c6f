import { expect, test } from 'vitest';
import { create, idOf, memoryReplica } from '../../tests/fixtures/dossiers.ts';
import { jump } from './register.ts';

const replica = memoryReplica();
const add = (name: string, title: string, statement: string) =>
  create(replica, 'deficit', idOf(name), { title: { ar: title }, statement: { ar: statement } });

test('[search] what is called so comes before what only speaks of it', () => {
  add('speaks', 'ضعف التفتيش', 'تراجعت الأجور في الأقاليم');
  add('called', 'تراجع الأجور', 'لا يكفي الدخل');
  add('other', 'عمل الأطفال', 'في مواسم الحصاد');
  const found = jump(replica.db, 'أجور', 'ar', 10).map(({ id }) => id);
  expect(found).toEqual([idOf('called'), idOf('speaks')]);
});
