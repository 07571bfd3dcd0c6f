import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root as project } from '../paths.mjs';
import { findNode } from './node.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'node of '));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const platform = process.platform === 'win32' ? 'win' : process.platform;

/** A platform package whose program is a script that answers `--version` with this code. */
function pinned(exitCode: number): string {
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`);
  const program = join(folder, 'bin', 'node');
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin: { node: 'bin/node' } }));
  writeFileSync(program, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(program, 0o644);
  return program;
}

describe.skipIf(process.platform === 'win32')('with a platform package', () => {
  it('takes the pinned Node, and makes it executable where npm has not', () => {
    const program = pinned(0);
    expect(findNode(root)).toEqual({ path: program, env: {} });
  });

  it('takes the Node of the system where the pinned one cannot run', () => {
    pinned(1);
    expect(findNode(root)).toEqual({ path: process.execPath, env: { HIWAR_SYSTEM_NODE: '1' } });
  });
});

it('takes the Node of the system where there is no platform package', () => {
  expect(findNode(root)).toEqual({ path: process.execPath, env: { HIWAR_SYSTEM_NODE: '1' } });
});

it('refuses an unknown command on stderr and leaves stdout to commands', () => {
  const done = spawnSync(process.execPath, [join(project, 'build', 'bootstrap.mjs'), 'nonsense'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(done).toMatchObject({ status: 2, stdout: '' });
  expect(done.stderr).toContain('There is no command "nonsense"');
});
