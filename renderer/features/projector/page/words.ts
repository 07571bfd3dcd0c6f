import i18next, { type TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { directionOf, type Lang } from '../../../../shared/domain/languages.ts';
import { type Formats, makeFormats } from '../../../i18n/formats.ts';
import { guessLocale } from '../../../i18n/locale.ts';
import { SHELL_NAMESPACES, startI18n } from '../../../i18n/setup.ts';
import { language as systemLanguage } from '../../../platform/index.ts';

/** One language of the room: its direction, its texts, its numbers. */
export interface RoomLanguage {
  readonly lang: Lang;
  readonly dir: 'rtl' | 'ltr';
  readonly t: TFunction<['projector', 'ui']>;
  readonly formats: Formats;
}

const WORDS = ['projector', 'ui'] as const;

/** Numbers as the machine writes them in this language, since the room knows no settings. */
const localeOf = (lang: Lang) =>
  guessLocale([
    ...[systemLanguage, ...navigator.languages].filter((tag) => tag.split('-')[0] === lang),
    lang,
  ]);

export async function startRoomWords(): Promise<void> {
  await startI18n(guessLocale([systemLanguage, ...navigator.languages]));
  await i18next.loadNamespaces([...SHELL_NAMESPACES, ...WORDS]);
}

/** Fetches the texts of the languages; the first is the page's own. */
export async function roomLanguages(languages: readonly Lang[]): Promise<readonly RoomLanguage[]> {
  const [first] = languages;
  if (!first) return [await wordsOf(i18next.language as Lang)];
  await i18next.loadLanguages([...languages]);
  if (i18next.language !== first) await i18next.changeLanguage(first);
  return Promise.all(languages.map(wordsOf));
}

const wordsOf = async (lang: Lang): Promise<RoomLanguage> => ({
  lang,
  dir: directionOf(lang),
  t: i18next.getFixedT(lang, [...WORDS]),
  formats: makeFormats(localeOf(lang)),
});

export const RoomLanguages = createContext<readonly RoomLanguage[]>([]);
export const useRoomLanguages = (): readonly RoomLanguage[] => useContext(RoomLanguages);
/** The language whose direction the page has, and whose digits stand where a number is shown once. */
export const useFirst = (): RoomLanguage => useRoomLanguages()[0] as RoomLanguage;
