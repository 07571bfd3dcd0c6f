import { CONSTITUENCIES } from '../../../shared/domain/codes.ts';
import type { EditionContent } from '../../../shared/domain/content.ts';
import {
  coded,
  column,
  id,
  type Known,
  list,
  oneOf,
  required,
  resolved,
  type Table,
  table,
  texts,
} from './define.ts';

type Organization = EditionContent['organizations'][number];
type Absence = EditionContent['absences'][number];
type Session = EditionContent['sessions'][number];
type Statement = EditionContent['statements'][number];

export const organizationsTable = (content: EditionContent): Table =>
  table<Organization>(
    'organizations',
    'Organizations that take part',
    content.organizations,
    [
      id(),
      ...texts<Organization>('name', 'Name of the organization.', (row) => row.name),
      column('acronym', 'string', 'Short form.', (row) => row.acronym),
      column(
        'seat',
        'string',
        'Constituency, or invited.',
        (row) => coded(row.seat),
        oneOf('G', 'E', 'W', 'invited'),
      ),
      column('kind', 'string', 'Code of the kind of organization.', (row) => row.kind),
    ],
    { primaryKey: ['id'] },
  );

export const participationTable = (content: EditionContent): Table =>
  table<EditionContent['participation'][number]>(
    'participation',
    'How many took part; no names',
    content.participation,
    [
      column('seat', 'string', 'Constituency, or invited.', (row) => row.seat, {
        ...required,
        ...oneOf('G', 'E', 'W', 'invited'),
      }),
      column('sex', 'string', 'Sex; missing: not stated.', (row) => row.sex, oneOf('F', 'M', 'X', 'missing')),
      column(
        'standing',
        'string',
        'Titular, alternate or adviser; missing: not stated.',
        (row) => row.standing,
        oneOf('titular', 'alternate', 'adviser', 'missing'),
      ),
      column('count', 'integer', 'Number of people.', (row) => row.count, { ...required, minimum: 1 }),
    ],
  );

export const absencesTable = (content: EditionContent, known: Known): Table =>
  table<Absence>(
    'absences',
    'Who is absent and why, with who wrote the note',
    content.absences,
    [
      id(),
      column(
        'constituency',
        'string',
        'The absent constituency.',
        (row) => coded(row.constituency),
        oneOf(...CONSTITUENCIES),
      ),
      column('organization_id', 'string', 'The absent organization.', (row) =>
        resolved(known.organizations, row.organization),
      ),
      column(
        'reason',
        'string',
        'Coded reason.',
        (row) => coded(row.reason),
        oneOf('not-invited', 'declined', 'withdrew', 'unable'),
      ),
      ...texts<Absence>('note', 'The note.', (row) => row.note),
      column(
        'written_by',
        'string',
        'The constituency that wrote the note.',
        (row) => coded(row.writtenBy),
        oneOf(...CONSTITUENCIES),
      ),
      column('date', 'date', 'Date.', (row) => row.date),
    ],
    { primaryKey: ['id'], references: [{ fields: 'organization_id', resource: 'organizations' }] },
  );

export const sessionsTable = (content: EditionContent): Table =>
  table<Session>(
    'sessions',
    'Sessions of the dialogue',
    content.sessions,
    [
      id(),
      ...texts<Session>('title', 'Title.', (row) => row.title),
      ...texts<Session>('place', 'Place.', (row) => row.place),
      column('start', 'date', 'First day.', (row) => row.start),
      column('end', 'date', 'Last day.', (row) => row.end),
      column('areas', 'string', 'Codes of areas, separated by ;', (row) => list(row.areas)),
      column(
        'attribution',
        'string',
        'How far speakers may be named.',
        (row) => coded(row.attribution),
        oneOf('named', 'organization', 'group', 'none'),
      ),
      ...texts<Session>('agenda', 'Agenda, one item a line.', (row) => row.agenda),
    ],
    { primaryKey: ['id'] },
  );

export const statementsTable = (content: EditionContent): Table =>
  table<Statement>(
    'statements',
    'Statements the constituencies made for the record',
    content.statements,
    [
      id(),
      column('constituency', 'string', 'Who speaks.', (row) => row.constituency, {
        ...required,
        ...oneOf(...CONSTITUENCIES),
      }),
      ...texts<Statement>('body', 'Text.', (row) => row.body),
    ],
    { primaryKey: ['id'] },
  );
