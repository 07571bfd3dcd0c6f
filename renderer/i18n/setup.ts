import i18next, { type BackendModule, type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Formats, makeFormats } from './formats.ts';
import { guessLocale, type LocaleSettings } from './locale.ts';

/** One file a language and namespace; only those of the language in use are ever fetched. */
const files = import.meta.glob<{ [key: string]: unknown }>(
  ['../../shared/locales/*/*.json', '!**/report.json', '!**/papers.json', '!**/menu.json'],
  { import: 'default' },
);

const backend: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[`../../shared/locales/${language}/${namespace}.json`];
    if (!load) {
      done(null, {});
      return;
    }
    load().then(
      (texts) => done(null, texts),
      (reason: unknown) => done(reason instanceof Error ? reason : new Error(String(reason)), null),
    );
  },
};

let formats: Formats = makeFormats(guessLocale([]));
export const currentFormats = (): Formats => formats;

/** The formatter behind `{{n, percent}}` and its like; bare numbers are written in the digits of the reader. */
const formatter: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, format) {
    if (Array.isArray(value)) return formats.list(value.map(String));
    if (typeof value === 'number') {
      if (format === 'percent') return formats.percent(value);
      if (format === 'bytes') return formats.bytes(value);
      return formats.number(value);
    }
    if (typeof value === 'string') {
      if (format === 'date') return formats.date(value);
      if (format === 'dateTime') return formats.dateTime(value);
      if (format === 'relative') return formats.relative(value);
    }
    return value;
  },
};

/** Namespaces the shell needs before anything is drawn. */
export const SHELL_NAMESPACES = ['common', 'shell', 'ui', 'errors'] as const;

/** Starts i18next in the given language; resolves when the shell's texts are there. */
export async function startI18n(settings: LocaleSettings): Promise<void> {
  formats = makeFormats(settings);
  await i18next
    .use(backend)
    .use(formatter)
    .use(initReactI18next)
    .init({
      lng: settings.language,
      fallbackLng: false,
      ns: [...SHELL_NAMESPACES],
      defaultNS: 'common',
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: true, bindI18n: 'languageChanged', transKeepBasicHtmlNodesFor: [] },
      returnNull: false,
    });
}

/** Changes language, digits, region or calendar without a reload; texts of the language are fetched first. */
export async function applyLocale(settings: LocaleSettings): Promise<void> {
  formats = makeFormats(settings);
  if (i18next.language !== settings.language) await i18next.changeLanguage(settings.language);
  else i18next.emit('languageChanged', settings.language);
}

export { i18next };
