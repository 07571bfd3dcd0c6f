/** Positions beside what they are on, never without their reservations. */
import { CONSTITUENCIES, type Constituency, type PositionValue } from '../../../shared/domain/codes.ts';
import type {
  ContentClause,
  ContentComment,
  ContentDeficit,
  ContentStrategy,
  Decided,
  EditionContent,
  StatedPosition,
} from '../../../shared/domain/content.ts';
import type { Texts } from '../../../shared/domain/fields.ts';
import {
  type Column,
  column,
  id,
  inSession,
  type Known,
  list,
  oneOf,
  perConstituency,
  required,
  resolved,
  session,
  type Table,
  table,
  texts,
} from './define.ts';

const values: readonly PositionValue[] = [
  'agree',
  'agree-with-reservation',
  'does-not-agree',
  'divided',
  'no-position',
  'absent',
  'not-requested',
];

const reservationOf = (stance: unknown): Texts | undefined =>
  (stance as { readonly reservation?: Texts }).reservation;

/** The three positions beside the text they judge, each with its reservation in the same row. */
export const decided = <R extends Decided>(): Column<R>[] => [
  column(
    'outcome',
    'string',
    'Computed from the positions and the decision rule.',
    (row) => row.outcome,
    oneOf('not-put', 'awaiting', 'needs-count', 'agreed', 'agreed-with-reservation', 'no-agreement'),
  ),
  ...perConstituency<R>((c) => [
    column(
      `position_${c}`,
      'string',
      `Where constituency ${c} stands.`,
      (row) => row.positions[c].value,
      oneOf(...values),
    ),
    ...texts<R>(`reservation_${c}`, `Reservation or note of dissent of ${c}, part of its position.`, (row) =>
      reservationOf(row.positions[c]),
    ),
    column(
      `changed_since_${c}`,
      'boolean',
      `The text has changed since ${c} took its position.`,
      (row) => row.positions[c].changedSince,
    ),
    column(
      `further_stances_${c}`,
      'integer',
      `Differing organizations and unresolved values of ${c}: rows of the table positions.`,
      (row) => row.positions[c].organizations.length + row.positions[c].contested.length,
    ),
  ]),
];

export const levels = <
  R extends ContentComment | ContentClause | ContentDeficit | ContentStrategy,
>(): Column<R>[] => [
  column('confidentiality', 'string', 'Who may read the record.', (row) => row.confidentiality, required),
  column('released', 'date', 'The day an embargo was lifted.', (row) => row.released),
  column('in_conflict', 'string', 'Fields recorded in several ways and not resolved.', (row) =>
    list(row.inConflict),
  ),
];

interface Stated {
  readonly subjectType: string;
  readonly subject: string;
  readonly number: string;
  readonly constituency: Constituency;
  readonly kind: 'constituency' | 'organization' | 'contested';
  readonly organization: string | null;
  readonly stance: { readonly value: PositionValue };
  readonly main: StatedPosition;
}

function statedIn(content: EditionContent): Stated[] {
  const stated = (subjectType: string, item: Decided & { id: string; number: string }): Stated[] =>
    CONSTITUENCIES.flatMap((constituency) => {
      const main = item.positions[constituency];
      const base = { subjectType, subject: item.id, number: item.number, constituency, main };
      return [
        { ...base, kind: 'constituency' as const, organization: null, stance: main },
        ...main.organizations.map((stance) => ({
          ...base,
          kind: 'organization' as const,
          organization: stance.organization,
          stance,
        })),
        ...main.contested.map((stance) => ({
          ...base,
          kind: 'contested' as const,
          organization: null,
          stance,
        })),
      ];
    });
  return [
    ...content.deficits.flatMap((each) => stated('deficit', each)),
    ...content.strategies.flatMap((each) => stated('strategy', each)),
    ...clausesIn(content).flatMap(({ clause }) => stated('clause', clause)),
  ];
}

const clausesIn = (content: EditionContent): { clause: ContentClause; subjectType: string }[] => [
  ...content.deficits.flatMap((each) => each.clauses.map((clause) => ({ clause, subjectType: 'deficit' }))),
  ...content.strategies.flatMap((each) =>
    each.clauses.map((clause) => ({ clause, subjectType: 'strategy' })),
  ),
  ...content.clauses.map((clause) => ({ clause, subjectType: '' })),
];

const commentsIn = (
  content: EditionContent,
): { comment: ContentComment; subjectType: string; subject: string }[] => [
  ...content.deficits.flatMap((each) =>
    each.comments.map((comment) => ({ comment, subjectType: 'deficit', subject: each.id })),
  ),
  ...content.strategies.flatMap((each) =>
    each.comments.map((comment) => ({ comment, subjectType: 'strategy', subject: each.id })),
  ),
];

type ClauseRow = ContentClause & { readonly subjectType: string };
type CommentRow = ContentComment & { readonly subjectType: string; readonly subject: string };

export const positionsTable = (content: EditionContent, known: Known): Table =>
  table<Stated>(
    'positions',
    'Every position, of constituencies and of organizations that differ, with its reservation',
    statedIn(content),
    [
      column('subject_type', 'string', 'What it is on.', (row) => row.subjectType, {
        ...required,
        ...oneOf('deficit', 'strategy', 'clause'),
      }),
      column('subject_id', 'string', 'Id of what it is on.', (row) => row.subject, required),
      column('subject_number', 'string', 'Short number of what it is on.', (row) => row.number),
      column('constituency', 'string', 'Government, employers or workers.', (row) => row.constituency, {
        ...required,
        ...oneOf(...CONSTITUENCIES),
      }),
      column(
        'kind',
        'string',
        'Of the constituency, of one organization in it, or recorded at the same time and not resolved.',
        (row) => row.kind,
        { ...required, ...oneOf('constituency', 'organization', 'contested') },
      ),
      column('organization_id', 'string', 'The organization, where it may be named.', (row) =>
        resolved(known.organizations, row.organization),
      ),
      column('value', 'string', 'Where it stands.', (row) => row.stance.value, {
        ...required,
        ...oneOf(...values),
      }),
      ...texts<Stated>('reservation', 'The text that qualifies this very position.', (row) =>
        reservationOf(row.stance),
      ),
      column(
        'mandate',
        'string',
        'Whether the spokesperson was mandated.',
        (row) => (row.kind === 'constituency' ? (row.main.mandate ?? null) : null),
        oneOf('mandated', 'subject-to-consultation'),
      ),
      column('read_back_at', 'string', 'When the text was read back (UTC).', (row) =>
        row.kind === 'constituency' ? (row.main.readBackAt ?? null) : null,
      ),
      column(
        'changed_since',
        'boolean',
        'The text has changed since this position was taken.',
        (row) => row.main.changedSince,
        required,
      ),
    ],
    { references: [{ fields: 'organization_id', resource: 'organizations' }] },
  );

export const clausesTable = (content: EditionContent, known: Known): Table =>
  table<ClauseRow>(
    'clauses',
    'Texts put to the constituencies, each with its positions and reservations in the same row',
    clausesIn(content).map((each) => ({ ...each, ...each.clause })),
    [
      id(),
      column('number', 'string', 'Short number people read.', (row) => row.number),
      column(
        'subject_type',
        'string',
        'What the clause belongs to.',
        (row) => row.subjectType,
        oneOf('deficit', 'strategy'),
      ),
      column('subject_id', 'string', 'Id of what it belongs to.', (row) => row.subject),
      ...texts<ClauseRow>('body', 'Text.', (row) => row.body),
      ...decided<ClauseRow>(),
      session(known),
      ...levels<ClauseRow>(),
    ],
    { primaryKey: ['id'], references: [inSession] },
  );

export const commentsTable = (content: EditionContent): Table =>
  table<CommentRow>(
    'comments',
    'Comments on deficits and strategies',
    commentsIn(content).map((each) => ({ ...each, ...each.comment })),
    [
      id(),
      column(
        'subject_type',
        'string',
        'What it is on.',
        (row) => row.subjectType,
        oneOf('deficit', 'strategy'),
      ),
      column('subject_id', 'string', 'Id of what it is on.', (row) => row.subject, required),
      column(
        'constituency',
        'string',
        'Whose comment it is, where it may be said.',
        (row) => row.constituency,
        oneOf(...CONSTITUENCIES),
      ),
      ...texts<CommentRow>('body', 'Text.', (row) => row.body),
      column('date', 'date', 'Date.', (row) => row.date),
      column('resolved', 'boolean', 'Dealt with.', (row) => row.resolved),
      ...levels<CommentRow>(),
    ],
    { primaryKey: ['id'] },
  );
