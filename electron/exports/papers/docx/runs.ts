/**
 * A line cut into runs of one script each. A word processor turns round what stands in a run marked right to left,
 * so only Arabic may stand in one: a whole mixed line so marked would print its Latin words backwards.
 */
import { directionOf, type Lang } from '../../../../shared/domain/languages.ts';

export interface Run {
  readonly text: string;
  readonly rtl: boolean;
}

const ARABIC = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LATIN = /[A-Za-z\u00c0-\u024f]/;
/** Marks and spaces that end a Latin run and belong to the Arabic around it. */
const TRAILING = /[\s()\u060c\u061b:.,\u2013\u2014\u00ab\u00bb·]+$/;

/** Between parts of a line each part keeps its place, and groups of digits are one number in both directions. */
const APART = /( · |(?<![\w-])\d+(?:-\d+)+(?![\w-]))/;
/** After an Arabic letter hyphens turn groups of digits round, after a Latin one a dot does not part: marks forbid it. */
const held = (part: string): Run =>
  part === ' · ' ? { text: ' \u200f· ', rtl: true } : { text: `\u200e${part}`, rtl: false };

/** The isolates that typesetting adds are of no use here: runs say the direction. */
const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

export function runsOf(line: string, lang: Lang): readonly Run[] {
  const text = withoutIsolates(line);
  if (text === '') return [];
  if (directionOf(lang) === 'rtl')
    return text.split(APART).flatMap((part, n) => (n % 2 === 0 ? scriptsOf(part, lang) : [held(part)]));
  return ARABIC.test(text) ? scriptsOf(text, lang) : [{ text, rtl: false }];
}

function scriptsOf(text: string, lang: Lang): readonly Run[] {
  const runs: { text: string; rtl: boolean }[] = [];
  let waiting = '';
  for (const character of text) {
    const isArabic = ARABIC.test(character);
    if (!isArabic && !LATIN.test(character)) {
      // Digits and marks join the run before them.
      const last = runs.at(-1);
      if (last) last.text += character;
      else waiting += character;
      continue;
    }
    const last = runs.at(-1);
    if (last?.rtl === isArabic) last.text += character;
    else {
      runs.push({ text: waiting + character, rtl: isArabic });
      waiting = '';
    }
  }
  if (waiting !== '') runs.push({ text: waiting, rtl: directionOf(lang) === 'rtl' });
  if (directionOf(lang) === 'rtl')
    for (const [n, run] of runs.entries()) {
      const next = runs[n + 1];
      const tail = run.rtl ? undefined : TRAILING.exec(run.text)?.[0];
      if (!tail || tail === run.text) continue;
      if (next?.rtl) next.text = tail + next.text;
      else if (!next) runs.push({ text: tail, rtl: true });
      else continue;
      run.text = run.text.slice(0, -tail.length);
    }
  return runs.filter((run) => run.text !== '');
}
