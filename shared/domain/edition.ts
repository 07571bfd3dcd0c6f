/**
 * Editions: what one kind of reader may see. A pure function from the dossier to its content; every exporter,
 * preview and clipboard starts here. Which level lets what through is in `levels.ts`.
 */
import { CONSTITUENCIES, type Confidentiality, type Constituency } from './codes.ts';
import type {
  Coded,
  ContentAction,
  ContentClause,
  ContentComment,
  ContentDeficit,
  ContentEvidence,
  ContentStrategy,
  Edition,
  EditionContent,
} from './content.ts';
import { decide, isDraft } from './edition-decided.ts';
import {
  contentCauses,
  contentNorms,
  linksAmong,
  nationalCodesOf,
  openedRounds,
} from './edition-diagnosis.ts';
import type { Texts } from './fields.ts';
import type { RecordId } from './ids.ts';
import { holds, LEVELS, type Levelled } from './levels.ts';
import { costLines } from './records/strategy.ts';
import type { Composed, DossierSnapshot, RecordState } from './snapshot.ts';

const levelOf = (record: { confidentiality?: Confidentiality; released?: string }): Levelled => ({
  confidentiality: record.confidentiality ?? 'participants',
  released: record.released ?? null,
});

/** Fields recorded in several ways. What was pasted is in no edition, so a conflict over it is nothing to its readers. */
const inConflict = ({ state }: { readonly state: RecordState }): readonly string[] =>
  state.conflicts.filter((field) => !field.startsWith('pasted.'));

const notAsked = { missing: 'not-asked' } as const;
const coded = <T>(value: T | undefined): Coded<T> => (value === undefined ? notAsked : value);
const texts = (value: Texts | undefined): Texts => value ?? {};
const byConstituency = <T>(
  values: { readonly [C in Constituency]?: T } | undefined,
): { readonly [C in Constituency]: Coded<T> } => ({
  G: coded(values?.G),
  E: coded(values?.E),
  W: coded(values?.W),
});

/** The content of one edition. `codelists` names the versions of the lists its codes come from. */
export function editionOf(
  snapshot: DossierSnapshot,
  edition: Edition,
  codelists: { readonly [list: string]: string },
): EditionContent {
  const { records } = snapshot;
  const [dossier] = records.dossier;
  const rule = dossier?.decisionRule;
  const leftOut: { [type: string]: number } = {};
  const kept = <T extends { confidentiality?: Confidentiality; released?: string }>(
    type: string,
    all: readonly T[],
  ): T[] => {
    const inside = all.filter((record) => holds(edition, levelOf(record)));
    if (inside.length < all.length) leftOut[type] = all.length - inside.length;
    return inside;
  };

  const deficits = kept('deficit', records.deficit);
  const strategies = kept('strategy', records.strategy);
  const clauses = kept('clause', records.clause);
  const comments = kept('comment', records.comment);
  const deficitIds = new Set<string>(deficits.map((each) => each.id));
  const strategyIds = new Set<string>(strategies.map((each) => each.id));

  // By what they hang on, once: a dossier may hold ten thousand of each.
  const evidenceOn = Map.groupBy(records.evidence, (each) => each.deficit);
  const normsOn = Map.groupBy(records.norm, (each) => each.deficit);
  const causesOn = Map.groupBy(records.cause, (each) => each.deficit);
  const commentsOn = Map.groupBy(comments, (each) => each.target);
  const clausesOn = Map.groupBy(clauses, (each) => each.subject);
  const attachments = new Map<string, Composed<'attachment'>>(
    records.attachment.map((each) => [each.id, each]),
  );

  const contentComment = (comment: (typeof comments)[number]): ContentComment => ({
    id: comment.id,
    ...levelOf(comment),
    inConflict: inConflict(comment),
    constituency:
      LEVELS[levelOf(comment).confidentiality].attribution === 'none' ? null : (comment.constituency ?? null),
    body: texts(comment.body),
    date: comment.date ?? null,
    resolved: comment.resolved === true,
  });
  const contentClause = (clause: (typeof clauses)[number]): ContentClause => ({
    id: clause.id,
    ...levelOf(clause),
    inConflict: inConflict(clause),
    number: clause.number ?? '',
    subject: clause.subject ?? null,
    session: clause.session ?? null,
    body: texts(clause.body),
    ...decide(clause, edition, rule),
  });
  const under = (id: RecordId) => ({
    comments: (commentsOn.get(id) ?? []).map(contentComment),
    clauses: (clausesOn.get(id) ?? []).map(contentClause),
  });

  const contentDeficits = deficits.map(
    (deficit): ContentDeficit => ({
      id: deficit.id,
      ...levelOf(deficit),
      inConflict: inConflict(deficit),
      number: deficit.number ?? '',
      title: texts(deficit.title),
      statement: texts(deficit.statement),
      area: coded(deficit.area),
      subTopic: coded(deficit.subTopic),
      affectedGroups: deficit.affectedGroups ?? [],
      grounds: deficit.grounds ?? [],
      instruments: deficit.instruments ?? [],
      sdgTargets: deficit.sdgTargets ?? [],
      sdgIndicators: deficit.sdgIndicators ?? [],
      severity: byConstituency(deficit.severity),
      prevalence: byConstituency(deficit.prevalence),
      evidenceStrength: coded(deficit.evidenceStrength),
      evidenceHeld: byConstituency(deficit.evidenceHeld),
      geography: texts(deficit.geography),
      sector: coded(deficit.sector),
      formality: coded(deficit.formality),
      nextStep: texts(deficit.nextStep),
      priorityRank: deficit.priorityRank ?? null,
      session: deficit.session ?? null,
      priorityProgrammes: deficit.priorityProgrammes ?? [],
      raisedBy:
        LEVELS[levelOf(deficit).confidentiality].attribution === 'none' && deficit.raisedBy
          ? { missing: 'withheld' }
          : coded(deficit.raisedBy),
      captured: deficit.captured ?? null,
      parents: (deficit.parents ?? []).filter((id) => deficitIds.has(id)),
      origin: deficit.origin ?? null,
      joinedInto:
        deficit.joinedInto !== undefined && deficitIds.has(deficit.joinedInto) ? deficit.joinedInto : null,
      objections: deficit.objection ?? {},
      norms: contentNorms(normsOn.get(deficit.id) ?? []),
      causes: contentCauses(causesOn.get(deficit.id) ?? []),
      evidence: (evidenceOn.get(deficit.id) ?? []).map((each) => evidenceOf(each, attachments)),
      ...under(deficit.id),
      ...decide(deficit, edition, rule),
    }),
  );

  const contentStrategies = strategies.map((strategy): ContentStrategy => {
    const actions = records.action.filter((action) => action.strategy === strategy.id);
    return {
      id: strategy.id,
      ...levelOf(strategy),
      inConflict: inConflict(strategy),
      number: strategy.number ?? '',
      title: texts(strategy.title),
      objective: texts(strategy.objective),
      area: coded(strategy.area),
      deficits: (strategy.deficits ?? []).filter((id) => deficitIds.has(id)),
      functionalAreas: strategy.functionalAreas ?? [],
      priorityProgramme: coded(strategy.priorityProgramme),
      collectiveBargaining: coded(strategy.collectiveBargaining),
      instruments: strategy.instruments ?? [],
      sdgTargets: strategy.sdgTargets ?? [],
      planLink: texts(strategy.planLink),
      session: strategy.session ?? null,
      actions: actions
        .map((action) => actionOf(action, edition))
        .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
      costs: edition === 'public' ? [] : costLines(actions),
      ...under(strategy.id),
      ...decide(strategy, edition, rule),
    };
  });

  const looseClauses = clauses
    .filter((clause) => !deficitIds.has(clause.subject ?? '') && !strategyIds.has(clause.subject ?? ''))
    .map(contentClause);
  return {
    format: 'hiwar-dialogue',
    formatVersion: 1,
    edition,
    versionId: snapshot.versionId,
    asOf: snapshot.asOf.slice(0, 10),
    draft: isDraft(contentDeficits, contentStrategies, looseClauses),
    illustrative: dossier?.illustrative === true,
    codelists,
    dossier: {
      id: dossier?.id ?? '',
      title: texts(dossier?.title),
      country: coded(dossier?.country),
      languages: dossier?.languages ?? [],
      start: coded(dossier?.start),
      end: coded(dossier?.end),
      convenor: texts(dossier?.convenor),
      legalBasis: texts(dossier?.legalBasis),
      scope: texts(dossier?.scope),
      areas: dossier?.areas ?? [],
      decisionRule: coded(dossier?.decisionRule),
      quorumRule: coded(dossier?.quorumRule),
      attribution: coded(dossier?.attribution),
      useOfResults: texts(dossier?.useOfResults),
      keeper: texts(dossier?.keeper),
      keeperAgreed: CONSTITUENCIES.filter((constituency) => dossier?.keeperAgreed?.[constituency]),
      authenticLanguage: coded(dossier?.authenticLanguage),
      interpretation: texts(dossier?.interpretation),
      method: texts(dossier?.method),
      conclusions: texts(dossier?.conclusions),
      // Asked is what nobody has switched off.
      widerGrounds: dossier?.widerGrounds === 'not-asked' ? notAsked : 'asked',
      areaLabels: dossier?.areaLabels ?? {},
      constituencyLabels: dossier?.constituencyLabels ?? {},
    },
    organizations: records.organization.map((each) => ({
      id: each.id,
      name: texts(each.name),
      acronym: each.acronym ?? null,
      seat: coded(each.seat),
      kind: each.kind ?? null,
    })),
    participation: participationOf(records.participant),
    ...(edition === 'internal'
      ? {
          participants: records.participant.map((each) => ({
            id: each.id,
            name: each.name ?? null,
            seat: each.seat ?? ('invited' as const),
            organization: each.organization ?? null,
            role: texts(each.role),
            sex: coded(each.sex),
            standing: coded(each.standing),
            spokesperson: each.spokesperson === true,
          })),
        }
      : {}),
    absences: records.absence.map((each) => ({
      id: each.id,
      constituency: coded(each.constituency),
      organization: each.organization ?? null,
      reason: coded(each.reason),
      note: texts(each.note),
      writtenBy: coded(each.writtenBy),
      date: each.date ?? null,
    })),
    sessions: records.session.map((each) => ({
      id: each.id,
      title: texts(each.title),
      place: texts(each.place),
      start: each.start ?? null,
      end: each.end ?? null,
      areas: each.areas ?? [],
      attribution: coded(each.attribution),
      agenda: texts(each.agenda),
    })),
    statements: records.statement.flatMap((each) =>
      each.constituency ? [{ id: each.id, constituency: each.constituency, body: texts(each.body) }] : [],
    ),
    deficits: contentDeficits,
    strategies: contentStrategies,
    clauses: looseClauses,
    links: linksAmong(records, deficitIds),
    nationalCodes: nationalCodesOf(records),
    rounds: openedRounds(records, deficitIds),
    leftOut,
    gaps: snapshot.gaps,
  };
}

function evidenceOf(
  each: Composed<'evidence'>,
  attachments: ReadonlyMap<string, Composed<'attachment'>>,
): ContentEvidence {
  const attached = attachments.get(each.attachment ?? '');
  return {
    id: each.id,
    kind: coded(each.kind),
    indicator: each.indicator ?? null,
    year: coded(each.year),
    figure: coded(each.figure),
    unit: each.unit ?? null,
    source: texts(each.source),
    geography: texts(each.geography),
    quote: texts(each.quote),
    date: each.date ?? null,
    strength: coded(each.strength),
    standing: each.standing ?? {},
    // The file's name stays behind: names of files often name people.
    attachment:
      attached?.sha256 && attached.mediaType
        ? { sha256: attached.sha256, mediaType: attached.mediaType, size: attached.size ?? 0 }
        : null,
    cause: each.cause ?? null,
    refArea: each.refArea ?? null,
    sex: each.sex ?? null,
    classification: each.classification ?? null,
    observation: each.observation ?? null,
    note: texts(each.note),
    vintage: each.vintage ?? null,
  };
}

function actionOf(action: Composed<'action'>, edition: Edition): ContentAction {
  const money = edition === 'public' ? ({ missing: 'withheld' } as const) : undefined;
  return {
    id: action.id,
    order: action.order ?? 0,
    title: texts(action.title),
    responsible: texts(action.responsible),
    responsibleOrganization: action.responsibleOrganization ?? null,
    partners: texts(action.partners),
    start: coded(action.start),
    end: coded(action.end),
    cost: money ?? coded(action.cost as ContentAction['cost'] | undefined),
    ownFunds: money ?? coded(action.ownFunds as ContentAction['ownFunds'] | undefined),
    functionalArea: coded(action.functionalArea),
    indicator: action.indicator ?? null,
    target: texts(action.target),
  };
}

function participationOf(participants: readonly Composed<'participant'>[]): EditionContent['participation'] {
  const counts = new Map<string, EditionContent['participation'][number]>();
  for (const each of participants) {
    const seat = each.seat ?? 'invited';
    const sex = each.sex === undefined || typeof each.sex === 'object' ? 'missing' : each.sex;
    const standing = each.standing ?? 'missing';
    const key = `${['G', 'E', 'W', 'invited'].indexOf(seat)} ${sex} ${standing}`;
    counts.set(key, { seat, sex, standing, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
