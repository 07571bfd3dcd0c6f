/** What deficits rest on and lead to: norms, causes and effects, links, national codes, scores of opened rounds. */
import type { EditionContent } from '../../../shared/domain/content.ts';
import type {
  ContentCause,
  ContentLink,
  ContentNationalCode,
  ContentNorm,
  ContentTally,
} from '../../../shared/domain/content-diagnosis.ts';
import { isMissing } from '../../../shared/domain/fields.ts';
import { coded, column, id, oneOf, perConstituency, required, type Table, table, texts } from './define.ts';

const ofDeficit = { fields: 'deficit_id', resource: 'deficits' } as const;
const deficitId = <R extends { readonly deficit: string }>() =>
  column<R>('deficit_id', 'string', 'The deficit.', (row) => row.deficit, required);

type NormRow = ContentNorm & { readonly deficit: string };

export const normsTable = (content: EditionContent): Table =>
  table<NormRow>(
    'norms',
    'Normative references of the deficits: references, not findings',
    content.deficits.flatMap(({ id: deficit, norms }) => norms.map((each) => ({ ...each, deficit }))),
    [
      id(),
      deficitId(),
      column(
        'kind',
        'string',
        'ILO instrument, comment of the supervisory bodies, treaty body, UPR.',
        (row) => coded(row.kind),
        oneOf('instrument', 'supervisory', 'treaty-body', 'upr'),
      ),
      column('instrument', 'string', 'Code of the instrument.', (row) => row.instrument),
      column('article', 'string', 'Article as it is cited.', (row) => row.article),
      column(
        'ratification',
        'string',
        'Status of ratification as of checked_on.',
        (row) => coded(row.ratification),
        oneOf('in-force', 'not-in-force', 'denounced', 'not-ratified'),
      ),
      column('ratified_on', 'date', 'Day of ratification.', (row) => row.ratifiedOn),
      column('checked_on', 'date', 'Day the status was looked up.', (row) => row.checkedOn),
      column(
        'comment',
        'string',
        'Kind of supervisory comment.',
        (row) => row.comment,
        oneOf('observation', 'direct-request'),
      ),
      column('body', 'string', 'Treaty body.', (row) => row.body),
      column('year', 'year', 'Year.', (row) => row.year),
      column('reference', 'string', 'Reference of the document.', (row) => row.reference),
      ...texts<NormRow>('text', 'What it says.', (row) => row.text),
    ],
    { primaryKey: ['id'], references: [ofDeficit] },
  );

type CauseRow = ContentCause & { readonly deficit: string };

export const causesTable = (content: EditionContent): Table =>
  table<CauseRow>(
    'causes',
    'Causes and effects of the deficits',
    content.deficits.flatMap(({ id: deficit, causes }) => causes.map((each) => ({ ...each, deficit }))),
    [
      id(),
      deficitId(),
      column('kind', 'string', 'Cause or effect.', (row) => row.kind, {
        ...required,
        ...oneOf('cause', 'effect'),
      }),
      column('under_id', 'string', 'The cause or effect it lies behind.', (row) => row.under),
      column('order', 'integer', 'Place among those beside it.', (row) => row.order, { minimum: 1 }),
      ...texts<CauseRow>('body', 'Text.', (row) => row.body),
    ],
    { primaryKey: ['id'], references: [ofDeficit] },
  );

export const linksTable = (content: EditionContent): Table =>
  table<ContentLink>(
    'links',
    'Links from one deficit to another',
    content.links,
    [
      id(),
      column('from_id', 'string', 'The deficit it starts from.', (row) => row.from, required),
      column('to_id', 'string', 'The deficit it leads to.', (row) => row.to, required),
      column('kind', 'string', 'How the one bears on the other.', (row) => row.kind, {
        ...required,
        ...oneOf('causes', 'blocks', 'worsens'),
      }),
      ...texts<ContentLink>('note', 'How.', (row) => row.note),
    ],
    {
      primaryKey: ['id'],
      references: [
        { fields: 'from_id', resource: 'deficits' },
        { fields: 'to_id', resource: 'deficits' },
      ],
    },
  );

export const nationalCodesTable = (content: EditionContent): Table =>
  table<ContentNationalCode>(
    'national-codes',
    'Codes of the country, each under a code of a list',
    content.nationalCodes,
    [
      id(),
      column('list', 'string', 'The codelist.', (row) => row.list, {
        ...required,
        ...oneOf('sub-topics', 'affected-groups', 'grounds', 'sectors'),
      }),
      column('code', 'string', "The country's own code.", (row) => row.code, required),
      column('parent', 'string', 'The code under which it counts.', (row) => row.parent, required),
      ...texts<ContentNationalCode>('label', 'Name.', (row) => row.label),
    ],
    { primaryKey: ['id'] },
  );

type ScoreRow = ContentTally & { readonly round: string; readonly openedAt: string };
const STEPS = [1, 2, 3, 4] as const;

export const scoresTable = (content: EditionContent): Table =>
  table<ScoreRow>(
    'scores',
    'How often each step was given in opened rounds, by constituency and never as a mean',
    content.rounds.flatMap(({ number, openedAt, tallies }) =>
      tallies.map((each) => ({ ...each, round: number, openedAt })),
    ),
    [
      id(),
      column('round', 'string', 'Number of the round.', (row) => row.round),
      column('opened', 'date', 'Day it was opened.', (row) => row.openedAt.slice(0, 10), required),
      deficitId(),
      column('criterion', 'string', 'Criterion.', (row) => row.criterion, {
        ...required,
        ...oneOf('severity', 'feasibility', 'urgency', 'reach'),
      }),
      ...perConstituency<ScoreRow>((c) =>
        STEPS.map((step) =>
          column<ScoreRow>(
            `step_${step}_${c}`,
            'integer',
            `How often ${c} gave ${step}; withheld under three people.`,
            (row) => {
              const counts = row.counts[c];
              return isMissing(counts) ? counts.missing : (counts[step - 1] ?? 0);
            },
            { minimum: 0 },
          ),
        ),
      ),
    ],
    { primaryKey: ['id'], references: [ofDeficit] },
  );
