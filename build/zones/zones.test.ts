import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkZones } from '../zones.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zones-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function problems(files: Record<string, string>): string[] {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return checkZones(folder).problems;
}

describe('zones', () => {
  it('accepts imports that point down the layers', () => {
    const found = problems({
      'shared/a.ts': `export const a = 1;`,
      'db/b.ts': `import Database from 'better-sqlite3';\nimport { a } from '../shared/a.ts';\nexport const b = [a, Database];`,
      'electron/services/c.ts': `import { b } from '../../db/b.ts';\nimport { join } from 'node:path';\nexport const c = [b, join];`,
      'electron/hosts/desktop/main.ts': `import { app } from 'electron';\nimport { c } from '../../services/c.ts';\nexport { app, c };`,
      'renderer/features/deficits/index.ts': `export { a } from '../../../shared/a.ts';`,
      'renderer/features/export/Screen.tsx': `import { a } from '../deficits/index.ts';\nexport const S = () => <p>{a}</p>;`,
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['a layer above', 'db/a.ts', `import '../electron/b.ts';`],
    ['the other side of the contract', 'renderer/a.ts', `import '../db/b.ts';`],
    ['a dynamic import', 'shared/a.ts', `export const load = () => import('../db/b.ts');`],
    ['a type', 'shared/a.ts', `import type { B } from '../db/b.ts';\nexport type A = B;`],
    ['a re-export', 'shared/a.ts', `export * from '../db/b.ts';`],
    ['Node in the page', 'renderer/a.ts', `import 'node:fs';`],
    ['Node in shared', 'shared/a.ts', `import 'node:crypto';`],
    ['Electron in a service', 'electron/services/a.ts', `import 'electron';`],
    ['Electron in the browser host', 'electron/hosts/browser/a.ts', `import 'electron';`],
    ['the database outside db', 'electron/services/a.ts', `import 'better-sqlite3';`],
    ['a host in a service', 'electron/services/a.ts', `import '../hosts/cli/b.ts';`],
    ['the inside of another feature', 'renderer/features/x/a.ts', `import '../y/parts.tsx';`],
    ['a feature in ui', 'renderer/ui/a.ts', `import '../features/x/index.ts';`],
    ['the shell in platform', 'renderer/platform/a.ts', `import '../app/b.ts';`],
    ['a test in the application', 'db/a.ts', `import './b.test.ts';`],
    ['a fixture in the application', 'db/a.ts', `import '../tests/fixtures/b.ts';`],
  ])('refuses %s', (_what, file, text) => {
    expect(problems({ [file]: text })).toEqual([expect.stringContaining(`${file} imports `)]);
  });

  it('lets a test use fixtures and Node', () => {
    expect(problems({ 'db/a.test.ts': `import 'node:fs';\nimport '../tests/fixtures/b.ts';` })).toEqual([]);
  });
});

describe('cycles', () => {
  it('names the ring, and nothing that only leads into it', () => {
    const found = problems({
      'shared/a.ts': `import './b.ts';`,
      'shared/b.ts': `import './c.ts';`,
      'shared/c.ts': `import './b.ts';\nimport './d.ts';`,
      'shared/d.ts': `export {};`,
    });
    expect(found).toEqual(['cycle: shared/b.ts -> shared/c.ts -> shared/b.ts']);
  });

  it('sees a file that imports itself, and rings of types', () => {
    const found = problems({
      'shared/a.ts': `import './a.ts';`,
      'shared/b.ts': `import type { C } from './c.ts';\nexport type B = C;`,
      'shared/c.ts': `import type { B } from './b.ts';\nexport type C = B;`,
    });
    expect(found).toHaveLength(2);
  });
});

describe('the host', () => {
  it('is known to renderer/platform alone', () => {
    const words = `export const a = () => [window.bridge, fetch('/x')];`;
    expect(problems({ 'renderer/platform/a.ts': words, 'renderer/app/b.ts': words })).toEqual([
      'renderer/app/b.ts uses window.bridge: only renderer/platform knows the host',
      'renderer/app/b.ts uses fetch: only renderer/platform knows the host',
    ]);
  });
});
