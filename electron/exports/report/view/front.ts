/** What comes before the deficits: the mandate, who took part, and what came of it. */
import { AREAS, type Area, CONSTITUENCIES, SEATS } from '../../../../shared/domain/codes.ts';
import type { ContentClause, Decided } from '../../../../shared/domain/content.ts';
import { isMissing } from '../../../../shared/domain/fields.ts';
import type { DecisionRule, QuorumRule } from '../../../../shared/domain/position.ts';
import { anyCodelist } from '../../../../shared/reference/all.ts';
import { hasCode } from '../../../../shared/reference/index.ts';
import { count, date, fingerprint, period } from '../formats.ts';
import { type Block, isolate } from '../typeset.ts';
import type { Cell, Context } from './context.ts';
import { decidedView } from './positions.ts';
import { reference } from './reference.ts';

/** The imaginary country of the sample: its code is user-assigned and in no list. */
const SAMPLE_COUNTRY = 'QRW';

const share = (numerator: number, denominator: number): string => isolate(`${numerator}/${denominator}`);

const decision = (rule: DecisionRule, { say }: Context): string =>
  rule.kind === 'qualified-majority'
    ? `${say('decision.qualified-majority', { share: share(rule.numerator, rule.denominator) })} ${say(`decision.${rule.base}`)}`
    : say(`decision.${rule.kind}`);

const quorum = (rule: QuorumRule, { say }: Context): string => {
  if (rule.kind === 'share-of-each')
    return say('quorum.share-of-each', { share: share(rule.numerator, rule.denominator) });
  return rule.kind === 'number-of-each'
    ? say('quorum.number-of-each', { number: rule.number })
    : say('quorum.none');
};

export function coverView(context: Context) {
  const { content, say, lang, own } = context;
  const { dossier } = content;
  const seats = (those: readonly (typeof CONSTITUENCIES)[number][]): string =>
    those.map(context.seat).join(say('format.list'));
  const agreed = CONSTITUENCIES.filter((each) => dossier.keeperAgreed.includes(each));
  const silent = CONSTITUENCIES.filter((each) => !agreed.includes(each));
  const keeper = [
    ...(agreed.length > 0 ? [`${say('cover.keeperAgreed')}: ${seats(agreed)}`] : []),
    ...(silent.length > 0 ? [`${say('cover.keeperNotAgreed')}: ${seats(silent)}`] : []),
  ];
  const country = (code: string): string => {
    if (code === SAMPLE_COUNTRY) return `${say('cover.rawdania')} ${isolate(code)}`;
    return hasCode(anyCodelist('countries'), code)
      ? `${context.label('countries', code)} (${isolate(code)})`
      : isolate(code);
  };
  const row = (label: string, value: Cell, ...below: readonly string[]) => ({ label, value, below });
  const start = isMissing(dossier.start) ? undefined : dossier.start;
  const end = isMissing(dossier.end) ? undefined : dossier.end;
  return {
    kind: say('cover.kind'),
    title: context.text(dossier.title),
    country: context.coded(dossier.country, country),
    period:
      start === undefined && end === undefined && isMissing(dossier.start)
        ? context.missing(dossier.start)
        : own(period(start, end, lang, say)),
    identity: [
      row(
        say('cover.edition'),
        own(say(`edition.${content.edition}`)),
        say(`editionNote.${content.edition}`),
      ),
      row(say('cover.asOf'), own(date(content.asOf, lang, say))),
      row(say('cover.version'), own(isolate(fingerprint(content.versionId)))),
    ],
    mandate: [
      row(say('cover.convenor'), context.text(dossier.convenor)),
      row(say('cover.legalBasis'), context.text(dossier.legalBasis)),
      row(say('cover.scope'), context.text(dossier.scope)),
      row(
        say('cover.decisionRule'),
        context.coded(dossier.decisionRule, (rule) => decision(rule, context)),
      ),
      row(
        say('cover.quorumRule'),
        context.coded(dossier.quorumRule, (rule) => quorum(rule, context)),
      ),
      row(
        say('cover.attribution'),
        context.coded(dossier.attribution, (rule) => say(`attribution.${rule}`)),
      ),
      row(say('cover.use'), context.text(dossier.useOfResults)),
      row(say('cover.keeper'), context.text(dossier.keeper), ...keeper),
      row(
        say('cover.authentic'),
        context.coded(dossier.authenticLanguage, (code) => say(`language.${code}`)),
      ),
      row(say('cover.interpretation'), context.text(dossier.interpretation)),
      ...(isMissing(dossier.widerGrounds)
        ? [row(say('cover.widerGrounds'), context.missing(dossier.widerGrounds))]
        : []),
    ],
  };
}

export function peopleView(context: Context) {
  const { content, say, lang, own } = context;
  const seats = SEATS.filter(
    (seat) => seat !== 'invited' || content.participation.some((each) => each.seat === seat),
  );
  const tally = (match: (each: (typeof content.participation)[number]) => boolean): number =>
    content.participation.filter(match).reduce((total, each) => total + each.count, 0);
  const number = (n: number): string => count(n, lang);
  const absences = content.absences.map((absence) => ({
    who:
      context.organization(absence.organization) ??
      (isMissing(absence.constituency)
        ? context.missing(absence.constituency)
        : own(context.seat(absence.constituency))),
    seat: isMissing(absence.constituency) ? null : absence.constituency,
    reason: context.coded(absence.reason, (code) => context.label('absence-reasons', code)),
    date: absence.date === null ? null : date(absence.date, lang, say),
    note: context.paragraphs(absence.note) ?? null,
    writtenBy: context.coded(absence.writtenBy, context.seat),
    writtenByOther:
      !isMissing(absence.writtenBy) &&
      !isMissing(absence.constituency) &&
      absence.writtenBy !== absence.constituency
        ? say('people.writtenByOther')
        : null,
  }));
  return {
    counts: seats.map((seat) => ({
      seat,
      name: context.seat(seat),
      women: number(tally((each) => each.seat === seat && each.sex === 'F')),
      men: number(tally((each) => each.seat === seat && each.sex === 'M')),
      other: number(tally((each) => each.seat === seat && each.sex === 'X')),
      sexMissing: number(tally((each) => each.seat === seat && each.sex === 'missing')),
      total: number(tally((each) => each.seat === seat)),
      alternates: number(tally((each) => each.seat === seat && each.standing === 'alternate')),
      advisers: number(tally((each) => each.seat === seat && each.standing === 'adviser')),
    })),
    /** Constituencies of which nobody is recorded, and which wrote no note: said, never passed over. */
    silent: CONSTITUENCIES.filter(
      (seat) =>
        tally((each) => each.seat === seat) === 0 &&
        !content.absences.some((absence) => absence.constituency === seat),
    ).map((seat) => ({ seat, name: context.seat(seat) })),
    organizations: seats
      .map((seat) => ({
        seat,
        name: context.seat(seat),
        names: content.organizations
          .filter((each) => each.seat === seat)
          .map((each) => context.organization(each.id) ?? context.noText),
      }))
      .filter((each) => each.names.length > 0),
    absences,
    sessions: content.sessions.map((session) => ({
      title: context.text(session.title),
      dates:
        session.start === null && session.end === null
          ? context.noText
          : own(period(session.start ?? undefined, session.end ?? undefined, lang, say)),
      place: context.text(session.place),
      attribution: context.coded(session.attribution, (rule) => say(`attribution.${rule}`)),
    })),
  };
}

/** The areas of the mandate, and any other that a deficit stands in. */
export const areasOf = ({ content }: Context): readonly Area[] =>
  AREAS.filter(
    (area) =>
      content.dossier.areas.length === 0 ||
      content.dossier.areas.includes(area) ||
      content.deficits.some((deficit) => deficit.area === area),
  );

interface Named {
  readonly item: Decided & { readonly id: string };
  readonly number: string;
  readonly title: Cell;
  readonly nextStep: Block | null;
}

export function overviewView(context: Context) {
  const { content, lang, say, own } = context;
  const number = (n: number): string => count(n, lang);
  // A clause is named by what it belongs to: its text stands nowhere without its reservations.
  const clausesIn = (clauses: readonly ContentClause[], title: Cell): Named[] =>
    clauses.map((item) => ({ item, number: reference('C', item.number), title, nextStep: null }));
  const decided: Named[] = [
    ...content.deficits.flatMap((item) => {
      const title = context.text(item.title);
      const nextStep = context.paragraphs(item.nextStep) ?? null;
      return [
        { item, number: reference('D', item.number), title, nextStep },
        ...clausesIn(item.clauses, title),
      ];
    }),
    ...content.strategies.flatMap((item) => {
      const title = context.text(item.title);
      return [
        { item, number: reference('S', item.number), title, nextStep: null },
        ...clausesIn(item.clauses, title),
      ];
    }),
    ...clausesIn(content.clauses, own(say('section.clauses'))),
  ];
  const seen = decided.map(({ item, ...rest }) => ({
    ...rest,
    anchor: item.id,
    ...decidedView(item, context),
  }));
  return {
    areas: areasOf(context).map((area) => {
      const here = content.deficits.filter((each) => each.area === area && each.joinedInto === null);
      const of = (...outcomes: readonly string[]): string =>
        number(here.filter((each) => outcomes.includes(each.outcome)).length);
      return {
        code: area,
        name: context.area(area),
        total: number(here.length),
        agreed: of('agreed'),
        reserved: of('agreed-with-reservation'),
        disagreed: of('no-agreement'),
        open: of('not-put', 'awaiting', 'needs-count'),
      };
    }),
    reservations: seen
      .filter(({ notes }) => notes.some((note) => note.body !== null))
      .map(({ anchor, number: ref, title, notes }) => ({
        anchor,
        number: ref,
        title,
        seats: [...new Set(notes.filter((note) => note.body !== null).map((note) => note.seat))],
      })),
    disagreements: seen
      .filter(({ outcome }) => outcome.code === 'no-agreement')
      .map(({ anchor, number: ref, title, nextStep }) => ({ anchor, number: ref, title, nextStep })),
  };
}
