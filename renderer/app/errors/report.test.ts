import { expect, it } from 'vitest';
import { bugReport, placesIn } from './report.ts';

const around = {
  version: '0.1.0',
  host: 'browser',
  section: 'deficits',
  language: 'ar',
  userAgent: 'Test',
  at: '2026-01-01T00:00:00.000Z',
};

it('holds places in the code and no text that an error quotes', () => {
  const thrown = new TypeError('cannot read "اسم المشاركة" of participant 17');
  thrown.stack = `TypeError: cannot read "اسم المشاركة" of participant 17
    at Row (http://127.0.0.1:4000/assets/deficits-a1.js:12:34)
    at async load (app://hiwar/assets/index-b2.js:5:6)
    second line of the quoted text:9:9`;
  const report = bugReport(thrown, undefined, around);
  expect(report).toBe(`Hiwar 0.1.0 · browser · deficits · ar
2026-01-01T00:00:00.000Z
Test
TypeError
Row deficits-a1.js:12:34
load index-b2.js:5:6`);
});

it('leaves out addresses with their tickets', () => {
  expect(placesIn('    at x (http://127.0.0.1:1/assets/a.js?t=secret:1:2)')).toEqual(['x a.js:1:2']);
});
