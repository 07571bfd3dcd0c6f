/** The texts against the page: no key is asked for that does not exist, and none exists that nobody names. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

/**
 * What one source file says about keys.
 * @typedef {object} Usage
 * @property {string} file
 * @property {string[]} namespaces it asks useTranslation for
 * @property {string[]} asked keys given to `t` as they are
 * @property {Set<string>} literals all its strings: keys also lie in tables
 * @property {RegExp[]} patterns its template strings, with a hole for each value
 */

const sources = '{renderer,electron}/**/*.{ts,tsx}';

/** @param {string} root @returns {Usage[]} */
export function readUsage(root) {
  return globSync(sources, { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => usageIn(file, readFileSync(join(root, file), 'utf8')));
}

/** @param {string} file @param {string} text @returns {Usage} */
export function usageIn(file, text) {
  /** @type {Usage} */
  const usage = { file, namespaces: [], asked: [], literals: new Set(), patterns: [] };
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      const name = calledName(callee);
      if (name === 'useTranslation') usage.namespaces.push(...stringsIn(first));
      if (name === 't') usage.asked.push(...stringsIn(first));
    },
    Literal({ value }) {
      if (typeof value === 'string') usage.literals.add(value);
    },
    TemplateLiteral({ quasis, expressions }) {
      const fixed = quasis.map(({ value }) => value.cooked ?? '');
      if (expressions.length === 0) usage.literals.add(fixed.join(''));
      else if (fixed.some((part) => part.includes('.'))) {
        usage.patterns.push(new RegExp(`^${fixed.map((part) => escaped(part)).join('[^:]+')}$`));
      }
    },
  }).visit(parseSync(file, text).program);
  return usage;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** @param {any} callee `t` as well as `i18n.t` */
const calledName = (callee) => callee.name ?? callee.property?.name;

/** @param {any} node a string, or a list or choice of strings @returns {string[]} */
function stringsIn(node) {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node?.type === 'ArrayExpression') return node.elements.flatMap(stringsIn);
  if (node?.type === 'ConditionalExpression') return [node.consequent, node.alternate].flatMap(stringsIn);
  return [];
}

/** @param {import('./texts.mjs').Text[]} texts @param {Usage[]} usages @returns {string[]} one sentence a problem */
export function compareUsage(texts, usages) {
  const known = new Set(texts.map(({ namespace, key }) => `${namespace}:${key}`));
  const namespaces = new Set(texts.map(({ namespace }) => namespace));
  const literals = new Set(usages.flatMap((usage) => [...usage.literals]));
  const patterns = usages.flatMap((usage) => usage.patterns);

  /** @param {string} name */
  const isNamed = (name) => {
    const key = name.slice(name.indexOf(':') + 1);
    return [key, name].some((way) => literals.has(way) || patterns.some((pattern) => pattern.test(way)));
  };
  const missing = usages.flatMap((usage) => {
    const inReach = usage.namespaces.length > 0 ? [...usage.namespaces, 'common'] : [...namespaces];
    const exists = (/** @type {string} */ key) =>
      key.includes(':') ? known.has(key) : inReach.some((namespace) => known.has(`${namespace}:${key}`));
    return usage.asked
      .filter((key) => !exists(key))
      .map((key) => `${usage.file} asks for "${key}", which does not exist`);
  });
  const unused = [...known].filter((name) => !isNamed(name)).map((name) => `${name} is used nowhere`);
  return [...missing, ...unused];
}
