import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { MAX_JSON_DEPTH, readJson } from './limited-json.ts';

const codeOf = (text: string | Uint8Array): string => {
  const read = readJson(typeof text === 'string' ? utf8(text) : text, 'file');
  return read.ok ? 'ok' : read.error.code;
};

describe('JSON from strangers', () => {
  it('reads what is as deep as allowed and refuses what is deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(codeOf(nested(MAX_JSON_DEPTH))).toBe('ok');
    expect(codeOf(nested(MAX_JSON_DEPTH + 1))).toBe('package.hostile');
    expect(codeOf(nested(2_000_000))).toBe('package.hostile');
  });

  it('does not count brackets inside texts', () => {
    expect(codeOf(JSON.stringify('[{"\\'.repeat(100)))).toBe('ok');
  });

  it('refuses what is not JSON or not UTF-8', () => {
    expect(codeOf('{')).toBe('package.malformed');
    expect(codeOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe('package.malformed');
  });
});
