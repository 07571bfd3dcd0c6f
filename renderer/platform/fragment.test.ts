import { expect, test } from 'vitest';
import { readFragment } from './fragment.ts';

test('a ticket is taken out, and nothing of it stays in the address', () => {
  expect(readFragment('#k=abc')).toEqual({ ticket: 'abc', rest: '' });
  expect(readFragment('#k=abc&to=%2Fd%2F1%2Fdeficits%3Fq%3D2')).toEqual({
    ticket: 'abc',
    rest: '#/d/1/deficits?q=2',
  });
});

test('a dossier to open becomes its first screen, with or without a ticket', () => {
  expect(readFragment('#k=abc&open=7f')).toEqual({ ticket: 'abc', rest: '#/d/7f/overview' });
  expect(readFragment('#open=a%2Fb')).toEqual({ ticket: null, rest: '#/d/a%2Fb/overview' });
});

test('the page’s own routes are left alone', () => {
  for (const hash of ['', '#/library', '#/d/1/deficits?k=abc&open=2', '#other']) {
    expect(readFragment(hash)).toEqual({ ticket: null, rest: hash });
  }
});
