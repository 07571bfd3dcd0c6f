import { directionOf, isLang, LANGS, type Lang } from '../../shared/domain/languages.ts';

/** Four settings that people choose apart from each other; together they make one BCP 47 tag. */
export interface LocaleSettings {
  readonly language: Lang;
  /** ISO 3166-1 alpha-2 of the country whose habits of writing dates and numbers are followed. */
  readonly region: string;
  readonly digits: 'latn' | 'arab';
  /** The calendar shown beside the Gregorian one; dates are always stored in Gregorian. */
  readonly calendar: 'gregory' | 'islamic-umalqura';
}

/** Arabic-Indic digits belong to Arabic text only: a French sentence never carries them. */
export const digitsFor = (settings: LocaleSettings): 'latn' | 'arab' =>
  settings.language === 'ar' ? settings.digits : 'latn';

/** The tag for formatting and for the components: always Gregorian, since fields edit stored dates. */
export const localeTag = (settings: LocaleSettings): string =>
  `${settings.language}-${settings.region}-u-ca-gregory-nu-${digitsFor(settings)}`;

/** The tag of the second calendar. */
export const secondCalendarTag = (settings: LocaleSettings): string =>
  `${settings.language}-${settings.region}-u-ca-${settings.calendar}-nu-${digitsFor(settings)}`;

const USUAL_REGION: { readonly [L in Lang]: string } = { ar: 'MA', en: 'GB', fr: 'FR', es: 'ES' };

/** A guess before the settings are known: the first language of the machine that we speak, else Arabic. */
export function guessLocale(preferred: readonly string[]): LocaleSettings {
  for (const tag of preferred) {
    const [language, ...rest] = tag.split('-');
    if (!isLang(language)) continue;
    const region = rest.find((part) => /^[A-Z]{2}$/.test(part)) ?? USUAL_REGION[language];
    const numbering = new Intl.NumberFormat(`${language}-${region}`).resolvedOptions().numberingSystem;
    return { language, region, digits: numbering === 'arab' ? 'arab' : 'latn', calendar: 'gregory' };
  }
  return { language: 'ar', region: USUAL_REGION.ar, digits: 'latn', calendar: 'gregory' };
}

/** What each language calls itself; these are never translated. */
export const LANGUAGE_NAMES: { readonly [L in Lang]: string } = {
  ar: 'العربية',
  en: 'English',
  fr: 'Français',
  es: 'Español',
};

export { directionOf, LANGS, type Lang };
