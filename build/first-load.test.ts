import { expect, it } from 'vitest';
import { firstChunks } from './first-load.mjs';
import { withoutWoff } from './woff2-only.mjs';

it('counts the entry and what it imports at once, each file once, and no later chunk', () => {
  const manifest = {
    'index.html': { file: 'a.js', isEntry: true, imports: ['_b.js', '_c.js'], dynamicImports: ['late.ts'] },
    '_b.js': { file: 'b.js', imports: ['_c.js'] },
    '_c.js': { file: 'c.js' },
    'late.ts': { file: 'late.js', imports: ['_c.js'] },
  };
  expect([...firstChunks(manifest)]).toEqual(['a.js', 'b.js', 'c.js']);
});

it.each([
  [`url(a.woff2) format("woff2"), url(a.woff) format("woff")`, `url(a.woff2) format("woff2")`],
  [`url(a.woff2)format('woff2'),url('a.woff')format('woff');`, `url(a.woff2)format('woff2');`],
])('drops the .woff source of %s', (css, kept) => {
  expect(withoutWoff(css)).toBe(kept);
});
