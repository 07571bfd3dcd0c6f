import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkLocales } from '../locales.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locales-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function problems(texts: Record<string, object>, page: string): string[] {
  const files = Object.entries(texts).map(([lang, tree]) => [
    `shared/locales/${lang}/a.json`,
    JSON.stringify(tree),
  ]);
  for (const [file = '', text = ''] of [...files, ['renderer/Page.tsx', page]]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return checkLocales(folder).problems;
}

const use = (call: string) => `const { t } = useTranslation('a');\nexport const P = () => <p>{${call}}</p>;`;
const arabicForms = {
  n_zero: '0',
  n_one: '1',
  n_two: '2',
  n_few: '{{count}}',
  n_many: '{{count}}',
  n_other: '{{count}}',
};

it('accepts texts that are complete and used, plural forms as each language has them', () => {
  const texts = {
    ar: { x: { y: 'س {{name}}' }, ...arabicForms },
    en: { x: { y: '{{name}} x' }, n_one: 'one', n_other: '{{count}}' },
  };
  expect(problems(texts, use(`t('x.y', { name }) + t('n', { count })`))).toEqual([]);
});

it('accepts keys that are made of parts, or lie in a table', () => {
  const texts = { ar: { area: { jobs: 'أ' }, title: 'ب' }, en: { area: { jobs: 'a' }, title: 'b' } };
  expect(problems(texts, use(`t(\`area.\${code}\`) + t({ one: 'title' }[k])`))).toEqual([]);
});

it.each([
  ['a key missing in one language', { ar: {}, en: { x: 'a' } }, `t('x')`, 'a:x is missing in ar'],
  ['an empty text', { ar: { x: ' ' }, en: { x: 'a' } }, `t('x')`, 'a:x is empty in ar'],
  ['a key nobody uses', { ar: { x: 'أ' }, en: { x: 'a' } }, `1`, 'a:x is used nowhere'],
  ['a key that does not exist', { ar: {}, en: {} }, `t('x')`, 'asks for "x"'],
  ['a value lost in translation', { ar: { x: 'أ' }, en: { x: '{{n}}' } }, `t('x')`, '{{n}}'],
  [
    'a missing plural form',
    { ar: { ...arabicForms, n_two: undefined }, en: { n_one: '1', n_other: '{{count}}' } },
    `t('n')`,
    'a:n has no plural form "two" in ar',
  ],
])('finds %s', (_what, texts, call, expected) => {
  expect(problems(texts, use(call))).toEqual([expect.stringContaining(expected)]);
});
