import { createContext, useContext } from 'react';
import { type Formats, makeFormats } from './formats.ts';
import { guessLocale, type Lang, type LocaleSettings } from './locale.ts';

export interface LocaleContextValue {
  readonly settings: LocaleSettings;
  readonly formats: Formats;
}

const initial = guessLocale([]);
export const LocaleContext = createContext<LocaleContextValue>({
  settings: initial,
  formats: makeFormats(initial),
});

/** Numbers, dates and money as this reader writes them. */
export const useFormat = (): Formats => useContext(LocaleContext).formats;

/** The language of the screen, for choosing among texts of several languages. */
export const useLang = (): Lang => useContext(LocaleContext).settings.language;
