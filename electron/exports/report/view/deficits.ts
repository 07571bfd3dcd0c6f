import type { Constituency } from '../../../../shared/domain/codes.ts';
import type {
  ContentClause,
  ContentComment,
  ContentDeficit,
  ContentEvidence,
} from '../../../../shared/domain/content.ts';
import { isMissing } from '../../../../shared/domain/fields.ts';
import { anyCodelist } from '../../../../shared/reference/all.ts';
import { itemIn } from '../../../../shared/reference/index.ts';
import { count, date, decimal } from '../formats.ts';
import { hasText } from '../strings.ts';
import { isolate, typesetLine } from '../typeset.ts';
import { byConstituency, type Cell, type Context } from './context.ts';
import { diagnosisView, numbersOf } from './diagnosis.ts';
import { decidedView } from './positions.ts';
import { reference } from './reference.ts';

/** Steps of the severity scale. */
const SEVERITY_STEPS = 4;

export interface Fact {
  readonly label: string;
  readonly value: Cell;
}

/** Fields recorded in several ways, in words: `severity.G` is said as severity. */
export function conflictNote(inConflict: readonly string[], { say }: Context): string | null {
  if (inConflict.length === 0) return null;
  const words = inConflict.map((flat) => {
    const key = `field.${flat.replace(/[.:].*$/, '')}`;
    return say(hasText(key) ? key : 'field.other');
  });
  return say('deficit.inConflict', { fields: [...new Set(words)].join(say('format.list')) });
}

const evidenceView = (evidence: ContentEvidence, context: Context) => {
  const { say, lang, own, label } = context;
  const kind = isMissing(evidence.kind)
    ? context.missing(evidence.kind)
    : own(say(`evidence.${evidence.kind}`));
  const code = evidence.indicator;
  const quote = context.paragraphs(evidence.quote) ?? null;
  // A code without a name, or with one in English only, says less to this reader than the description beside it.
  const known = code === null ? undefined : itemIn(anyCodelist('indicators'), code);
  const isForeign = !known || known.untranslated?.includes(lang) === true;
  const title = code === null ? kind : quote !== null && isForeign ? null : own(label('indicators', code));
  const some = (cell: Cell): Cell[] => (cell.absent ? [] : [cell]);
  return {
    title,
    code: code === null ? null : own(isolate(code)),
    quote,
    figure: context.coded(evidence.figure, (figure) => isolate(decimal(figure, lang))),
    unit: evidence.unit === null ? null : own(isolate(typesetLine(evidence.unit, lang))),
    year: context.coded(evidence.year, String),
    source: context.text(evidence.source),
    details: [
      ...some(context.text(evidence.geography)),
      ...(evidence.date === null ? [] : [own(date(evidence.date, lang, say))]),
      ...(isMissing(evidence.strength)
        ? []
        : [own(say('evidence.strength', { label: label('evidence-strength', evidence.strength) }))]),
      ...(evidence.attachment === null
        ? []
        : [own(say('evidence.attachment', { hash: isolate(evidence.attachment.sha256.slice(0, 16)) }))]),
    ],
    standing: byConstituency((seat) => {
      const standing = evidence.standing[seat];
      return standing
        ? { seat, code: standing, label: say(`evidence.${standing}`) }
        : { seat, code: 'none', label: '–' };
    }),
  };
};

export const commentView = (comment: ContentComment, context: Context) => ({
  seat: comment.constituency,
  who:
    comment.constituency === null ? context.say('position.unattributed') : context.seat(comment.constituency),
  body: context.paragraphs(comment.body) ?? null,
  date: comment.date === null ? null : date(comment.date, context.lang, context.say),
  resolved: comment.resolved ? context.say('position.resolvedComment') : null,
});

export const clauseView = (clause: ContentClause, context: Context) => ({
  anchor: clause.id,
  number: reference('C', clause.number),
  body: context.paragraphs(clause.body) ?? null,
  decided: decidedView(clause, context),
  conflict: conflictNote(clause.inConflict, context),
});

export function deficitView(deficit: ContentDeficit, context: Context) {
  const { say, lang, own, label } = context;
  const severity = (seat: Constituency) => {
    const value = deficit.severity[seat];
    return isMissing(value)
      ? { seat, step: 0, cell: context.missing(value) }
      : {
          seat,
          step: value,
          cell: own(
            say('deficit.step', { label: label('severity', String(value)), n: value, max: SEVERITY_STEPS }),
          ),
        };
  };
  const facts: Fact[] = [
    {
      label: say('deficit.subTopic'),
      value: context.coded(deficit.subTopic, (code) => label('thematic-areas', code)),
    },
    {
      label: say('deficit.affectedGroups'),
      value: context.labels('affected-groups', deficit.affectedGroups),
    },
    { label: say('deficit.grounds'), value: context.labels('grounds', deficit.grounds) },
    { label: say('deficit.instruments'), value: context.codes(deficit.instruments) },
    { label: say('deficit.sdgTargets'), value: context.codes(deficit.sdgTargets) },
    { label: say('deficit.sdgIndicators'), value: context.codes(deficit.sdgIndicators) },
    { label: say('deficit.geography'), value: context.text(deficit.geography) },
    { label: say('deficit.sector'), value: context.coded(deficit.sector, (code) => label('sectors', code)) },
    {
      label: say('deficit.formality'),
      value: context.coded(deficit.formality, (code) => say(`formality.${code}`)),
    },
    {
      label: say('deficit.evidenceOfNobody'),
      value:
        isMissing(deficit.evidenceStrength) && deficit.evidenceStrength.missing === 'not-asked'
          ? context.none
          : context.coded(deficit.evidenceStrength, (code) => label('evidence-strength', code)),
    },
    {
      label: say('deficit.priorityRank'),
      value: deficit.priorityRank === null ? context.none : own(count(deficit.priorityRank, lang)),
    },
    {
      label: say('deficit.priorityProgrammes'),
      value: context.labels('priority-action-programmes', deficit.priorityProgrammes),
    },
    {
      label: say('deficit.raisedBy'),
      value: isMissing(deficit.raisedBy) ? context.none : own(context.seat(deficit.raisedBy)),
    },
    {
      label: say('deficit.parents'),
      value: deficit.parents.length === 0 ? context.none : own(numbersOf(deficit.parents, context)),
    },
    {
      label: say('deficit.joinedInto'),
      value: deficit.joinedInto === null ? context.none : own(numbersOf([deficit.joinedInto], context)),
    },
    { label: say('deficit.session'), value: context.session(deficit.session) },
    {
      label: say('deficit.confidentiality'),
      value: own(label('confidentiality-levels', deficit.confidentiality)),
    },
  ];
  const isEmptyExtra = (fact: Fact): boolean =>
    fact.value === context.none &&
    [
      say('deficit.grounds'),
      say('deficit.sdgIndicators'),
      say('deficit.session'),
      say('deficit.evidenceOfNobody'),
      say('deficit.priorityRank'),
      say('deficit.priorityProgrammes'),
      say('deficit.raisedBy'),
      say('deficit.parents'),
      say('deficit.joinedInto'),
    ].includes(fact.label);
  return {
    anchor: deficit.id,
    number: reference('D', deficit.number),
    title: context.text(deficit.title),
    statement: context.paragraphs(deficit.statement) ?? null,
    conflict: conflictNote(deficit.inConflict, context),
    // An empty set of what only some deficits have says nothing.
    facts: facts.filter((fact) => !isEmptyExtra(fact)),
    severity: byConstituency(severity),
    prevalence: byConstituency((seat) => ({
      seat,
      cell: context.coded(deficit.prevalence[seat], (code) => label('prevalence', code)),
    })),
    evidenceHeld: byConstituency((seat) => ({
      seat,
      cell: context.coded(deficit.evidenceHeld[seat], (code) => label('evidence-strength', code)),
    })),
    decided: decidedView(deficit, context),
    diagnosis: diagnosisView(deficit, context),
    evidence: deficit.evidence.map((each) => evidenceView(each, context)),
    nextStep: context.paragraphs(deficit.nextStep) ?? null,
    clauses: deficit.clauses.map((each) => clauseView(each, context)),
    comments: deficit.comments.map((each) => commentView(each, context)),
  };
}
