/** What the sample says in English only, or by a code of its own, in words that every report can print. */
import type { Lang } from '../../shared/domain/languages.ts';

type Words = { readonly [L in Lang]: string };

const THOUSANDS: Words = { ar: 'بالآلاف', en: 'thousands', fr: 'en milliers', es: 'en miles' };
const PER_100_000: Words = {
  ar: 'لكل 100\u00a0000 عامل',
  en: 'per 100,000 workers',
  fr: 'pour 100\u00a0000 travailleurs',
  es: 'por cada 100\u00a0000 trabajadores',
};

/** A unit has no language: a sign stays one, and words stand with the description, which has four. */
const UNITS: { readonly [unit: string]: { readonly sign?: string; readonly words?: Words } } = {
  'score 0-10': {
    words: {
      ar: 'درجة من 0 إلى 10',
      en: 'score from 0 to 10',
      fr: 'score de 0 à 10',
      es: 'puntuación de 0 a 10',
    },
  },
  visits: {},
  "per 10'000 employed": {},
  "per 100'000 workers": { words: PER_100_000 },
  "per 100'000 workers (construction)": { words: PER_100_000 },
  'national currency units': {
    words: {
      ar: 'بالعملة الوطنية',
      en: 'in national currency',
      fr: 'en monnaie nationale',
      es: 'en moneda nacional',
    },
  },
  '% of health spending': { sign: '%' },
  '% (15-24)': {
    sign: '%',
    words: { ar: 'من 15 إلى 24 سنة', en: 'aged 15 to 24', fr: 'de 15 à 24 ans', es: 'de 15 a 24 años' },
  },
  '% annual': { sign: '%' },
  '% (women, 15+)': {
    sign: '%',
    words: { ar: '15 سنة فأكثر', en: 'aged 15 and over', fr: '15 ans et plus', es: '15 años o más' },
  },
  '% of women surveyed': {
    sign: '%',
    words: {
      ar: 'من المشمولات بالمسح',
      en: 'of women surveyed',
      fr: 'des femmes interrogées',
      es: 'de las mujeres encuestadas',
    },
  },
  thousands: { words: THOUSANDS },
  'months of wages': {
    words: {
      ar: 'بأشهر الأجر',
      en: 'in months of wages',
      fr: 'en mois de salaire',
      es: 'en meses de salario',
    },
  },
  'thousands (agriculture; 452 in 2018)': {
    words: {
      ar: 'بالآلاف؛ 452 في عام 2018',
      en: 'thousands; 452 in 2018',
      fr: 'en milliers; 452 en 2018',
      es: 'en miles; 452 en 2018',
    },
  },
  'thousands (estimate)': { words: THOUSANDS },
  '% of subcontractors visited': { sign: '%' },
  '% of GDP': { sign: '%' },
  'meetings in eleven years': {
    words: { ar: 'في إحدى عشرة سنة', en: 'in eleven years', fr: 'en onze ans', es: 'en once años' },
  },
  "days per 1'000 workers": {
    words: {
      ar: 'بالأيام لكل 1000 عامل',
      en: 'days per 1,000 workers',
      fr: 'jours pour 1\u00a0000 travailleurs',
      es: 'días por cada 1\u00a0000 trabajadores',
    },
  },
  months: { words: { ar: 'بالأشهر', en: 'in months', fr: 'en mois', es: 'en meses' } },
};

/** Indicators of the sample's own whose target does not say what is counted. */
const COUNTED: { readonly [indicator: string]: Words } = {
  women_with_paid_leave: {
    ar: 'النساء الحاصلات على إجازة مدفوعة',
    en: 'Women with paid leave',
    fr: 'Femmes bénéficiant d’un congé payé',
    es: 'Mujeres con licencia remunerada',
  },
  msme_credit_share: {
    ar: 'حصة المنشآت الصغيرة من الائتمان',
    en: 'Share of credit that goes to small firms',
    fr: 'Part du crédit allant aux petites entreprises',
    es: 'Parte del crédito que va a las pequeñas empresas',
  },
  complaints_solved: {
    ar: 'الشكاوى التي سُوّيت',
    en: 'Complaints settled',
    fr: 'Plaintes réglées',
    es: 'Quejas resueltas',
  },
  platform_insured: {
    ar: 'عمال المنصات المؤمَّن عليهم',
    en: 'Platform workers insured',
    fr: 'Travailleurs des plateformes assurés',
    es: 'Trabajadores de plataformas asegurados',
  },
};

/** Codes of the statistics are kept; names the sample made up for itself say nothing to a reader. */
export const listedIndicator = (code: string | undefined): string | undefined =>
  code !== undefined && /^[A-Z0-9_]+$/.test(code) ? code : undefined;

const each = <T extends Partial<Words>>(texts: T, say: (text: string, lang: Lang) => string): T =>
  Object.fromEntries(
    Object.entries(texts).map(([lang, text]) => [lang, say(text as string, lang as Lang)]),
  ) as T;

/** The unit of a figure as a sign, and its description with what the unit says in words. */
export function measured<T extends Partial<Words>>(unit: string, title: T): { unit?: string; title: T } {
  const told = UNITS[unit];
  if (!told) return { unit, title };
  const { sign, words } = told;
  return {
    ...(sign ? { unit: sign } : {}),
    title: words ? each(title, (text, lang) => `${text} (${words[lang]})`) : title,
  };
}

/** A target together with what it counts. */
export function counted<T extends Partial<Words>>(indicator: string | undefined, target: T): T {
  const words = indicator === undefined ? undefined : COUNTED[indicator];
  return words ? each(target, (text, lang) => `${words[lang]}: ${text}`) : target;
}
