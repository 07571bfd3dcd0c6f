import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAloud } from './fingerprint.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('[room] the fingerprint read aloud', () => {
  it('is five groups of three digits, the same for the same bytes', () => {
    for (let n = 0; n < 500; n++) {
      const groups = readAloud(hash(String(n)));
      expect(groups).toHaveLength(5);
      expect(groups.every((group) => /^\d{3}$/.test(group))).toBe(true);
      expect(readAloud(hash(String(n)))).toEqual(groups);
    }
  });
  it('keeps leading noughts', () => {
    expect(readAloud('0'.repeat(64))).toEqual(['000', '000', '000', '000', '000']);
    expect(readAloud(`${'0'.repeat(15)}7${'f'.repeat(48)}`)).toEqual(['000', '000', '000', '000', '007']);
  });
  it('differs where the bytes differ', () => {
    const all = Array.from({ length: 500 }, (_, n) => readAloud(hash(String(n))).join(''));
    expect(new Set(all).size).toBe(all.length);
  });
  it('takes nothing but a SHA-256', () => {
    for (const wrong of ['', 'abc', 'g'.repeat(64), 'A'.repeat(64)]) expect(() => readAloud(wrong)).toThrow();
  });
});
