/** The files of a payload that follow from the content alone. */
import type { EditionContent } from '../../shared/domain/content.ts';
import type { Lang } from '../../shared/domain/languages.ts';
import { prettyJson, utf8 } from './bytes.ts';
import { contentSchema } from './content-schema.ts';
import type { PackagedFile } from './descriptor.ts';
import { tablesOf } from './tables/index.ts';

export const DIALOGUE = 'dialogue.json';
export const SCHEMA = 'schema/dialogue.schema.json';
export const DESCRIPTOR = 'datapackage.json';
export const WORKBOOK = 'workbook.xlsx';
export const reportPath = (lang: Lang): string => `report/report-${lang}.pdf`;

/** What follows from the content alone, without the reports: cheap, and compared again when a package is read. */
export function dataFilesOf(content: EditionContent): {
  readonly tables: ReturnType<typeof filesOfTables>;
  readonly fixed: PackagedFile[];
} {
  return {
    tables: filesOfTables(content),
    fixed: [
      { path: DIALOGUE, bytes: utf8(prettyJson(content)) },
      { path: SCHEMA, bytes: utf8(prettyJson(contentSchema)) },
    ],
  };
}

const filesOfTables = (content: EditionContent) =>
  tablesOf(content).map((table) => ({
    table,
    file: { path: `csv/${table.name}.csv`, bytes: utf8(table.csv) },
  }));
