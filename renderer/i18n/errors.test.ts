import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGS } from '../../shared/domain/languages.ts';
import { ERROR_CODES } from '../../shared/errors.ts';

type Tree = { readonly [name: string]: Tree | string };

const errorsIn = (lang: string): Tree =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../shared/locales/${lang}/errors.json`), 'utf8'));

const at = (tree: Tree, path: string): unknown =>
  path.split('.').reduce<unknown>((node, name) => (node as Tree | undefined)?.[name], tree);

it.each(LANGS)('every error says what happened, what is safe and what to do (%s)', (lang) => {
  const texts = errorsIn(lang);
  const missing = ERROR_CODES.flatMap((code) =>
    ['what', 'safe', 'do']
      .map((part) => `${code}.${part}`)
      .filter((path) => {
        const text = at(texts, path);
        return typeof text !== 'string' || text.trim().length < 8;
      }),
  );
  expect(missing).toEqual([]);
});

it.each(LANGS)('no error proposes to erase (%s)', (lang) => {
  const proposals = {
    ar: /احذف|امسح/,
    en: /\b(delete|erase) it\b/i,
    fr: /\bsupprimez|effacez\b/i,
    es: /\b(borre|elimine)\b/i,
  };
  expect(JSON.stringify(errorsIn(lang))).not.toMatch(proposals[lang]);
});
