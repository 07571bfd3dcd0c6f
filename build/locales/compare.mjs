/** The languages against each other: the same keys, every plural form, the same values to fill in. */

/** @typedef {import('./texts.mjs').Text} Text */

/** @param {Text[]} texts @param {string[]} languages @returns {string[]} one sentence a problem */
export function compareLanguages(texts, languages) {
  const byKey = Map.groupBy(texts, ({ namespace, key }) => `${namespace}:${key}`);
  return [...byKey].flatMap(([name, group]) => [
    ...group.filter(isEmpty).map(({ language }) => `${name} is empty in ${language}`),
    ...languages.flatMap((language) => missingForms(name, language, group)),
    ...differentValues(name, group),
  ]);
}

/** @param {Text} text */
const isEmpty = ({ text }) => typeof text !== 'string' || text.trim() === '';

/** @param {string} name @param {string} language @param {Text[]} group the key in all languages */
function missingForms(name, language, group) {
  const here = group.filter((text) => text.language === language);
  if (here.length === 0) return [`${name} is missing in ${language}`];
  if (group.every(({ plural }) => plural === undefined)) return [];
  const present = new Set(here.map(({ plural }) => plural));
  const type = [...present].some((form) => form?.startsWith('ordinal')) ? 'ordinal' : 'cardinal';
  const prefix = type === 'ordinal' ? 'ordinal_' : '';
  return new Intl.PluralRules(language, { type })
    .resolvedOptions()
    .pluralCategories.filter((form) => !present.has(prefix + form))
    .map((form) => `${name} has no plural form "${form}" in ${language}`);
}

/**
 * A form for one or two things may say the number in a word, so `count` alone may be left out.
 * @param {string} name @param {Text[]} group
 */
function differentValues(name, group) {
  const all = new Set(group.flatMap(valuesIn));
  return group.flatMap((text) => {
    const here = new Set(valuesIn(text));
    const lost = [...all].filter((value) => !here.has(value) && !(text.plural && value === 'count'));
    return lost.map(
      (value) =>
        `${name} does not use {{${value}}} in ${text.language}${text.plural ? ` (${text.plural})` : ''}`,
    );
  });
}

/** @param {Text} text */
const valuesIn = ({ text }) =>
  [...String(text).matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name ?? '');
