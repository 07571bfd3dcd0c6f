/** One hash over everything the build reads, to know whether it has to run again. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const inputs = [
  '{shared,db,electron,renderer,docs/format}/**/*',
  'build/{assets,build,source-hash,vite,woff2-only}.mjs',
  'package.json',
  'package-lock.json',
];

export function sourceHash() {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of files.sort()) {
    const path = join(root, file);
    // A file may vanish between being listed and being read while somebody edits.
    if (!existsSync(path) || !statSync(path).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}
