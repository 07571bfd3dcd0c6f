import type { EditionContent } from '../../../shared/domain/content.ts';
import { LANGS } from '../../../shared/domain/languages.ts';
import { type TextRow, textRows } from '../text-rows.ts';
import { clausesTable, commentsTable, positionsTable } from './decided.ts';
import { deficitsTable, evidenceTable } from './deficits.ts';
import { column, knownIn, oneOf, required, type Table, table } from './define.ts';
import { causesTable, linksTable, nationalCodesTable, normsTable, scoresTable } from './diagnosis.ts';
import {
  absencesTable,
  organizationsTable,
  participationTable,
  sessionsTable,
  statementsTable,
} from './people.ts';
import { actionsTable, costsTable, strategiesTable, strategyDeficitsTable } from './strategies.ts';

export type { Table } from './define.ts';

const textsTable = (content: EditionContent): Table =>
  table<TextRow>('texts', 'How far each text has come in each language', textRows(content), [
    column('record_type', 'string', 'Kind of record.', (row) => row.record, required),
    column('record_id', 'string', 'Id of the record.', (row) => row.id, required),
    column('field', 'string', 'The field, as in dialogue.json.', (row) => row.field, required),
    column('language', 'string', 'Language.', (row) => row.lang, { ...required, ...oneOf(...LANGS) }),
    column(
      'status',
      'string',
      'Original, draft translation, checked translation or official text.',
      (row) => row.status,
      { ...required, ...oneOf('original', 'draft', 'checked', 'official') },
    ),
  ]);

const leftOutTable = (content: EditionContent): Table =>
  table<[string, number]>(
    'left-out',
    'How many records this edition leaves out',
    Object.entries(content.leftOut).sort(),
    [
      column('record_type', 'string', 'Kind of record.', ([type]) => type, required),
      column('count', 'integer', 'Number.', ([, count]) => count, { ...required, minimum: 0 }),
    ],
  );

/** Every table of an edition, in the order of the package. */
export function tablesOf(content: EditionContent): Table[] {
  const known = knownIn(content);
  return [
    deficitsTable(content, known),
    positionsTable(content, known),
    evidenceTable(content),
    normsTable(content),
    causesTable(content),
    linksTable(content),
    scoresTable(content),
    nationalCodesTable(content),
    strategiesTable(content, known),
    strategyDeficitsTable(content, known),
    actionsTable(content, known),
    costsTable(content),
    organizationsTable(content),
    participationTable(content),
    absencesTable(content, known),
    sessionsTable(content),
    statementsTable(content),
    clausesTable(content, known),
    commentsTable(content),
    textsTable(content),
    leftOutTable(content),
  ];
}
