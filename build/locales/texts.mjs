/** Reads shared/locales: LANGUAGE/NAMESPACE.json with nested keys, plural forms as i18next names them. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

/**
 * One text. `key` is what the page asks for, without the plural form: `count` for `count_one`.
 * @typedef {{ language: string, namespace: string, key: string, plural: string | undefined, text: unknown }} Text
 */

const pluralForm = /_((?:ordinal_)?(?:zero|one|two|few|many|other))$/;

/** @param {string} folder */
export const readLanguages = (folder) => readdirSync(folder).sort();

/** @param {string} folder @returns {Text[]} */
export function readTexts(folder) {
  return globSync('*/*.json', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const [language = ''] = file.split(sep);
      const namespace = basename(file, '.json');
      const tree = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return leaves(tree).map(([path, text]) => {
        const plural = pluralForm.exec(path)?.[1];
        return { language, namespace, key: path.replace(pluralForm, ''), plural, text };
      });
    });
}

/** @param {object} tree @param {string} [prefix] @returns {[string, unknown][]} */
function leaves(tree, prefix = '') {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${prefix}${name}.`)
      : [/** @type {[string, unknown]} */ ([prefix + name, value])],
  );
}
