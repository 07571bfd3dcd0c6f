/** The content of a package as drafts of records, so that every screen can show what was received. */
import { createHash } from 'node:crypto';
import type { Draft } from '../../db/ledger/append.ts';
import { CONSTITUENCIES, type Constituency } from '../../shared/domain/codes.ts';
import type { Decided, EditionContent, StatedPosition } from '../../shared/domain/content.ts';
import { expandMembers, isMissing } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { definitionOf, type RecordType } from '../../shared/domain/records/index.ts';

type Members = { readonly [name: string]: unknown };

/** 'not asked' is what an unset field says anyway; other codes are kept where the field can hold them. */
const uncoded = <T>(value: T): T | undefined =>
  isMissing(value) && (value as { missing: string }).missing === 'not-asked' ? undefined : value;
/** For fields that cannot hold a code: missing is left out. */
const known = <T>(value: T): T | undefined => (isMissing(value) ? undefined : value);
const knownKeys = (values: { readonly [key: string]: unknown }): Members =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (uncoded(value) === undefined ? [] : [[key, value]])),
  );

export function idFrom(...parts: readonly (string | number)[]): RecordId {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as RecordId;
}

function positionOf(stated: StatedPosition): Members {
  const { organizations, changedSince: _changed, contested: _contested, ...position } = stated;
  return {
    ...position,
    ...(organizations.length > 0
      ? {
          organizations: organizations.map((each, index) => ({
            ...each,
            // Withheld by the edition: an id that names nothing, so that the reservation is not lost with the name.
            organization: each.organization ?? idFrom('withheld', index),
          })),
        }
      : {}),
  };
}

export function draftsOfContent(content: EditionContent, dossier: RecordId): Draft[] {
  const drafts: Draft[] = [];
  const put = (
    type: RecordType,
    id: string,
    members: Members,
    judged: { readonly [field: string]: Members } = {},
  ): void => {
    const present = Object.fromEntries(
      Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
    );
    const { flat, problems } = expandMembers(definitionOf(type).fields, present);
    if (problems.length > 0) throw new Error(`content: ${type} ${problems[0]?.path}`);
    drafts.push({ recordType: type, recordId: id as RecordId, set: flat, intent: 'create' });
    for (const [field, value] of Object.entries(judged)) {
      const stated = expandMembers(definitionOf(type).fields, { [field]: value });
      drafts.push({
        recordType: type,
        recordId: id as RecordId,
        set: stated.flat,
        intent: 'edit',
        // Judged something that is no more: the screens then say that the text has changed since.
        ...(changed.has(`${id} ${field}`) ? { seen: [] } : {}),
      });
    }
  };
  const changed = new Set<string>();
  const positions = (id: string, decided: Decided) =>
    Object.fromEntries(
      CONSTITUENCIES.flatMap((constituency: Constituency) => {
        const stated = decided.positions[constituency];
        if (stated.value === 'not-requested') return [];
        if (stated.changedSince) changed.add(`${id} position.${constituency}`);
        return [[`position.${constituency}`, positionOf(stated)]];
      }),
    );

  const { dossier: head } = content;
  put('dossier', dossier, {
    ...head,
    id: undefined,
    country: known(head.country),
    start: known(head.start),
    end: known(head.end),
    decisionRule: known(head.decisionRule),
    quorumRule: known(head.quorumRule),
    attribution: known(head.attribution),
    authenticLanguage: known(head.authenticLanguage),
    widerGrounds: known(head.widerGrounds),
    keeperAgreed: Object.fromEntries(head.keeperAgreed.map((constituency) => [constituency, true])),
    illustrative: content.illustrative ? true : undefined,
  });
  for (const { id, ...each } of content.organizations)
    put('organization', id, { ...each, seat: known(each.seat) });
  let person = 0;
  for (const { seat, sex, standing, count } of content.participation)
    for (let n = 0; n < count; n += 1) {
      person += 1;
      put('participant', idFrom(dossier, 'participant', person), {
        seat,
        sex: sex === 'missing' ? undefined : sex,
        standing: standing === 'missing' ? undefined : standing,
      });
    }
  for (const { id, ...each } of content.absences)
    put('absence', id, {
      ...each,
      constituency: known(each.constituency),
      reason: known(each.reason),
      writtenBy: known(each.writtenBy),
    });
  for (const { id, ...each } of content.sessions)
    put('session', id, { ...each, attribution: known(each.attribution) });
  for (const { id, ...each } of content.statements) put('statement', id, each);

  const comments = (target: string, all: EditionContent['deficits'][number]['comments']): void => {
    for (const { id, inConflict: _c, released: _r, resolved, ...each } of all)
      put('comment', id, { ...each, target, resolved: resolved ? true : undefined });
  };
  const clauses = (all: EditionContent['clauses']): void => {
    for (const clause of all)
      put(
        'clause',
        clause.id,
        {
          number: clause.number || undefined,
          body: clause.body,
          subject: clause.subject,
          session: clause.session,
          confidentiality: clause.confidentiality,
          released: clause.released,
        },
        positions(clause.id, clause),
      );
  };
  for (const deficit of content.deficits) {
    put(
      'deficit',
      deficit.id,
      {
        number: deficit.number || undefined,
        title: deficit.title,
        statement: deficit.statement,
        area: known(deficit.area),
        subTopic: known(deficit.subTopic),
        affectedGroups: deficit.affectedGroups,
        grounds: deficit.grounds,
        instruments: deficit.instruments,
        sdgTargets: deficit.sdgTargets,
        sdgIndicators: deficit.sdgIndicators,
        severity: knownKeys(deficit.severity),
        prevalence: knownKeys(deficit.prevalence),
        evidenceStrength: uncoded(deficit.evidenceStrength),
        evidenceHeld: knownKeys(deficit.evidenceHeld),
        geography: deficit.geography,
        sector: uncoded(deficit.sector),
        formality: uncoded(deficit.formality),
        nextStep: deficit.nextStep,
        priorityRank: deficit.priorityRank,
        session: deficit.session,
        priorityProgrammes: deficit.priorityProgrammes,
        raisedBy: known(deficit.raisedBy),
        captured: deficit.captured,
        parents: deficit.parents,
        origin: deficit.origin,
        joinedInto: deficit.joinedInto,
        objection: deficit.objections,
        confidentiality: deficit.confidentiality,
        released: deficit.released,
      },
      positions(deficit.id, deficit),
    );
    for (const { id, attachment: _bytesStayBehind, ...item } of deficit.evidence)
      put('evidence', id, {
        ...item,
        deficit: deficit.id,
        kind: known(item.kind),
        year: known(item.year),
        figure: known(item.figure),
        strength: uncoded(item.strength),
      });
    for (const { id, ...norm } of deficit.norms)
      put('norm', id, {
        ...norm,
        deficit: deficit.id,
        kind: known(norm.kind),
        ratification: uncoded(norm.ratification),
      });
    for (const { id, ...cause } of deficit.causes) put('cause', id, { ...cause, deficit: deficit.id });
    comments(deficit.id, deficit.comments);
    clauses(deficit.clauses);
  }
  for (const { id, ...link } of content.links) put('link', id, link);
  for (const { id, ...code } of content.nationalCodes) put('nationalCode', id, code);
  for (const { id, tallies, ...round } of content.rounds) {
    put('round', id, {
      ...round,
      number: round.number || undefined,
      phase: 'opened',
      deficits: [...new Set(tallies.map((tally) => tally.deficit))],
    });
    for (const tally of tallies)
      put('tally', tally.id, { ...tally, id: undefined, round: id, counts: knownKeys(tally.counts) });
  }
  for (const strategy of content.strategies) {
    put(
      'strategy',
      strategy.id,
      {
        number: strategy.number || undefined,
        title: strategy.title,
        objective: strategy.objective,
        area: known(strategy.area),
        deficits: strategy.deficits,
        functionalAreas: strategy.functionalAreas,
        priorityProgramme: uncoded(strategy.priorityProgramme),
        collectiveBargaining: uncoded(strategy.collectiveBargaining),
        instruments: strategy.instruments,
        sdgTargets: strategy.sdgTargets,
        planLink: strategy.planLink,
        session: strategy.session,
        confidentiality: strategy.confidentiality,
        released: strategy.released,
      },
      positions(strategy.id, strategy),
    );
    for (const { id, ...item } of strategy.actions)
      put('action', id, {
        ...item,
        order: item.order || undefined,
        strategy: strategy.id,
        start: known(item.start),
        end: known(item.end),
        cost: known(item.cost),
        ownFunds: known(item.ownFunds),
        functionalArea: known(item.functionalArea),
      });
    comments(strategy.id, strategy.comments);
    clauses(strategy.clauses);
  }
  clauses(content.clauses);
  return drafts;
}
