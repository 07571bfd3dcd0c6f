/**
 * What makes two texts of nearly the same words say different things: what is denied, numbers and years, whom it
 * concerns, where it is.
 */
import { meaningOf } from './concepts.ts';
import { isCommon, wordsOf } from './words.ts';

export const DIFFERENCES = ['negation', 'number', 'group', 'place'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface Marks {
  /** Whether it says in any way that something is not there or too little. */
  readonly lacks: boolean;
  /** Keys within reach of a word that denies. */
  readonly denied: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

const keyIn = (word: string): string => wordsOf(word)[0]?.key ?? word;
const indexedOf = (words: string): Set<string> =>
  new Set(words.split(/\s+/).flatMap((word) => wordsOf(word).map(({ indexed }) => indexed)));

const DENIES = indexedOf(`
  لا لم لن ليس ليست غير not never cannot neither nor no ne pas jamais aucun aucune nunca ningun ninguna tampoco`);
/** Lack is said in many more ways; such a word tells little of what is lacking. */
const LACKS = indexedOf(`
  دون بدون بلا عدم انعدام غياب نقص ضعف قلة محدودية يفتقر تفتقر تفتقد ينقص محرومون محرومات حرمان قليلة قليل ضعيف صعوبة
  without lack lacks lacking absence absent weak insufficient poor inadequate missing few nobody
  sans absence manque manquent faible faiblesse insuffisant insuffisante defaut faute peu rares difficulte
  sin falta faltan ausencia carece carecen insuficiente escasa escaso debil debilidad apenas pocas pocos`);
/** These say what falls short as well. */
const FALLS_SHORT = indexedOf(`
  تعذر تعثر تدني خارج استبعاد إقصاء مستبعدون مستثنى مستثناة مستثنون استثناء يستثني قصور بطء تأخر فقط أقل
  fail fails failing excluded excludes exclusion outside little low below unpaid understaffed inactive slow late ignored
  ignore refuse refused only less
  insuffisamment exclut exclus exclues exclusion lenteur refusent refusees inactif sous seulement moins
  excluye excluidos exclusion lentitud niegan inactivo debajo solo menos`);

export const isFrame = (indexed: string): boolean => LACKS.has(indexed) || DENIES.has(indexed);
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
  small: 'صغرى صغيرة small microenterprises sme petites pme pequenas pymes',
};
const GROUP_OF = namesOf(GROUP_WORDS);

/** By the forms that are listed, and by their keys where these do not stand for work in general («عاملات»). */
function namesOf(listed: { readonly [name: string]: string }): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, words] of Object.entries(listed))
    for (const { indexed, key } of wordsOf(words)) {
      names.set(indexed, name);
      if (meaningOf(key) === key) names.set(key, name);
    }
  return names;
}

/** Words behind which the name of a place stands. */
const PLACE_WORDS = indexedOf(`
  منطقة إقليم محافظة ولاية جهة مدينة جزيرة سهل وادي ميناء حوض
  region province governorate district county city island valley port plain basin
  gouvernorat wilaya ville ile vallee plaine bassin provincia departamento distrito ciudad isla valle puerto cuenca`);
/** What kind of area it is, and not its name. */
const NO_NAMES = indexedOf(
  `صناعية زراعية نائية حرة industrial free remote industrielle industriales franca franche`,
);
const DIRECTIONS: { readonly [direction: string]: string } = {
  north: 'شمال شمالية شمالي north northern nord norte septentrional septentrionale',
  south: 'جنوب جنوبية جنوبي south southern sud meridional meridionale',
  east: 'شرق شرقية شرقي east eastern oriental orientale orientales',
  west: 'غرب غربية غربي west western ouest oeste occidental occidentale',
  coast: 'ساحل ساحلية ساحلي coast coastal cote littoral costa costera costeras',
  mountain: 'جبل جبال جبلية mountain mountains highland montagne montagnes montana montanas sierra',
  rural: 'ريف ريفية قروية قرى أرياف بوادي rural villages village rurale rurales ruraux campagnes pueblos',
  urban: 'حضر حضرية مدن urban cities towns urbain urbaine urbaines villes urbano urbana urbanas ciudades',
  border: 'حدود حدودية border frontier frontiere frontalieres frontera fronteriza fronterizas',
  capital: 'عاصمة capital capitale',
};
const DIRECTION_OF = namesOf(DIRECTIONS);

/** A capital letter inside a sentence tells a name in the Latin languages; Arabic has none. */
const NAMES = /(?<=[\p{Ll},;:)]\s+(?:[dl]['’])?)\p{Lu}\p{Ll}{3,}/gu;

export function marksOf(texts: readonly string[]): Marks {
  let lacks = false;
  const denied = new Set<string>();
  const keys = new Set<string>();
  const numbers = new Set<string>();
  const groups = new Set<string>();
  const places = new Set<string>();
  for (const text of texts) {
    let reach = 0;
    let isNamed = false;
    for (const word of wordsOf(text)) {
      const { indexed, key } = word;
      keys.add(key);
      if (/^\p{N}+$/u.test(indexed)) numbers.add(indexed);
      const group = GROUP_OF.get(indexed) ?? GROUP_OF.get(key);
      if (group) groups.add(group);
      const direction = DIRECTION_OF.get(key);
      if (direction) places.add(direction);
      if (isNamed && !isCommon(word)) {
        if (!direction && !group && !NO_NAMES.has(indexed)) places.add(key);
        isNamed = false;
      }
      if (PLACE_WORDS.has(indexed)) isNamed = true;
      if (LACKS.has(indexed) || FALLS_SHORT.has(indexed)) lacks = true;
      if (DENIES.has(indexed)) {
        lacks = true;
        reach = REACH;
      } else if (reach > 0 && !isCommon(word)) {
        denied.add(key);
        reach -= 1;
      }
    }
    for (const [name] of text.matchAll(NAMES)) {
      const key = keyIn(name);
      if (!GROUP_OF.has(key) && !DIRECTION_OF.has(key)) places.add(key);
    }
  }
  return { lacks, denied, keys, numbers, groups, places };
}

/** Each says something that the other does not. */
export function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const hasOwn = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    [...one].some((each) => !other.has(each));
  return hasOwn(a, b) && hasOwn(b, a);
}

/** Both say something, and nothing in common. */
export const areDisjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));

/** One denies of the other's own words what the other says without any lack. */
export function denies(a: Marks, b: Marks): boolean {
  if (a.denied.size === 0 || b.lacks) return false;
  const shared = [...a.denied].filter((key) => b.keys.has(key)).length;
  return shared * 2 >= a.denied.size;
}
