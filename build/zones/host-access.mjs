/** Finds page code that reaches for its host by itself: only renderer/platform knows the bridge and the network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

const network = new Set(['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket']);

/** @param {string} root @param {Iterable<string>} files @returns {string[]} one sentence a problem */
export function findHostAccess(root, files) {
  return [...files]
    .filter((file) => file.startsWith('renderer/') && !file.startsWith('renderer/platform/'))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      hostWords(file, readFileSync(join(root, file), 'utf8')).map(
        (word) => `${file} uses ${word}: only renderer/platform knows the host`,
      ),
    );
}

/** @param {string} file @param {string} text @returns {string[]} */
function hostWords(file, text) {
  /** @type {string[]} */
  const found = [];
  /** @param {{ callee: object }} node `fetch()` and `new WebSocket()` */
  const noteNetwork = ({ callee }) => {
    if ('name' in callee && typeof callee.name === 'string' && network.has(callee.name))
      found.push(callee.name);
  };
  new Visitor({
    CallExpression: noteNetwork,
    NewExpression: noteNetwork,
    MemberExpression({ object, property }) {
      const onWindow = object.type === 'Identifier' && ['window', 'globalThis'].includes(object.name);
      if (onWindow && property.type === 'Identifier' && property.name === 'bridge')
        found.push('window.bridge');
    },
  }).visit(parseSync(file, text).program);
  return found;
}
