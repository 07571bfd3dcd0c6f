/** Reads which file imports what, dynamic imports and types included. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

const sources = '{shared,db,electron,renderer}/**/*.{ts,tsx}';

/**
 * File -> what it imports: a path from the root for files of the project, `node:x` or `npm:x` for the rest.
 * @typedef {Map<string, string[]>} ImportGraph
 */

/** @param {string} root @returns {ImportGraph} */
export function readImports(root) {
  const files = globSync(sources, { cwd: root }).map((file) => file.split(sep).join(posix.sep));
  return new Map(
    files.sort().map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [file, [...new Set(importsOf(file, text).map((name) => resolveImport(root, file, name)))]];
    }),
  );
}

/** @param {string} file @param {string} text @returns {string[]} what stands between the quotes */
export function importsOf(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  /** @type {string[]} */
  const found = [];
  /** @param {{ source?: unknown }} node */
  const note = ({ source }) => {
    if (source && typeof source === 'object' && 'value' in source && typeof source.value === 'string') {
      found.push(source.value);
    }
  };
  new Visitor({
    ImportDeclaration: note,
    ExportNamedDeclaration: note,
    ExportAllDeclaration: note,
    ImportExpression: note,
    TSImportType: note,
  }).visit(program);
  return found;
}

/** @param {string} root @param {string} from @param {string} name */
function resolveImport(root, from, name) {
  const plain = name.replace(/\?.*$/, '');
  if (!plain.startsWith('.')) return plain.startsWith('node:') ? plain : `npm:${plain}`;
  const path = posix.normalize(posix.join(posix.dirname(from), plain));
  const onDisk = join(root, path);
  if (existsSync(onDisk) && statSync(onDisk).isDirectory()) return `${path}/index.ts`;
  return path;
}
