/** The content of an edition as one reader's report: every word chosen, nothing laid out yet. */
import type { ContentDeficit, EditionContent } from '../../../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../../../shared/domain/duplicates/left-out.ts';
import { directionOf, LANGS, type Lang } from '../../../../shared/domain/languages.ts';
import { count } from '../formats.ts';
import type { StringKey } from '../strings.ts';
import { annexView } from './annex.ts';
import { makeContext } from './context.ts';
import { clauseView, deficitView } from './deficits.ts';
import { areasOf, coverView, overviewView, peopleView } from './front.ts';
import { strategyView } from './strategies.ts';
import { wordingsIn } from './wordings.ts';

/** Words the template sets itself, by the names it uses. */
const WORDS = {
  page: 'page.number',
  of: 'page.of',
  contents: 'section.contents',
  reading: 'section.reading',
  method: 'reading.method',
  participation: 'section.participation',
  overview: 'section.overview',
  conclusions: 'section.conclusions',
  strategies: 'section.strategies',
  clauses: 'section.clauses',
  statements: 'section.statements',
  annex: 'section.annex',
  codes: 'section.codes',
  leftOut: 'section.leftOut',
  origin: 'section.origin',
  mandate: 'cover.mandate',
  peopleNote: 'people.note',
  seat: 'people.seat',
  women: 'people.women',
  men: 'people.men',
  other: 'people.other',
  sexMissing: 'people.sexMissing',
  total: 'people.total',
  alternates: 'people.alternates',
  advisers: 'people.advisers',
  organizations: 'people.organizations',
  noOrganizations: 'people.noOrganizations',
  absences: 'people.absences',
  noAbsences: 'people.noAbsences',
  notPresent: 'people.notPresent',
  reason: 'people.reason',
  writtenBy: 'people.writtenBy',
  sessions: 'people.sessions',
  session: 'people.session',
  dates: 'people.dates',
  place: 'people.place',
  attribution: 'cover.attribution',
  byArea: 'overview.byArea',
  area: 'overview.area',
  deficits: 'overview.deficits',
  agreed: 'outcome.agreed',
  reserved: 'outcome.agreed-with-reservation',
  disagreed: 'outcome.no-agreement',
  open: 'overview.open',
  openNote: 'overview.openNote',
  reservations: 'overview.reservations',
  noReservations: 'overview.noReservations',
  disagreements: 'overview.disagreements',
  nextStep: 'overview.nextStep',
  noNextStep: 'overview.noNextStep',
  severity: 'deficit.severity',
  prevalence: 'deficit.prevalence',
  evidenceHeld: 'deficit.evidenceStrength',
  position: 'deficit.position',
  evidence: 'deficit.evidence',
  noEvidence: 'deficit.noEvidence',
  comments: 'deficit.comments',
  clause: 'deficit.clause',
  tree: 'deficit.tree',
  causes: 'deficit.causes',
  effects: 'deficit.effects',
  links: 'deficit.links',
  norms: 'deficit.norms',
  normsNote: 'deficit.normsNote',
  objection: 'deficit.objection',
  scores: 'deficit.scores',
  scoresNote: 'score.note',
  lineage: 'lineage.title',
  saidOfIt: 'lineage.onPage',
  figure: 'evidence.figure',
  source: 'evidence.source',
  evidenceWhat: 'evidence.what',
  objective: 'strategy.objective',
  answered: 'strategy.deficits',
  noDeficits: 'strategy.noDeficits',
  actions: 'strategy.actions',
  noActions: 'strategy.noActions',
  action: 'strategy.action',
  responsible: 'strategy.responsible',
  partners: 'strategy.partners',
  when: 'strategy.when',
  target: 'strategy.target',
  cost: 'strategy.cost',
  costs: 'strategy.costs',
  year: 'strategy.year',
  currency: 'strategy.currency',
  ownFunds: 'strategy.ownFunds',
  gap: 'strategy.gap',
  code: 'annex.code',
  label: 'annex.label',
  codelists: 'annex.codelists',
  leftOutNote: 'annex.leftOutNote',
  leftOutNone: 'annex.leftOutNone',
  record: 'annex.record',
  count: 'annex.count',
  versionNote: 'annex.versionNote',
  packageNote: 'annex.packageNote',
  noText: 'value.noText',
} as const satisfies { readonly [name: string]: StringKey };

/** Whether any text shown is an unchecked translation, so that its mark is explained on each page. */
const saysDraft = (view: unknown): boolean => JSON.stringify(view).includes('"draft":true');

export type ReportView = ReturnType<typeof reportView>;

/** `wordings`: under each joined or split deficit also what it came from. */
export function reportView(content: EditionContent, lang: Lang, wordings?: LeftOutWordings) {
  const context = makeContext(content, lang);
  const { say } = context;
  const { dossier } = content;
  const wordingsOf = wordingsIn(context, wordings);
  const entry = (deficit: ContentDeficit) => ({
    ...deficitView(deficit, context),
    lineage: wordingsOf(deficit),
  });
  const inArea = areasOf(context).map((area, n) => ({
    code: area,
    label: say('section.area', { n: n + 1 }),
    name: context.area(area),
    deficits: content.deficits.filter((each) => each.area === area).map(entry),
  }));
  const unplaced = content.deficits.filter((each) => typeof each.area !== 'string');
  const [year, month, day] = content.asOf.split('-').map(Number);
  const view = {
    lang,
    dir: directionOf(lang),
    /** Shown in the properties of the file and on every page: no name, only the title of the dialogue. */
    title: context.text(dossier.title),
    date: { year, month, day },
    marks: {
      draft: content.draft ? say('mark.draft') : null,
      illustrative: content.illustrative ? say('mark.illustrative') : null,
      notice: say('mark.notice'),
      draftTranslation: say('mark.draftTranslation'),
    },
    words: {
      ...Object.fromEntries(Object.entries(WORDS).map(([name, key]) => [name, say(key)])),
      steps: [1, 2, 3, 4].map((n) => count(n, lang)),
    },
    languages: Object.fromEntries(LANGS.map((each) => [each, directionOf(each)])),
    letters: {
      G: say('letter.G'),
      E: say('letter.E'),
      W: say('letter.W'),
      invited: say('letter.invited'),
    },
    seats: {
      G: context.seat('G'),
      E: context.seat('E'),
      W: context.seat('W'),
      invited: context.seat('invited'),
    },
    cover: coverView(context),
    reading: [
      say('reading.columns'),
      say('reading.outcome'),
      say('reading.reservation'),
      say('reading.changed'),
      say('reading.missing'),
      say('reading.language'),
    ],
    positionKey: (
      [
        'agree',
        'agree-with-reservation',
        'does-not-agree',
        'divided',
        'no-position',
        'absent',
        'not-requested',
      ] as const
    ).map((value) => ({ value, label: context.label('positions', value) })),
    method: context.paragraphs(dossier.method) ?? null,
    conclusions: context.paragraphs(dossier.conclusions) ?? null,
    people: peopleView(context),
    overview: overviewView(context),
    areas: [
      ...inArea,
      ...(unplaced.length > 0
        ? [
            {
              code: '',
              label: '',
              name: context.own(say('section.noArea')),
              deficits: unplaced.map(entry),
            },
          ]
        : []),
    ].filter((area) => area.deficits.length > 0),
    strategies: content.strategies.map((each) => strategyView(each, context)),
    clauses: content.clauses.map((each) => clauseView(each, context)),
    statements: content.statements.map((each) => ({
      seat: each.constituency,
      name: context.seat(each.constituency),
      body: context.paragraphs(each.body) ?? null,
    })),
    annex: annexView(context),
  };
  return { ...view, hasDrafts: saysDraft(view) };
}
