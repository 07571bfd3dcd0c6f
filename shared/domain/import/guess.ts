/** What a table seems to be: which row names its columns, and what each column holds. A person may say otherwise. */
import { isLang, LANGS, type Lang } from '../languages.ts';
import { sameText } from './code-book.ts';
import { type ImportKind, JOINING, type Target, TEXT_TARGETS } from './constants.ts';

/** Names of columns in the four languages, and those of ILOSTAT and SDMX. */
const NAMES: { readonly [K in ImportKind]: { readonly [target: string]: readonly string[] } } = {
  deficits: {
    number: ['number', 'no', 'n°', 'id', 'ref', 'الرقم', 'رقم', 'numéro', 'numero', 'número'],
    title: [
      'title',
      'deficit',
      'name',
      'العنوان',
      'عنوان',
      'موطن العجز',
      'titre',
      'intitulé',
      'título',
      'titulo',
    ],
    statement: [
      'statement',
      'description',
      'text',
      'الوصف',
      'وصف',
      'البيان',
      'énoncé',
      'enunciado',
      'descripción',
      'descripcion',
    ],
    area: [
      'area',
      'thematic area',
      'المجال',
      'المجال المواضيعي',
      'domaine',
      'domaine thématique',
      'área',
      'área temática',
    ],
    subTopic: [
      'sub-topic',
      'subtopic',
      'sub topic',
      'الموضوع الفرعي',
      'sous-thème',
      'sous theme',
      'subtema',
      'subtopico',
    ],
    affectedGroups: [
      'الفئات المتأثرة',
      'affected groups',
      'groups',
      'affected',
      'الفئات المتضررة',
      'الفئات',
      'groupes touchés',
      'groupes concernés',
      'grupos afectados',
      'grupos',
    ],
    grounds: [
      'أسباب التمييز',
      'grounds of discrimination',
      'motivos de discriminación',
      'grounds',
      'discrimination grounds',
      'أسس التمييز',
      'الأسس',
      'motifs',
      'motifs de discrimination',
      'motivos',
    ],
    instruments: [
      'instruments',
      'ilo instruments',
      'conventions',
      'الصكوك',
      'صكوك منظمة العمل الدولية',
      'الاتفاقيات',
      'instruments de l oit',
      'instrumentos',
      'instrumentos de la oit',
      'convenios',
    ],
    sdgTargets: [
      'غايات التنمية المستدامة',
      'sdg targets',
      'sdg target',
      'sdg',
      'مقاصد أهداف التنمية المستدامة',
      'مقاصد',
      'cibles des odd',
      'cibles odd',
      'metas de los ods',
      'metas ods',
    ],
    sdgIndicators: [
      'مؤشرات التنمية المستدامة',
      'sdg indicators',
      'sdg indicator',
      'مؤشرات أهداف التنمية المستدامة',
      'indicateurs des odd',
      'indicadores de los ods',
    ],
    'severity.G': [
      'severity g',
      'severity government',
      'الشدة الحكومة',
      'gravité gouvernement',
      'gravedad gobierno',
    ],
    'severity.E': [
      'severity e',
      'severity employers',
      'الشدة أصحاب العمل',
      'gravité employeurs',
      'gravedad empleadores',
    ],
    'severity.W': [
      'severity w',
      'severity workers',
      'الشدة العمال',
      'gravité travailleurs',
      'gravedad trabajadores',
    ],
    'prevalence.G': [
      'étendue gouvernement',
      'extensión gobierno',
      'prevalence g',
      'prevalence government',
      'الانتشار الحكومة',
    ],
    'prevalence.E': [
      'étendue employeurs',
      'extensión empleadores',
      'prevalence e',
      'prevalence employers',
      'الانتشار أصحاب العمل',
    ],
    'prevalence.W': [
      'étendue travailleurs',
      'extensión trabajadores',
      'prevalence w',
      'prevalence workers',
      'الانتشار العمال',
    ],
    'evidenceHeld.G': [
      'evidence g',
      'evidence strength g',
      'evidence strength government',
      'strength of evidence g',
      'strength of evidence government',
      'قوة الأدلة الحكومة',
      'solidité des preuves gouvernement',
      'solidité des éléments probants gouvernement',
      'solidez de las pruebas gobierno',
    ],
    'evidenceHeld.E': [
      'evidence e',
      'evidence strength e',
      'evidence strength employers',
      'strength of evidence e',
      'strength of evidence employers',
      'قوة الأدلة أصحاب العمل',
      'solidité des preuves employeurs',
      'solidité des éléments probants employeurs',
      'solidez de las pruebas empleadores',
    ],
    'evidenceHeld.W': [
      'evidence w',
      'evidence strength w',
      'evidence strength workers',
      'strength of evidence w',
      'strength of evidence workers',
      'قوة الأدلة العمال',
      'solidité des preuves travailleurs',
      'solidité des éléments probants travailleurs',
      'solidez de las pruebas trabajadores',
    ],
    evidenceStrength: [
      'strength of evidence recorded without a constituency',
      'قوة الأدلة مسجلة دون تحديد هيئة',
      'solidité des éléments probants consignée sans mandant',
      'solidité des preuves consignée sans mandant',
      'solidez de las pruebas registrada sin mandante',
      'solidité des éléments probants',
      'strength of evidence',
      'evidence strength',
      'قوة الأدلة',
      'solidité des preuves',
      'solidez de las pruebas',
    ],
    geography: [
      'ámbito geográfico',
      'geography',
      'region',
      'place',
      'النطاق الجغرافي',
      'المنطقة',
      'géographie',
      'région',
      'geografía',
      'región',
    ],
    sector: ['sector', 'القطاع', 'secteur'],
    formality: ['السمة المنظمة', 'formality', 'الطابع المنظم', 'formalité', 'formalidad'],
    confidentiality: [
      'درجة السرية',
      'confidentiality',
      'السرية',
      'مستوى السرية',
      'confidentialité',
      'confidencialidad',
    ],
    nextStep: ['next step', 'الخطوة التالية', 'prochaine étape', 'próximo paso', 'siguiente paso'],
    priorityProgrammes: [
      'priority action programmes',
      'برامج العمل ذات الأولوية',
      'programmes d action prioritaires',
      'programas de acción prioritarios',
    ],
    raisedBy: ['raised by', 'group', 'طرحته', 'الهيئة', 'soulevé par', 'planteado por'],
  },
  evidence: {
    deficit: ['deficit', 'deficit number', 'موطن العجز', 'رقم موطن العجز', 'déficit'],
    indicator: ['indicator', 'measure', 'dataflow', 'structure id', 'المؤشر', 'indicateur', 'indicador'],
    refArea: [
      'ref area',
      'reference area',
      'country',
      'المنطقة المرجعية',
      'البلد',
      'zone de référence',
      'área de referencia',
    ],
    year: ['time', 'time period', 'year', 'السنة', 'الفترة', 'année', 'période', 'año', 'período'],
    figure: ['obs value', 'value', 'figure', 'القيمة', 'الرقم', 'valeur', 'chiffre', 'valor', 'cifra'],
    sex: ['sex', 'الجنس', 'sexe', 'sexo'],
    classification: [
      'classif1',
      'classif2',
      'age',
      'edu',
      'eco',
      'ocu',
      'ste',
      'soc',
      'geo',
      'dsb',
      'cct',
      'how',
      'hou',
      'cur',
      'class',
      'classification',
      'التصنيف',
      'classe',
      'clase',
      'clasificación',
    ],
    observation: ['obs status', 'status', 'حالة المشاهدة', 'statut', 'estado'],
    unit: ['unit', 'unit measure', 'الوحدة', 'وحدة القياس', 'unité', 'unidad'],
    multiplier: ['unit mult'],
    source: ['source', 'المصدر', 'fuente'],
    note: [
      'note',
      'notes',
      'note source',
      'note indicator',
      'note classif',
      'ملاحظة',
      'ملاحظات',
      'nota',
      'notas',
    ],
    vintage: ['vintage', 'last update', 'تاريخ الاستخراج', 'fecha de extracción'],
    quote: ['quote', 'اقتباس', 'citation', 'cita'],
    strength: ['strength', 'القوة', 'solidité', 'solidez'],
  },
  ratifications: {
    country: ['country', 'iso3', 'ref area', 'البلد', 'pays', 'país'],
    instrument: ['code', 'instrument', 'convention', 'الصك', 'الاتفاقية', 'instrumento', 'convenio'],
    ratifiedOn: [
      'date',
      'ratified on',
      'ratification date',
      'تاريخ التصديق',
      'date de ratification',
      'fecha de ratificación',
    ],
    ratification: ['status', 'الحالة', 'حالة التصديق', 'statut', 'estado'],
    denounced: ['denounced', 'تاريخ النقض', 'dénoncée', 'dénonciation', 'denuncia', 'denunciado'],
    note: ['note', 'notes', 'ملاحظة', 'ملاحظات', 'nota'],
  },
};

const byNameOf = (kind: ImportKind): ReadonlyMap<string, Target> =>
  new Map(
    Object.entries(NAMES[kind]).flatMap(([target, names]) =>
      [target, ...names].map((name) => [sameText(name), target as Target] as const),
    ),
  );
const byName: { readonly [K in ImportKind]: ReadonlyMap<string, Target> } = {
  deficits: byNameOf('deficits'),
  evidence: byNameOf('evidence'),
  ratifications: byNameOf('ratifications'),
};

const LANGUAGE_WORDS: { readonly [L in Lang]: readonly string[] } = {
  ar: ['ar', 'arabic', 'العربية', 'عربي', 'arabe', 'árabe'],
  en: ['en', 'english', 'الإنجليزية', 'anglais', 'inglés'],
  fr: ['fr', 'french', 'الفرنسية', 'français', 'francés'],
  es: ['es', 'spanish', 'الإسبانية', 'espagnol', 'español'],
};
const languageOf = new Map(
  LANGS.flatMap((lang) => LANGUAGE_WORDS[lang].map((word) => [sameText(word), lang] as const)),
);

export interface Guess {
  readonly target: Target | null;
  readonly lang: Lang | null;
}

/** `Title (en)`, `العنوان – العربية`, `title_ar`: a name and perhaps a language behind it. */
export function guessColumn(kind: ImportKind, header: string): Guess {
  const plain = sameText(header);
  if (plain === '') return { target: null, lang: null };
  const whole = byName[kind].get(plain);
  if (whole) return { target: whole, lang: null };
  const words = plain.split(' ');
  const last = words.at(-1) as string;
  const lang = isLang(last) ? last : languageOf.get(last);
  const target = lang && byName[kind].get(words.slice(0, -1).join(' '));
  return target && TEXT_TARGETS.includes(target) ? { target, lang } : { target: null, lang: null };
}

/** One guess a column; of two columns for one single place the first has it. */
export function guessColumns(kind: ImportKind, headers: readonly string[]): Guess[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const guess = guessColumn(kind, header);
    const place = `${guess.target} ${guess.lang}`;
    if (guess.target === null || JOINING.includes(guess.target)) return guess;
    if (taken.has(place)) return { target: null, lang: null };
    taken.add(place);
    return guess;
  });
}

const known = (kind: ImportKind, headers: readonly string[]): number =>
  guessColumns(kind, headers).filter(({ target }) => target !== null).length;

/** By the columns only one kind has; deficits where nothing speaks for another. */
export function guessKind(headers: readonly string[]): ImportKind {
  const plain = new Set(headers.map(sameText));
  if (plain.has('obs value') || plain.has('ref area')) return 'evidence';
  const scores: [ImportKind, number][] = (['deficits', 'evidence', 'ratifications'] as const).map((kind) => [
    kind,
    known(kind, headers) / Math.max(1, headers.filter((header) => header.trim() !== '').length),
  ]);
  const isRatification = ['code', 'instrument', 'convention'].some((name) => plain.has(name));
  if (isRatification && (plain.has('denounced') || (plain.has('status') && plain.has('date'))))
    return 'ratifications';
  return (scores.sort((a, b) => b[1] - a[1])[0] as [ImportKind, number])[0];
}

const HEADER_WITHIN = 20;

/**
 * The row that names the columns: of the first twenty the one in which most names are known, else the first with two
 * texts or more, else the first that is not empty. From 0.
 */
export function guessHeader(rows: readonly (readonly string[])[]): number {
  let best = -1;
  let most = 0;
  for (const [n, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const score = Math.max(known('deficits', row), known('evidence', row), known('ratifications', row));
    if (score > most) [best, most] = [n, score];
  }
  if (best >= 0) return best;
  const filled = (row: readonly string[]): number => row.filter((text) => text.trim() !== '').length;
  const two = rows.slice(0, HEADER_WITHIN).findIndex((row) => filled(row) >= 2);
  return two >= 0
    ? two
    : Math.max(
        0,
        rows.findIndex((row) => filled(row) > 0),
      );
}

/** Headers that stand twice, in the form in which they are the same. */
export function repeatedHeaders(headers: readonly string[]): number[] {
  const seen = new Set<string>();
  return headers.flatMap((header, n) => {
    const plain = sameText(header);
    if (plain === '') return [];
    if (seen.has(plain)) return [n];
    seen.add(plain);
    return [];
  });
}
