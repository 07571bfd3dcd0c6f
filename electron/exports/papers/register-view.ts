/** The register for one reader: a row a deficit, under its area, and every word chosen. No row holds a name. */
import { AREAS, type Area } from '../../../shared/domain/codes.ts';
import type { ContentDeficit, EditionContent } from '../../../shared/domain/content.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { directionOf, LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { count, date, fingerprint } from '../report/formats.ts';
import { byConstituency, type Cell, type Context, makeContext } from '../report/view/context.ts';
import { conflictNote } from '../report/view/deficits.ts';
import { decidedView } from '../report/view/positions.ts';
import { reference } from '../report/view/reference.ts';
import { paperWords } from './strings.ts';

const numberOf = (number: string): readonly [number, string] => [Number.parseInt(number, 10) || 0, number];
const byNumber = (a: ContentDeficit, b: ContentDeficit): number => {
  const [[m, x], [n, y]] = [numberOf(a.number), numberOf(b.number)];
  return m - n || (x < y ? -1 : 1);
};

/** Whatever qualifies a position stands under its row, whole: no position is printed without its reservation. */
function row(deficit: ContentDeficit, context: Context) {
  const { own, label, lang } = context;
  const decided = decidedView(deficit, context);
  return {
    number: reference('D', deficit.number),
    title: context.text(deficit.title),
    severity: byConstituency((seat): Cell => {
      const value = deficit.severity[seat];
      return isMissing(value)
        ? context.missing(value)
        : own(`${count(value, lang)}\u00a0· ${label('severity', String(value))}`);
    }),
    prevalence: byConstituency((seat) =>
      context.coded(deficit.prevalence[seat], (code) => label('prevalence', code)),
    ),
    evidenceHeld: byConstituency((seat) =>
      context.coded(deficit.evidenceHeld[seat], (code) => label('evidence-strength', code)),
    ),
    positions: decided.positions.map(({ seat, label: text, warnings }) => ({ seat, text, warnings })),
    outcome: decided.outcome,
    priority: deficit.priorityRank === null ? '–' : count(deficit.priorityRank, lang),
    notes: decided.notes,
    conflict: conflictNote(deficit.inConflict, context),
  };
}

export function registerView(content: EditionContent, lang: Lang) {
  const context = makeContext(content, lang);
  const { say } = context;
  const words = paperWords(lang);
  const [year = 0, month = 0, day = 0] = content.asOf.slice(0, 10).split('-').map(Number);
  // What was joined stands where it went, as on the screen.
  const deficits = content.deficits.filter(({ joinedInto }) => joinedInto === null).sort(byNumber);
  const groups = [...AREAS, null].flatMap((area: Area | null) => {
    const of = deficits.filter((each) => (isMissing(each.area) ? null : each.area) === area);
    if (of.length === 0) return [];
    return [
      {
        title: area === null ? context.own(say('section.noArea')) : context.area(area),
        count: count(of.length, lang),
        rows: of.map((deficit) => row(deficit, context)),
      },
    ];
  });
  const joined = content.deficits.length - deficits.length;
  const leftOut = content.leftOut.deficit ?? 0;
  return {
    lang,
    dir: directionOf(lang),
    languages: Object.fromEntries(LANGS.map((each) => [each, directionOf(each)])),
    letters: { G: say('letter.G'), E: say('letter.E'), W: say('letter.W'), invited: say('letter.invited') },
    seats: { G: context.seat('G'), E: context.seat('E'), W: context.seat('W') },
    words: {
      page: say('page.number'),
      of: say('page.of'),
      noText: say('value.noText'),
      kind: words('register.kind'),
      number: words('column.number'),
      title: words('register.deficit'),
      severity: say('deficit.severity'),
      prevalence: say('deficit.prevalence'),
      evidenceHeld: say('deficit.evidenceStrength'),
      position: say('deficit.position'),
      outcome: say('workbook.outcome'),
      priority: words('register.priority'),
      none: words('register.none'),
    },
    title: context.text(content.dossier.title),
    date: { year, month, day },
    facts: [
      `${say('cover.edition')}: ${say(`edition.${content.edition}`)}`,
      `${say('cover.asOf')}: ${date(content.asOf, lang, say)}`,
      `${say('cover.version')}: ${fingerprint(content.versionId)}`,
      words('register.count', { n: count(deficits.length, lang) }),
      ...(joined > 0 ? [words('register.joined', { n: count(joined, lang) })] : []),
      ...(leftOut > 0 ? [words('register.leftOut', { n: count(leftOut, lang) })] : []),
    ],
    marks: {
      draft: content.draft ? say('mark.draft') : null,
      illustrative: content.illustrative ? say('mark.illustrative') : null,
      draftTranslation: say('mark.draftTranslation'),
    },
    hasDrafts: JSON.stringify(groups).includes('"draft":true'),
    groups,
  };
}
