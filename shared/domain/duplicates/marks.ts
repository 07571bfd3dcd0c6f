/**
 * What makes two texts of nearly the same words say different things: what is denied, numbers and years, whom it
 * concerns, where it is.
 */
import { normaliseForSearch } from '../search-text.ts';
import { isCommon, stemOf, wordsOf } from './words.ts';

export const DIFFERENCES = ['negation', 'number', 'group', 'place'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface Marks {
  /** Stems within reach of a word that denies. */
  readonly denied: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

const indexedOf = (words: string): Set<string> =>
  new Set(words.split(/\s+/).flatMap((word) => wordsOf(word).map(({ indexed }) => indexed)));

/** Lack is denied too: a deficit mostly says what is not there, and says so in many ways. */
const DENIES = indexedOf(`
  لا لم لن ليس ليست غير دون بدون عدم انعدام غياب نقص ضعف قلة محدودية تعذر يفتقر تفتقر يفتقرون تفتقد ينقص
  محرومون محرومات حرمان استبعاد مستبعدون مستثنى مستثناة استثناء يستثني قصور
  not no never without lack lacks lacking absence absent none nor neither cannot fail fails failing weak insufficient
  poor inadequate excluded excludes exclusion missing rarely few low
  pas aucun aucune sans absence manque manquent faible faiblesse insuffisant insuffisante insuffisance jamais exclus
  exclues exclusion non defaut rarement
  no sin falta faltan ausencia ningun ninguna nunca carece carecen insuficiente escasa escaso excluidos excluidas
  exclusion debil debilidad tampoco apenas`);
/** So many words on does a denial reach. */
const REACH = 3;

/** By group, the stems that name it, in four languages. A text names a group, or none. */
const GROUP_WORDS: { readonly [group: string]: string } = {
  women:
    'نساء امرأة المرأة إناث عاملات نسائية women woman female mothers femmes femme feminine mujeres mujer femenina',
  men: 'ذكور men male hommes masculin hombres masculino',
  youth:
    'شباب شابات شبان خريجون خريجين youth young graduates jeunes jeune diplomes jovenes juventud graduados',
  children: 'أطفال قاصرين قاصرات children child minors enfants enfant mineurs ninos ninas infantil menores',
  older:
    'مسنين مسنون متقاعدون متقاعدين كبار older elderly retirees pensioners retraites ages mayores jubilados',
  disabilities: 'إعاقة معاقين disabilities disability disabled handicap handicapes handicapees discapacidad',
  migrants: 'مهاجرون مهاجرين مهاجرات وافدون وافدين migrants migrant migrantes migrante migrantes inmigrantes',
  refugees:
    'لاجئون لاجئين لاجئات نازحون نازحين refugees refugee displaced refugies deplaces refugiados desplazados',
  domestic:
    'منزليون منزليات منزلي منازل domestic household domestique domestiques hogar domesticas domesticos',
  agricultural:
    'زراعيون زراعيات زراعة فلاحون فلاحين فلاحي فلاحة زراعي agricultural farm agriculture farmers farm harvest agricole agricoles agriculteurs ouvriers agricola agricolas campo jornaleros agricultores',
  fishing: 'صيادون صيادين صيد بحارة fishers fishing fishermen pecheurs peche pescadores pesca',
  construction:
    'بناء أوراش تشييد مقاولات construction builders building batiment chantiers construccion obras',
  platform:
    'منصات منصة توصيل رقمية platform platforms couriers delivery plateformes plateforme livreurs plataformas plataforma repartidores',
  public:
    'موظفون موظفين عمومي عمومية حكومي civil servants public fonctionnaires publique public funcionarios publico publica',
  teachers: 'معلمون معلمين معلمات مدرسون أساتذة teachers teacher enseignants maestros docentes',
  health:
    'ممرضون ممرضات أطباء تمريض nurses doctors nurse hospital infirmiers infirmieres medecins enfermeras enfermeros medicos',
  miners: 'مناجم منجم تعدين mines miners mining mineurs miniere mineros minas mineria',
  textile: 'نسيج خياطة ألبسة textile garment clothing confection textil confeccion',
  tourism: 'سياحة فنادق فندقية tourism hotels hotel tourisme hotellerie turismo hoteles hoteleria',
  transport:
    'نقل سائقون سائقين شاحنات transport drivers truck chauffeurs routier conductores transporte camioneros',
  informal:
    'غيرالمنظم باعة متجولون مياومون مياومين informal street vendors hawkers informel informelle vendeurs ambulants informales ambulantes vendedores',
  selfemployed: 'مستقلون مستقلين لحسابهم selfemployed freelancers independants autonomos cuentapropistas',
  apprentices:
    'متدربون متدربين متدرجون تلمذة apprentices apprenticeship trainees interns apprentis stagiaires aprendices becarios',
  small:
    'صغرى صغيرة متوسطة منشآت small medium microenterprises sme petites moyennes pme pequenas medianas pymes',
};
const GROUP_OF = new Map(
  Object.entries(GROUP_WORDS).flatMap(([group, words]) =>
    [...indexedOf(words)].map((word) => [stemOf(word), group] as const),
  ),
);

/** Words behind or before which the name of a place stands. */
const PLACE_WORDS = indexedOf(`
  منطقة مناطق إقليم أقاليم محافظة محافظات ولاية ولايات جهة مدينة جزيرة سهل وادي ميناء مرفأ حوض
  region province governorate district county city island valley port plain basin
  region province gouvernorat wilaya district ville ile vallee port plaine bassin
  region provincia departamento distrito ciudad isla valle puerto llanura cuenca`);
const DIRECTIONS: { readonly [direction: string]: string } = {
  north: 'شمال شمالية شمالي north northern nord norte septentrional',
  south: 'جنوب جنوبية جنوبي south southern sud sur meridional',
  east: 'شرق شرقية شرقي east eastern est este oriental orientales',
  west: 'غرب غربية غربي west western ouest oeste occidental occidentales',
  coast: 'ساحل ساحلية ساحلي coast coastal cote littoral costa costera costeras',
  mountain: 'جبل جبال جبلية mountain mountains highland montagne montagnes montana montanas sierra',
  rural: 'ريف ريفية قروية قرى أرياف بوادي rural villages village rurale rurales ruraux campagnes pueblos',
  urban: 'حضر حضرية مدن urban cities towns urbain urbaine urbaines villes urbano urbana urbanas ciudades',
  border: 'حدود حدودية border frontier frontiere frontalieres frontera fronteriza fronterizas',
  capital: 'عاصمة capital capitale',
};
const DIRECTION_OF = new Map(
  Object.entries(DIRECTIONS).flatMap(([direction, words]) =>
    [...indexedOf(words)].map((word) => [stemOf(word), direction] as const),
  ),
);

/** A capital letter inside a sentence tells a name in the Latin languages; Arabic has none. */
const NAMES = /(?<=[\p{Ll},;:)]\s+(?:[dl]['’])?)\p{Lu}\p{Ll}{3,}/gu;

export function marksOf(texts: readonly string[]): Marks {
  const denied = new Set<string>();
  const numbers = new Set<string>();
  const groups = new Set<string>();
  const places = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text);
    let reach = 0;
    let named = 0;
    for (const word of words) {
      if (/^\p{N}+$/u.test(word.stem)) numbers.add(word.stem);
      const group = GROUP_OF.get(word.stem);
      if (group) groups.add(group);
      const direction = DIRECTION_OF.get(word.stem);
      if (direction) places.add(direction);
      if (named > 0 && !isCommon(word)) {
        if (!direction && !group) places.add(word.stem);
        named -= 1;
      }
      if (PLACE_WORDS.has(word.indexed)) named = 1;
      if (DENIES.has(word.indexed)) reach = REACH;
      else if (reach > 0 && !isCommon(word)) {
        denied.add(word.stem);
        reach -= 1;
      }
    }
    for (const [name] of text.matchAll(NAMES)) {
      const stem = stemOf(normaliseForSearch(name));
      if (!GROUP_OF.has(stem) && !DIRECTION_OF.has(stem)) places.add(stem);
    }
  }
  return { denied, numbers, groups, places };
}

/** How much of one set the other does not know, where both say something: 0 nothing, 1 all of the smaller. */
export function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const each of few) if (many.has(each)) shared += 1;
  return 1 - shared / few.size;
}
