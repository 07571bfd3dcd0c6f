/** Makes user text safe to print: paragraphs, and direction that nothing inside a text can turn over. */
import type { Texts } from '../../../shared/domain/fields.ts';
import { directionOf, type Lang, pick } from '../../../shared/domain/languages.ts';
import type { Say } from './strings.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Keeps a code, name or number in one piece among words of the other direction. */
export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/**
 * Embeddings, overrides and isolates a person pasted could turn a reservation round on paper; control
 * characters have no shape. Direction comes from the language of the text and from our own isolates.
 */
const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  text.replace(/[\u202a-\u202e\u2066-\u2069]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');

/** Latin names and codes with what belongs to them (`SDG 8.8.2`, `C087`, an address), and ranges of numbers. */
const letters = 'A-Za-zÀ-ɏ';
/** A word or code: what stands inside one may not end it, so that the full stop of a sentence stays outside. */
const word = `[${letters}0-9](?:[\\w.'’@:/+&À-ɏ-]*[\\w%+À-ɏ])?`;
const number = '\\d(?:[\\d.,]*\\d)?';
const foreignRuns = new RegExp(
  `(?=[${letters}])${word}(?:[ \\u00a0]${word})*|${number}(?:[-–/]${number})+|[+]\\d[\\d -]*\\d`,
  'g',
);

export function typesetLine(text: string, lang: Lang): string {
  const clean = withoutControls(text).replace(/\t/g, ' ');
  return directionOf(lang) === 'rtl' ? clean.replace(foreignRuns, isolate) : clean;
}

/** A text as the template takes it. */
export interface Block {
  readonly paragraphs: readonly string[];
  readonly lang: Lang;
  /** Said beside a text that is not in the language of the report. */
  readonly foreign: string | null;
  /** A translation nobody has checked yet. */
  readonly draft: boolean;
}

export interface Reader {
  readonly lang: Lang;
  readonly authentic: Lang | undefined;
  readonly say: Say;
}

/** The text for this reader, in the next best language where his own is missing; undefined where there is none. */
export function block(texts: Texts, { lang, authentic, say }: Reader): Block | undefined {
  const found = pick(texts, lang, authentic);
  if (!found) return undefined;
  return {
    paragraphs: found.value.text
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((line) => typesetLine(line, found.lang).trim())
      .filter((line) => line !== ''),
    lang: found.lang,
    foreign: found.lang === lang ? null : say('mark.textIn', { language: say(`language.${found.lang}`) }),
    draft: found.value.status === 'draft',
  };
}

/** A text in one line, for table cells and headings. */
export interface Line {
  readonly text: string;
  readonly lang: Lang;
  readonly foreign: string | null;
  readonly draft: boolean;
}

export function line(texts: Texts, reader: Reader): Line | undefined {
  const found = block(texts, reader);
  if (!found) return undefined;
  const { paragraphs, ...rest } = found;
  return { text: paragraphs.join(' '), ...rest };
}
