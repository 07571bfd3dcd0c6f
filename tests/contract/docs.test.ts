/** The documents against the thing they describe: commands, codes, links, scripts, rules, dependencies. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../shared/errors.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const glob = (pattern: string | string[]): string[] =>
  globSync(pattern, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .sort();

const documents = ['README.md', 'CONTRIBUTING.md', ...glob('docs/**/*.md')];
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

const withoutCode = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```/gm, '');

/** The anchor that forges give a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*_]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (path: string): string[] =>
  [...withoutCode(read(path)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

interface Link {
  readonly from: string;
  readonly target: string;
}

const links: Link[] = documents.flatMap((from) =>
  [...withoutCode(read(from)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ from, target })),
);

/** What a link of this project points at and does not find; undefined for one that resolves. */
function brokenLink({ from, target }: Link): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [path = '', anchor] = target.split('#');
  const file =
    path === ''
      ? from
      : relative(root, join(root, dirname(from), path))
          .split(sep)
          .join('/');
  const leaves = file.startsWith('..');
  if (leaves || !existsSync(join(root, file))) return `${from}: ${target}`;
  if (anchor && !(file.endsWith('.md') && anchorsOf(file).includes(anchor))) return `${from}: ${target}`;
  return undefined;
}

describe('links', () => {
  test('every link within the project resolves, to the heading', () => {
    expect(links.length).toBeGreaterThan(20);
    expect(links.map(brokenLink).filter((each) => each !== undefined)).toEqual([]);
  });

  test('a link to a file or a heading that is not there is found', () => {
    expect(brokenLink({ from: 'README.md', target: 'docs/nowhere.md' })).toBeDefined();
    expect(brokenLink({ from: 'README.md', target: 'docs/architecture.md#nowhere' })).toBeDefined();
    expect(brokenLink({ from: 'README.md', target: '../outside.md' })).toBeDefined();
    expect(brokenLink({ from: 'README.md', target: 'docs/architecture.md#words' })).toBeUndefined();
  });

  test('every decision is numbered once and titled with its number', () => {
    const files = glob('docs/decisions/*.md');
    const numbers = files.map((file) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    for (const [index, file] of files.entries()) expect(read(file), file).toMatch(`# ${index + 1}. `);
  });
});

test('no document names an npm script that is not there, and each script is in CONTRIBUTING.md', () => {
  const named = documents.flatMap((from) => [
    ...[...read(from).matchAll(/\bnpm run (?:--silent )?([a-z][a-z0-9:-]*)/g)].map(
      ([, script]) => `${from}: ${script}`,
    ),
    ...[...read(from).matchAll(/\bnpm (start|test)\b/g)].map(([, script]) => `${from}: ${script}`),
  ]);
  const known = Object.keys(manifest.scripts);
  expect(named.filter((each) => !known.includes(each.split(': ')[1] ?? ''))).toEqual([]);
  const explained = named
    .filter((each) => each.startsWith('CONTRIBUTING.md'))
    .map((each) => each.split(': ')[1]);
  expect(known.filter((script) => !explained.includes(script))).toEqual([]);
});

describe('docs/cli.md', () => {
  const text = read('docs/cli.md');
  const help = execFileSync(process.execPath, [join(root, 'out/cli/index.js'), '--help'], {
    encoding: 'utf8',
  });
  const usages = [...help.matchAll(/^ {2}(\S.*)$/gm)].map(([, usage = '']) => usage);

  test('has a heading for every command of --help, and no other', () => {
    const commands = usages.map((usage) => usage.split(' ')[0]);
    expect(commands.length).toBeGreaterThan(5);
    const headings = [...withoutCode(text).matchAll(/^## ([a-z]+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(commands);
  });

  test('shows every usage as --help does', () => {
    expect(usages.filter((usage) => !text.includes(`\`${usage}\``))).toEqual([]);
  });
});

test('docs/errors.md has a row for every error code, and no other', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([a-z.-]+)` \|/gm)].map(([, code]) => code ?? '');
  expect([...rows].sort()).toEqual([...ERROR_CODES].sort());
});

test('every rule L1 to L13 is in docs/architecture.md and has a test that names it', () => {
  const rules = Array.from({ length: 13 }, (_, index) => `L${index + 1}`);
  const text = read('docs/architecture.md');
  expect(rules.filter((rule) => !new RegExp(`^\\*\\*${rule} `, 'm').test(text))).toEqual([]);
  const tests = glob([
    '{shared,db,electron,renderer}/**/*.test.{ts,tsx}',
    'tests/**/*.test.ts',
    'tests/**/*.spec.ts',
  ])
    .filter((file) => file !== 'tests/contract/docs.test.ts')
    .map(read)
    .join('\n');
  const named = [...tests.matchAll(/(?:test|it|describe)[\w.]*\(\s*['"`]((?:\[L\d+\])+)/g)].map(
    ([, marks]) => marks,
  );
  const proved = (rule: string): boolean => named.some((marks) => marks?.includes(`[${rule}]`));
  expect(rules.filter((rule) => !proved(rule))).toEqual([]);
});

test('the table of dependencies is that of package.json, with the licences in node_modules', () => {
  const rows = [
    ...read('docs/decisions/0020-dependencies.md').matchAll(/^\| ([@a-z][\w@./-]*) \| ([^|]+) \| \S/gm),
  ].map(([, name = '', licence = '']) => `${name}: ${licence}`);
  const licenceOf = (name: string): string =>
    (JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string }).license;
  const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((name) => !name.startsWith('@types/'))
    .map((name) => `${name}: ${licenceOf(name)}`);
  expect([...rows.filter((row) => !row.startsWith('package:'))].sort()).toEqual(wanted.sort());
});

test('the documents speak of this project alone', () => {
  const outside = /(?<![\w.])(?:\.\.\/shared\/|\.\.\/\.library|\/work\/|\/tmp\/)/;
  expect(documents.filter((path) => outside.test(read(path)))).toEqual([]);
});
