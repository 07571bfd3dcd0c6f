/** The illustrative sample as drafts: every record of `shared/demo/rawdania.json`, in one step. */
import { createHash } from 'node:crypto';
import type { Draft } from '../../db/ledger/append.ts';
import sample from '../../shared/demo/rawdania.json' with { type: 'json' };
import { CONSTITUENCIES, type Constituency } from '../../shared/domain/codes.ts';
import { expandMembers, type TextStatus } from '../../shared/domain/fields.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { LANGS, type Lang } from '../../shared/domain/languages.ts';
import { definitionOf, type RecordType } from '../../shared/domain/records/index.ts';
import { addDiagnosis, causeOfEvidence, parentsOf } from './demo-diagnosis.ts';
import { counted, listedIndicator, measured } from './demo-words.ts';

type Quad = { readonly [L in Lang]?: string };
type Members = { readonly [name: string]: unknown };

const STATUS = sample.dialogue.text_status as { readonly [L in Lang]: TextStatus };

const texts = (quad: Quad | undefined) =>
  quad &&
  Object.fromEntries(
    LANGS.flatMap((lang) => (quad[lang] ? [[lang, { text: quad[lang], status: STATUS[lang] }]] : [])),
  );

/** Several texts as lines of one, language by language. */
const lines = (quads: readonly Quad[]): Quad =>
  Object.fromEntries(LANGS.map((lang) => [lang, quads.map((quad) => quad[lang] ?? '').join('\n')]));

const threeDigits = (id: string): string => id.replace(/\D/g, '').padStart(3, '0');

interface SamplePosition {
  readonly value: string;
  readonly reservation?: string;
  readonly note?: Quad;
  readonly mandate?: string;
}

/** By constituency, or as older dossiers have it. */
interface EvidenceSaid {
  readonly evidence_strength?: string;
  readonly evidence_held_by?: { readonly [C in Constituency]: unknown };
}

/** Ids that follow from the dossier's own, so that the sample made anew has the same shape everywhere. */
export const idsFor =
  (dossier: string) =>
  (source: string): RecordId => {
    const hex = createHash('sha256').update(`${dossier} ${source}`).digest('hex');
    const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}` as RecordId;
  };

export function demoDrafts(dossier: RecordId): Draft[] {
  const idOf = idsFor(dossier);
  const drafts: Draft[] = [];
  const add = (type: RecordType, id: RecordId, members: Members): void => {
    const present = Object.fromEntries(
      Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
    );
    const { flat, problems } = expandMembers(definitionOf(type).fields, present);
    if (problems.length > 0) throw new Error(`sample: ${type} ${problems[0]?.path}`);
    drafts.push({ recordType: type, recordId: id, set: flat, intent: 'create' });
  };
  const positions = (of: { readonly [C in Constituency]: SamplePosition }) =>
    Object.fromEntries(
      CONSTITUENCIES.map((constituency) => {
        const stated = of[constituency];
        const reservation = stated.reservation
          ? sample.reservations.find((each) => each.id === stated.reservation)?.text
          : stated.note;
        return [
          constituency,
          {
            value: stated.value,
            ...(reservation ? { reservation: texts(reservation) } : {}),
            ...(stated.mandate ? { mandate: stated.mandate } : {}),
          },
        ];
      }),
    );

  const { dialogue, mandate } = sample;
  const { text: _rule, ...decisionRule } = mandate.decision_rule;
  const { text: _quorum, ...quorumRule } = mandate.quorum_rule;
  add('dossier', dossier, {
    title: texts(dialogue.title),
    country: sample.country.iso3,
    languages: [...LANGS],
    start: dialogue.period.start,
    end: dialogue.period.end,
    illustrative: true,
    convenor: texts(dialogue.convener),
    legalBasis: texts(mandate.legal_basis),
    scope: texts(mandate.scope),
    areas: mandate.areas,
    decisionRule,
    quorumRule,
    attribution: mandate.attribution,
    useOfResults: texts(mandate.use_of_results),
    keeper: texts(mandate.keeper),
    keeperAgreed: Object.fromEntries(mandate.keeper_agreed_by.map((constituency) => [constituency, true])),
    authenticLanguage: mandate.authentic_language,
    interpretation: texts(mandate.interpretation),
    method: texts(dialogue.method),
    conclusions: texts(dialogue.conclusions),
  });
  for (const each of sample.organizations)
    add('organization', idOf(each.id), { name: texts(each.name), seat: each.constituency, kind: each.kind });
  for (const each of sample.participants)
    add('participant', idOf(each.id), {
      seat: each.constituency,
      organization: idOf(each.organization),
      role: texts(each.role),
      sex: each.sex,
      standing: each.standing,
      spokesperson: (each as { spokesperson?: true }).spokesperson,
    });
  for (const each of sample.sessions)
    add('session', idOf(each.id), {
      title: texts(each.title),
      place: texts(each.place),
      start: each.date,
      end: each.end_date,
      areas: each.thematic_areas,
      attribution: each.attribution,
      agenda: texts(lines(each.agenda)),
      attended: sample.participants
        .filter((person) => person.attended.includes(each.id))
        .map((person) => idOf(person.id)),
    });
  for (const each of sample.absences)
    add('absence', idOf(each.id), {
      constituency: each.constituency,
      organization: idOf(each.organization),
      reason: each.reason,
      note: texts(each.note),
      writtenBy: each.written_by,
      date: each.date,
    });
  for (const each of sample.group_statements)
    add('statement', idOf(`statement ${each.constituency}`), {
      constituency: each.constituency,
      body: texts(each.text),
    });
  for (const each of sample.deficits) {
    add('deficit', idOf(each.id), {
      number: threeDigits(each.id),
      title: texts(each.title),
      statement: texts(each.statement),
      area: each.thematic_area,
      subTopic: each.sub_topic,
      affectedGroups: each.affected_groups,
      grounds: (each as { grounds?: string[] }).grounds,
      instruments: each.instruments,
      sdgTargets: each.sdg_targets,
      severity: each.severity_by,
      prevalence: each.prevalence_by,
      evidenceStrength: (each as EvidenceSaid).evidence_strength,
      evidenceHeld: (each as EvidenceSaid).evidence_held_by,
      geography: texts(each.geography),
      sector: each.sector,
      formality: each.formality,
      confidentiality: each.confidentiality,
      session: idOf(each.session),
      priorityRank: each.priority_rank,
      ...(parentsOf(each.id).length > 0 ? { parents: parentsOf(each.id).map(idOf), origin: 'joined' } : {}),
      position: positions(each.positions as never),
    });
    each.evidence.forEach((item, index) => {
      const { unit, title } = measured(item.unit, item.title);
      const spoken = causeOfEvidence(each.id, index);
      add('evidence', idOf(`${each.id} evidence ${index}`), {
        deficit: idOf(each.id),
        kind: 'indicator',
        indicator: listedIndicator(item.indicator),
        year: item.year,
        figure: String(item.value),
        unit,
        source: texts(item.source),
        quote: texts(title),
        standing: item.standing,
        cause: spoken && idOf(spoken),
      });
    });
  }
  addDiagnosis({ idOf, texts, add }, 'TA2', idOf('S2'));
  for (const each of sample.strategies) {
    const agree = (constituency: Constituency) => ({
      value: each.endorsed_by.includes(constituency) ? 'agree' : 'not-requested',
      mandate: 'mandated',
    });
    add('strategy', idOf(each.id), {
      number: threeDigits(each.id),
      title: texts(each.title),
      objective: texts(each.objective),
      area: each.thematic_area,
      deficits: each.deficits.map(idOf),
      functionalAreas: each.functional_areas,
      priorityProgramme: each.priority_action_programme,
      collectiveBargaining: each.collective_bargaining,
      instruments: each.instruments,
      sdgTargets: each.sdg_targets,
      planLink: texts(each.unsdcf_link),
      confidentiality: each.confidentiality,
      session: idOf(each.adopted_in),
      position: { G: agree('G'), E: agree('E'), W: agree('W') },
    });
    each.actions.forEach((item, index) => {
      const { currency, years } = item.cost_by_year;
      const byYear = (member: 'cost' | 'own_funds') =>
        Object.fromEntries(years.map((year) => [year.year, { amount: year[member], currency }]));
      add('action', idOf(item.id), {
        strategy: idOf(each.id),
        order: index + 1,
        title: texts(item.title),
        responsible: texts(item.responsible),
        responsibleOrganization: item.responsible_organization
          ? idOf(item.responsible_organization)
          : undefined,
        partners: texts(lines(item.support)),
        start: item.start,
        end: item.end,
        cost: byYear('cost'),
        ownFunds: byYear('own_funds'),
        functionalArea: item.functional_area,
        indicator: listedIndicator(item.indicator),
        target: texts(counted(item.indicator, item.target_text)),
      });
    });
  }
  for (const each of sample.clauses)
    add('clause', idOf(each.id), {
      number: threeDigits(each.id),
      body: texts(each.text),
      subject: idOf(each.subject),
      session: idOf(each.session),
      confidentiality: each.confidentiality,
      position: positions(each.positions as never),
    });
  // Who spoke is left out on purpose: comments of a session under the Chatham House Rule have no author.
  for (const each of sample.comments)
    add('comment', idOf(each.id), {
      target: idOf(each.target),
      constituency: each.constituency,
      body: texts(each.text),
      date: each.date,
      confidentiality: each.visibility,
      resolved: each.resolved ? true : undefined,
    });
  return drafts;
}
