/** The words of minutes and sheets: shared/locales/LANG/papers.json, read without a translation library. */
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import ar from '../../../shared/locales/ar/papers.json' with { type: 'json' };
import en from '../../../shared/locales/en/papers.json' with { type: 'json' };
import es from '../../../shared/locales/es/papers.json' with { type: 'json' };
import fr from '../../../shared/locales/fr/papers.json' with { type: 'json' };
import { flatTexts, type Leaves, sentenceOf } from '../report/strings.ts';

export type PaperKey = Leaves<typeof en>;
export type SayPaper = (key: PaperKey, values?: { readonly [name: string]: string | number }) => string;

const trees: { readonly [L in Lang]: typeof en } = { ar, en, fr, es };
const flat = Object.fromEntries(LANGS.map((lang) => [lang, flatTexts(trees[lang])])) as unknown as {
  readonly [L in Lang]: ReadonlyMap<string, string>;
};

export const paperWords =
  (lang: Lang): SayPaper =>
  (key, values) =>
    sentenceOf(flat[lang], key, lang, values);
