import { expect, test } from 'vitest';
import { dossierIn } from './command-line.ts';
import { isOurs, mayOpenOutside, staysInside } from './origin.ts';

test('only the application’s own origin is ours', () => {
  expect(isOurs('app://bundle/index.html#/d/1')).toBe(true);
  for (const other of [
    'app://bundle.evil.example/',
    'app://evil/',
    'app://user@evil/bundle/',
    'https://bundle/',
    'file:///app://bundle/',
    'about:blank',
    '',
  ]) {
    expect(isOurs(other), other).toBe(false);
  }
});

test('a link opens outside only over https and only for a listed site', () => {
  expect(mayOpenOutside('https://www.ilo.org/global/standards')).toBe(true);
  for (const other of [
    'http://www.ilo.org/',
    'https://www.ilo.org:8443/',
    'https://www.ilo.org.evil.example/',
    'https://evil.example/?https://www.ilo.org/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:',
    'nonsense',
  ]) {
    expect(mayOpenOutside(other), other).toBe(false);
  }
});

test('requests stay inside; the tools of development are inside in development only', () => {
  for (const inside of ['app://bundle/x.js', 'data:image/png;base64,x', 'blob:app://bundle/1']) {
    expect(staysInside(inside, false), inside).toBe(true);
  }
  for (const outside of [
    'https://example.org/',
    'wss://example.org/',
    'file:///x',
    'devtools://devtools/',
    'x',
  ]) {
    expect(staysInside(outside, false), outside).toBe(false);
  }
  expect(staysInside('devtools://devtools/', true)).toBe(true);
});

test('the dossier is found among the words that the system adds', () => {
  expect(dossierIn(['hiwar', '--enable-features=x', 'a.hiwar'], '/home/rawdania')).toBe(
    '/home/rawdania/a.hiwar',
  );
  expect(dossierIn(['electron', '/project', '/b/حوار.HIWAR'], '/')).toBe('/b/حوار.HIWAR');
  expect(dossierIn(['/opt/x.hiwar', '--demo', '--file=a.hiwar', 'notes.txt'], '/')).toBeUndefined();
});
