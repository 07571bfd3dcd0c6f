/** The four languages of the application, Arabic first. */
export const LANGS = ['ar', 'en', 'fr', 'es'] as const;
export type Lang = (typeof LANGS)[number];

export const isLang = (value: unknown): value is Lang => LANGS.includes(value as Lang);
export const directionOf = (lang: Lang): 'rtl' | 'ltr' => (lang === 'ar' ? 'rtl' : 'ltr');

/** A short label in some of the languages; readers fall back in the order of `fallbackOrder`. */
export type Labels = { readonly [L in Lang]?: string };

/** The languages to try for a reader of `lang`: his own, then the authentic one, then the rest. */
export const fallbackOrder = (lang: Lang, authentic?: Lang): Lang[] => [
  ...new Set<Lang>([lang, ...(authentic ? [authentic] : []), 'en', 'ar', 'fr', 'es']),
];

/** The best available text for a reader, with the language it is in; undefined where there is none. */
export function pick<T>(
  texts: { readonly [L in Lang]?: T | undefined } | undefined,
  lang: Lang,
  authentic?: Lang,
): { lang: Lang; value: T } | undefined {
  if (!texts) return undefined;
  for (const candidate of fallbackOrder(lang, authentic)) {
    const value = texts[candidate];
    if (value !== undefined && value !== null && (value as unknown) !== '') return { lang: candidate, value };
  }
  return undefined;
}
