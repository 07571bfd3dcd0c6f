/** The words of reports and workbooks: shared/locales/LANG/report.json, read without a translation library. */
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import ar from '../../../shared/locales/ar/report.json' with { type: 'json' };
import en from '../../../shared/locales/en/report.json' with { type: 'json' };
import es from '../../../shared/locales/es/report.json' with { type: 'json' };
import fr from '../../../shared/locales/fr/report.json' with { type: 'json' };

/** Keys of all sentences in a tree of texts. */
export type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
export type StringKey = Leaves<typeof en>;

/** One sentence or word; `{{name}}` is filled from `values`. */
export type Say = (key: StringKey, values?: { readonly [name: string]: string | number }) => string;

const trees: { readonly [L in Lang]: typeof en } = { ar, en, fr, es };

export function flatTexts(tree: object, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(prefix + name, value);
    else flatTexts(value as object, `${prefix}${name}.`, into);
  }
  return into;
}
const flat = Object.fromEntries(LANGS.map((lang) => [lang, flatTexts(trees[lang])])) as unknown as {
  readonly [L in Lang]: ReadonlyMap<string, string>;
};

export const sayIn =
  (lang: Lang): Say =>
  (key, values) =>
    sentenceOf(flat[lang], key, lang, values);

/** The sentence under a key with its values filled in; throws where there is none, which is a bug. */
export function sentenceOf(
  texts: ReadonlyMap<string, string>,
  key: string,
  lang: Lang,
  values: { readonly [name: string]: string | number } = {},
): string {
  const sentence = texts.get(key);
  if (sentence === undefined) throw new Error(`no text for ${key} in ${lang}`);
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Whether there is such a text: codes of open lists have a word only sometimes. */
export const hasText = (key: string): key is StringKey => flat.en.has(key);
