import { expect, it } from 'vitest';
import { digitsOf, readCode, spell } from './code.ts';

const bytes = Uint8Array.from({ length: 16 }, (_, n) => (n * 37 + 251) % 256);
const code = spell(bytes).join('');

it('[scoring] a code reads back as the bytes it was made of, in any digits', () => {
  expect(code).toMatch(/^\d{48}$/);
  expect(readCode(code)).toEqual({ ok: true, bytes });
  expect(readCode(spell(bytes).join(' – '))).toEqual({ ok: true, bytes });
  expect(digitsOf('١٢٣ ۴۵۶ 789')).toBe('123456789');
});

it('[scoring] every wrong digit and every two neighbours exchanged are found, with their group', () => {
  for (let at = 0; at < code.length; at += 1) {
    const group = Math.floor(at / 6) + 1;
    for (let digit = 0; digit < 10; digit += 1) {
      if (String(digit) === code[at]) continue;
      const wrong = `${code.slice(0, at)}${digit}${code.slice(at + 1)}`;
      expect(readCode(wrong), `digit ${at}`).toEqual({ ok: false, group, why: 'wrong' });
    }
    if (at % 6 === 5 || code[at] === code[at + 1]) continue;
    const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
    expect(readCode(swapped), `exchange ${at}`).toEqual({ ok: false, group, why: 'wrong' });
  }
});

it('[scoring] a group in another’s place, one too few and one too many are found', () => {
  const groups = spell(bytes);
  const exchanged = [groups[1], groups[0], ...groups.slice(2)].join('');
  expect(readCode(exchanged)).toEqual({ ok: false, group: 1, why: 'wrong' });
  expect(readCode(groups.slice(0, 7).join(''))).toEqual({ ok: false, group: 8, why: 'short' });
  expect(readCode(`${code}0`)).toEqual({ ok: false, group: 8, why: 'long' });
  expect(readCode('')).toEqual({ ok: false, group: 1, why: 'short' });
});
