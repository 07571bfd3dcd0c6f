import type { ContentDeficit, ContentEvidence, EditionContent } from '../../../shared/domain/content.ts';
import { decided, levels } from './decided.ts';
import {
  coded,
  column,
  id,
  inSession,
  type Known,
  list,
  oneOf,
  perConstituency,
  required,
  session,
  type Table,
  table,
  texts,
} from './define.ts';

type EvidenceRow = ContentEvidence & { readonly deficit: string };

export const deficitsTable = (content: EditionContent, known: Known): Table =>
  table<ContentDeficit>(
    'deficits',
    'Social-justice deficits, each with the positions on it',
    content.deficits,
    [
      id(),
      column('number', 'string', 'Short number people read.', (row) => row.number),
      ...texts<ContentDeficit>('title', 'Title.', (row) => row.title),
      ...texts<ContentDeficit>('statement', 'Statement.', (row) => row.statement),
      ...decided<ContentDeficit>(),
      column(
        'area',
        'string',
        'Thematic area.',
        (row) => coded(row.area),
        oneOf('TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'),
      ),
      column('sub_topic', 'string', 'Code of the sub-topic.', (row) => coded(row.subTopic)),
      column('affected_groups', 'string', 'Codes, separated by ;', (row) => list(row.affectedGroups)),
      column('grounds', 'string', 'Grounds of discrimination: codes, separated by ;', (row) =>
        list(row.grounds),
      ),
      column(
        'wider_grounds',
        'string',
        'Whether grounds beyond C111 article 1(1)(a) were asked: without one, a deficit says nothing where they were not.',
        () => coded(content.dossier.widerGrounds),
        oneOf('asked'),
      ),
      column(
        'instruments',
        'string',
        'Codes of instruments, separated by ; a reference, not a finding.',
        (row) => list(row.instruments),
      ),
      column('sdg_targets', 'string', 'Codes, separated by ;', (row) => list(row.sdgTargets)),
      column('sdg_indicators', 'string', 'Codes, separated by ;', (row) => list(row.sdgIndicators)),
      ...perConstituency<ContentDeficit>((c) => [
        column(
          `severity_${c}`,
          'integer',
          `1 low to 4 critical, as ${c} sees it.`,
          (row) => coded(row.severity[c]),
          { minimum: 1, maximum: 4 },
        ),
      ]),
      ...perConstituency<ContentDeficit>((c) => [
        column(
          `prevalence_${c}`,
          'string',
          `As ${c} sees it.`,
          (row) => coded(row.prevalence[c]),
          oneOf('isolated', 'localized', 'widespread', 'systemic'),
        ),
      ]),
      ...perConstituency<ContentDeficit>((c) => [
        column(
          `evidence_held_${c}`,
          'string',
          `How strong ${c} holds the evidence to be.`,
          (row) => coded(row.evidenceHeld[c]),
          oneOf('anecdotal', 'limited', 'moderate', 'strong'),
        ),
      ]),
      column(
        'evidence_strength',
        'string',
        'Strength of the evidence, where it was recorded without a constituency.',
        (row) => coded(row.evidenceStrength),
        oneOf('anecdotal', 'limited', 'moderate', 'strong'),
      ),
      ...texts<ContentDeficit>('geography', 'Where.', (row) => row.geography),
      column('sector', 'string', 'Code of the sector.', (row) => coded(row.sector)),
      column(
        'formality',
        'string',
        'Formal or informal economy.',
        (row) => coded(row.formality),
        oneOf('formal', 'informal', 'both'),
      ),
      ...texts<ContentDeficit>('next_step', 'Next step.', (row) => row.nextStep),
      column('priority_rank', 'integer', 'Rank of priority.', (row) => row.priorityRank, { minimum: 1 }),
      column('priority_programmes', 'string', 'Codes of priority action programmes, separated by ;', (row) =>
        list(row.priorityProgrammes),
      ),
      column(
        'raised_by',
        'string',
        'Whose card it was.',
        (row) => coded(row.raisedBy),
        oneOf('G', 'E', 'W', 'invited'),
      ),
      column(
        'captured',
        'string',
        'How it was captured.',
        (row) => row.captured,
        oneOf('screen', 'paper', 'import'),
      ),
      column('parent_ids', 'string', 'Deficits it was joined or split from, separated by ;', (row) =>
        list(row.parents),
      ),
      column('origin', 'string', 'How it came of them.', (row) => row.origin, oneOf('joined', 'split')),
      column('joined_into_id', 'string', 'The deficit that took up its wording.', (row) => row.joinedInto),
      ...perConstituency<ContentDeficit>((c) =>
        texts<ContentDeficit>(
          `objection_${c}`,
          `What ${c} has against the joining or the split.`,
          (row) => row.objections[c],
        ),
      ),
      session(known),
      ...levels<ContentDeficit>(),
    ],
    { primaryKey: ['id'], references: [inSession] },
  );

export const evidenceTable = (content: EditionContent): Table =>
  table<EvidenceRow>(
    'evidence',
    'Evidence behind the deficits',
    content.deficits.flatMap((deficit) => deficit.evidence.map((each) => ({ ...each, deficit: deficit.id }))),
    [
      id(),
      column('deficit_id', 'string', 'The deficit.', (row) => row.deficit, required),
      column(
        'kind',
        'string',
        'Kind of evidence.',
        (row) => coded(row.kind),
        oneOf('indicator', 'document', 'testimony', 'legal'),
      ),
      column('indicator', 'string', 'Code of the indicator.', (row) => row.indicator),
      column('year', 'year', 'Year of the figure.', (row) => coded(row.year)),
      column('figure', 'number', 'The figure, with the decimals it was given with.', (row) =>
        coded(row.figure),
      ),
      column('unit', 'string', 'Unit of the figure.', (row) => row.unit),
      ...texts<EvidenceRow>('source', 'Source.', (row) => row.source),
      ...texts<EvidenceRow>('geography', 'Where.', (row) => row.geography),
      ...texts<EvidenceRow>('quote', 'Quotation or description.', (row) => row.quote),
      column('date', 'date', 'Date of the source.', (row) => row.date),
      column(
        'strength',
        'string',
        'Strength.',
        (row) => coded(row.strength),
        oneOf('anecdotal', 'limited', 'moderate', 'strong'),
      ),
      ...perConstituency<EvidenceRow>((c) => [
        column(
          `standing_${c}`,
          'string',
          `Whether ${c} agrees with it or contests it.`,
          (row) => row.standing[c] ?? null,
          oneOf('agreed', 'contested'),
        ),
      ]),
      column(
        'attachment_sha256',
        'string',
        'Fingerprint of the attached file, which is not in the package.',
        (row) => row.attachment?.sha256 ?? null,
      ),
      column('cause_id', 'string', 'The cause or effect it speaks for.', (row) => row.cause),
      column('ref_area', 'string', 'Reference area of ILOSTAT.', (row) => row.refArea),
      column('sex', 'string', 'Sex, as ILOSTAT codes it.', (row) => row.sex),
      column('classification', 'string', 'Class of ILOSTAT.', (row) => row.classification),
      column('observation', 'string', 'Status of the observation.', (row) => row.observation),
      ...texts<EvidenceRow>('note', 'Note of the source.', (row) => row.note),
      column('vintage', 'date', 'Day the figure was taken from its source.', (row) => row.vintage),
    ],
    { primaryKey: ['id'], references: [{ fields: 'deficit_id', resource: 'deficits' }] },
  );
