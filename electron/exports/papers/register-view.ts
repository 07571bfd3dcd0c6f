/** The register for one reader: a row a deficit, under its area, and every word chosen. No row holds a name. */
import { AREAS, type Area, CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import type { ContentDeficit, EditionContent } from '../../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../../shared/domain/duplicates/left-out.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { directionOf, LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { count, date, fingerprint } from '../report/formats.ts';
import { isolate } from '../report/typeset.ts';
import { byConstituency, type Cell, type Context, makeContext } from '../report/view/context.ts';
import { conflictNote } from '../report/view/deficits.ts';
import { decidedView } from '../report/view/positions.ts';
import { byNumber, reference } from '../report/view/reference.ts';
import { type WordingsView, wordingsIn } from '../report/view/wordings.ts';
import { paperWords } from './strings.ts';

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

/**
 * What was joined stands where it went, as on the screen. Where copies joined in a ring nothing would be left of it:
 * then each of them stands for itself.
 */
function ownRows(deficits: readonly ContentDeficit[]): ContentDeficit[] {
  const byId = new Map(deficits.map((deficit) => [deficit.id, deficit]));
  const hasOwn = (deficit: ContentDeficit): boolean => {
    const passed = new Set<string>();
    let at: ContentDeficit | undefined = deficit;
    while (at && at.joinedInto !== null && !passed.has(at.id)) {
      passed.add(at.id);
      at = byId.get(at.joinedInto);
    }
    return at === undefined || at === deficit || passed.has(at.id);
  };
  return deficits.filter(hasOwn).sort(byNumber);
}

/** Where nobody was asked, its outcome says so for all three. */
function saidOf(deficit: ContentDeficit, context: Context) {
  const { positions, outcome, notes, conflict } = row(deficit, context);
  const wasAsked = CONSTITUENCIES.some((seat) => deficit.positions[seat].value !== 'not-requested');
  return { positions: wasAsked ? positions : [], outcome, notes, conflict };
}

/** A position is part of a wording, with what qualifies it: it stands here unless the wording has a row of its own. */
function underRow(
  lineage: WordingsView | null,
  byId: ReadonlyMap<string, ContentDeficit>,
  own: ReadonlySet<string>,
  context: Context,
) {
  if (!lineage) return null;
  return {
    ...lineage,
    wordings: lineage.wordings.map((wording) => {
      const deficit = byId.get(wording.anchor);
      const isApart = !deficit || own.has(wording.anchor);
      return {
        ...wording,
        place: isApart ? context.say('lineage.inRow', { number: isolate(wording.number) }) : null,
        said: isApart ? null : saidOf(deficit, context),
      };
    }),
  };
}

/** `wordings`: under each joined or split deficit also what it came from. */
export function registerView(content: EditionContent, lang: Lang, wordings?: LeftOutWordings) {
  const context = makeContext(content, lang);
  const { say } = context;
  const words = paperWords(lang);
  const [year = 0, month = 0, day = 0] = content.asOf.slice(0, 10).split('-').map(Number);
  const deficits = ownRows(content.deficits);
  const wordingsOf = wordingsIn(context, wordings);
  const byId = new Map(content.deficits.map((deficit) => [deficit.id, deficit]));
  const own = new Set(deficits.map(({ id }) => id));
  const groups = [...AREAS, null].flatMap((area: Area | null) => {
    const of = deficits.filter((each) => (isMissing(each.area) ? null : each.area) === area);
    if (of.length === 0) return [];
    return [
      {
        title: area === null ? context.own(say('section.noArea')) : context.area(area),
        count: count(of.length, lang),
        rows: of.map((deficit) => ({
          ...row(deficit, context),
          lineage: underRow(wordingsOf(deficit), byId, own, context),
        })),
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
      lineage: say('lineage.title'),
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
