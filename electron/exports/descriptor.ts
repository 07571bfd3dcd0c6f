/** data/datapackage.json: the tables and files of a package after Data Package 2.0. */
import type { EditionContent } from '../../shared/domain/content.ts';
import { fallbackOrder } from '../../shared/domain/languages.ts';
import { baseName, sha256 } from './bytes.ts';
import type { Table } from './tables/index.ts';

export interface PackagedFile {
  /** Inside `data/`, ASCII, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const MEDIA_TYPES: { readonly [ending: string]: string } = {
  csv: 'text/csv',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
export const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
export const mediaTypeOf = (path: string): string =>
  MEDIA_TYPES[endingOf(path)] ?? 'application/octet-stream';

const titleOf = ({ dossier }: EditionContent): string => {
  const [lang] = fallbackOrder('en').filter((each) => dossier.title[each]);
  return (lang && dossier.title[lang]?.text) ?? '';
};

/** `csv` is where the tables lie, `others` every further file of the payload but the descriptor itself. */
export function descriptorOf(
  content: EditionContent,
  tables: readonly { readonly table: Table; readonly file: PackagedFile }[],
  others: readonly PackagedFile[],
): object {
  const described = ({ path, bytes }: PackagedFile): object => ({
    path,
    format: endingOf(path),
    mediatype: mediaTypeOf(path),
    bytes: bytes.length,
    hash: `sha256:${sha256(bytes)}`,
  });
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: baseName(content).toLowerCase(),
    id: content.dossier.id,
    title: titleOf(content),
    created: `${content.asOf}T00:00:00Z`,
    hiwar: {
      format: content.format,
      formatVersion: content.formatVersion,
      edition: content.edition,
      versionId: content.versionId,
      draft: content.draft,
      illustrative: content.illustrative,
      notice: 'A code of an instrument is a reference, not a finding.',
    },
    resources: [
      ...tables.map(({ table, file }) => ({
        name: table.name,
        title: table.title,
        type: 'table',
        profile: 'tabular-data-resource',
        encoding: 'utf-8',
        ...described(file),
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: table.schema,
      })),
      ...others.map((file) => ({
        name: file.path.replace(/^.*\//, '').replace(/\./g, '-'),
        ...described(file),
      })),
    ],
  };
}
