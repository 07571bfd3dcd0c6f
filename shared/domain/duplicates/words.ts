/** The words of a text as they are compared: in the normal form of the search, and what is left of each as a stem. */
import { bare, normaliseForSearch } from '../search-text.ts';

export interface Word {
  /** As the search index knows it. */
  readonly indexed: string;
  /** What it is compared by: of an Arabic stem what stays the same in its plurals, of others the stem. */
  readonly key: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
const ARABIC = /^[\u0600-\u06ff]/;

/** Endings that number, gender and possession put on an Arabic word, longest first. */
const ARABIC_ENDINGS = [
  'هما',
  'تين',
  'تان',
  'اتها',
  'ها',
  'ان',
  'ات',
  'ون',
  'ين',
  'هم',
  'هن',
  'يه',
  'ه',
  'ي',
];
/** What is written onto the front of a word without its article: "and", "to", "by". */
const ARABIC_FRONT = /^[ولب](?=.{4})/;
/** Endings of English, French and Spanish that part one word from itself. */
const LATIN_ENDINGS = ['mente', 'ments', 'ment', 'ing', 'ed', 'ly'];

/** Without its commonest endings: meant for comparing and for nothing else, since it is often no word. */
function stemOf(word: string): string {
  if (/^\p{N}/u.test(word)) return word;
  return ARABIC.test(word) ? arabicStem(word) : latinStem(word);
}

function arabicStem(word: string): string {
  let stem = word.replace(ARABIC_FRONT, '');
  for (let round = 0; round < 2; round += 1) {
    const ending = ARABIC_ENDINGS.find((each) => stem.endsWith(each) && stem.length - each.length >= 3);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

function latinStem(word: string): string {
  let stem = word;
  const cut = (endings: readonly string[], leaves: number): void => {
    const ending = endings.find((each) => stem.endsWith(each) && stem.length - each.length >= leaves);
    if (ending !== undefined) stem = stem.slice(0, -ending.length);
  };
  cut(['s', 'x'], 4);
  cut(LATIN_ENDINGS, 4);
  cut(['e', 'a', 'o', 'y'], 3);
  cut(['i', 'e'], 4);
  return stem;
}

/** Plurals are made inside an Arabic word («أجر» and «أجور», «محكمة» and «محاكم»): its long vowels are left out. */
function keyOf(stem: string): string {
  if (!ARABIC.test(stem)) return stem;
  const key = stem[0] + stem.slice(1).replace(/[اوي]/g, '');
  return key.length >= 3 ? key : stem;
}

const WRITTEN = /[\p{L}\p{M}\p{N}\u0640\u200c-\u200f]+/gu;
const kept = new Map<string, readonly Word[]>();

/** All words of a text in their order. What is written is met again and again, and taken apart once. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const written of text.match(WRITTEN) ?? []) {
    let found = kept.get(written);
    if (!found) {
      found = (normaliseForSearch(written).match(WORD) ?? []).map(wordOf);
      if (kept.size >= 50_000) kept.clear();
      kept.set(written, found);
    }
    words.push(...found);
  }
  return words;
}

function wordOf(word: string): Word {
  const indexed = bare(word);
  return { indexed, key: keyOf(stemOf(indexed)) };
}

/** Words that are in every text and tell none from another, in normal form. */
const COMMON = new Set(
  [
    'في من على عن الى إلى ان أن إن ما هذا هذه ذلك تلك التي الذي الذين اللواتي و او أو ثم كما مع بين كل كان كانت قد منذ حتى عند بعض لدى ضمن دون هو هي هم لها له لهم بها به فيها فيه منها وهو وهي حيث رغم بسبب نحو مما أي يتم تتم خلال أكثر اقل أقل اليوم ليس لا لم لن غير عدم',
    'the a an of to in on at by for from with and or is are was were be been being has have had do does did not no nor it its this that these those they their them there which who whom whose as than then so such into over under about between through during more most many much some any all each own only also still very can could may might will would should must since while where when what',
    'le la les un une des du de d l au aux en et ou est sont ete etre a ont ait dans par pour sur sous avec sans ne pas ni ce cet cette ces il elle ils elles leur leurs son sa ses que qui dont se s y n plus tres peu tout tous toute toutes entre depuis selon aussi fait',
    'el la los las un una unos unas de del al a en y o u es son fue fueron ser estar esta estan este estos estas ese esa con sin por para sobre se su sus le les lo que quien cuyo no ni mas muy poco todo todos toda todas entre desde segun tambien ha han hay como',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word) => {
      const normal = normaliseForSearch(word);
      return [normal, bare(normal)];
    }),
);

export const isCommon = ({ indexed }: Word): boolean => indexed.length < 2 || COMMON.has(indexed);
