import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ensureInstalled } from './install.mjs';

const otherPlatform = process.platform === 'win32' ? 'linux' : 'win32';
const lock = {
  packages: {
    '': { name: 'project' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/here': { version: '1.0.0', integrity: 'sha512-h', optional: true, os: process.platform },
    'node_modules/elsewhere': {
      version: '1.0.0',
      integrity: 'sha512-e',
      optional: true,
      os: [otherPlatform],
    },
  },
};
const installed = { a: lock.packages['node_modules/a'], here: lock.packages['node_modules/here'] };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'with a space-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
  const npm = join(root, 'npm-cli.js');
  writeFileSync(
    npm,
    `require('node:fs').appendFileSync('npm-was-called', process.argv.slice(2).join(' ') + '\\n')`,
  );
  vi.stubEnv('npm_execpath', npm);
  vi.stubEnv('npm_node_execpath', process.execPath);
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const npmCalls = () =>
  existsSync(join(root, 'npm-was-called')) ? readFileSync(join(root, 'npm-was-called'), 'utf8') : '';

function npmInstalled(packages: Record<string, object>) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  writeFileSync(
    join(root, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: Object.fromEntries(entries) }),
  );
}

it('installs into an empty clone, without running any script of a package', () => {
  mkdirSync(join(root, 'node_modules'));
  ensureInstalled(root);
  expect(npmCalls()).toMatch(/^ci .*--ignore-scripts/);
});

it('leaves an installation that matches the lock file, other platforms aside', () => {
  npmInstalled(installed);
  ensureInstalled(root);
  expect(npmCalls()).toBe('');
});

it('asks npm once, and again only when the lock file changes', () => {
  npmInstalled({});
  ensureInstalled(root);
  ensureInstalled(root);
  expect(npmCalls().trim().split('\n')).toHaveLength(1);
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock)}\n`);
  ensureInstalled(root);
  expect(npmCalls().trim().split('\n')).toHaveLength(2);
});

it.each([
  ['a package is missing', { here: installed.here }],
  ['the package of this platform is missing', { a: installed.a }],
  ['a version differs', { ...installed, a: { ...installed.a, version: '0.9.0' } }],
  ['a hash differs', { ...installed, a: { ...installed.a, integrity: 'sha512-x' } }],
])('installs when %s', (_what, packages) => {
  npmInstalled(packages);
  ensureInstalled(root);
  expect(npmCalls()).toContain('ci ');
});

it('says what to do when npm fails, and tries again the next time', () => {
  writeFileSync(join(root, 'npm-cli.js'), 'process.exit(1)');
  expect(() => ensureInstalled(root)).toThrow(/could not be installed.*run the same command again/);
  expect(() => ensureInstalled(root)).toThrow();
});
