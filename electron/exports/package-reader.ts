/** Reading packages back: nothing of one is believed before all of it was checked. */
import type { Edition, EditionContent } from '../../shared/domain/content.ts';
import { LANGS, type Lang } from '../../shared/domain/languages.ts';
import { err, ok, type Result } from '../../shared/errors.ts';
import { readBag } from './bag-reader.ts';
import { comparableGaps } from './comparable.ts';
import { checkContent, isInternal } from './content-schema.ts';
import { DESCRIPTOR, DIALOGUE, dataFilesOf, reportPath, SCHEMA } from './data-files.ts';
import { readJson } from './limited-json.ts';
import { readZip } from './zip-reader.ts';

/** What may be said of a package that was found whole. No text of the dialogue is in it. */
export interface PackageReport {
  readonly format: 'hiwar-dialogue';
  readonly formatVersion: number;
  readonly edition: Edition;
  readonly versionId: string;
  readonly dossier: string;
  readonly country: string | null;
  readonly asOf: string;
  readonly draft: boolean;
  readonly illustrative: boolean;
  /** Payload files and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Languages in which the package holds a report. */
  readonly reports: readonly Lang[];
  readonly records: { readonly [type: string]: number };
  readonly reservations: number;
  readonly leftOut: { readonly [type: string]: number };
  /** Whether the tables say what dialogue.json says, to the byte. */
  readonly tablesMatch: boolean;
  /** All of the fields compared between countries are filled; `missing` counts the deficits that lack one. */
  readonly comparable: boolean;
  readonly missing: { readonly [field: string]: number };
}

export interface ReadPackage {
  readonly content: EditionContent;
  readonly report: PackageReport;
  /** The bytes of dialogue.json as they were in the package. */
  readonly bytes: Uint8Array;
}

const inPayload = (path: string): string => `data/${path}`;

export async function readPackage(zipPath: string): Promise<Result<ReadPackage>> {
  const zip = await readZip(zipPath);
  if (!zip.ok) return zip;
  const bag = readBag(zip.value);
  if (!bag.ok) return bag;
  const { payload, info } = bag.value;

  const bytes = payload.get(inPayload(DIALOGUE));
  const descriptor = payload.get(inPayload(DESCRIPTOR));
  if (!bytes) return err('package.incomplete', { file: inPayload(DIALOGUE) });
  if (!descriptor) return err('package.incomplete', { file: inPayload(DESCRIPTOR) });
  const json = readJson(bytes, inPayload(DIALOGUE));
  if (!json.ok) return json;
  const checked = checkContent(json.value);
  if (!checked.ok) return checked;
  const content = checked.value;
  if (isInternal(content))
    return err('package.malformed', { file: inPayload(DIALOGUE), why: 'internal-edition' });

  const described = readJson(descriptor, inPayload(DESCRIPTOR));
  if (!described.ok) return described;
  const identity = info.get('External-Identifier');
  if (identity !== undefined && identity !== content.versionId)
    return err('package.malformed', { file: 'bag-info.txt', why: 'version' });

  return ok({ content, bytes, report: reportOn(content, payload) });
}

export async function verifyPackage(zipPath: string): Promise<Result<PackageReport>> {
  const read = await readPackage(zipPath);
  return read.ok ? ok(read.value.report) : read;
}

function reportOn(content: EditionContent, payload: ReadonlyMap<string, Uint8Array>): PackageReport {
  const missing = comparableGaps(content);
  const clauses = [
    ...content.deficits.flatMap((each) => each.clauses),
    ...content.strategies.flatMap((each) => each.clauses),
    ...content.clauses,
  ];
  const decided = [...content.deficits, ...content.strategies, ...clauses];
  const { tables, fixed } = dataFilesOf(content);
  const derived = [...tables.map(({ file }) => file), ...fixed.filter(({ path }) => path !== SCHEMA)];
  return {
    format: content.format,
    formatVersion: content.formatVersion,
    edition: content.edition,
    versionId: content.versionId,
    dossier: content.dossier.id,
    country: typeof content.dossier.country === 'string' ? content.dossier.country : null,
    asOf: content.asOf,
    draft: content.draft,
    illustrative: content.illustrative,
    files: payload.size,
    bytes: [...payload.values()].reduce((total, file) => total + file.length, 0),
    reports: LANGS.filter((lang) => payload.has(inPayload(reportPath(lang)))),
    records: {
      deficit: content.deficits.length,
      strategy: content.strategies.length,
      clause: clauses.length,
      action: content.strategies.reduce((sum, each) => sum + each.actions.length, 0),
      evidence: content.deficits.reduce((sum, each) => sum + each.evidence.length, 0),
      organization: content.organizations.length,
      absence: content.absences.length,
      session: content.sessions.length,
      statement: content.statements.length,
    },
    reservations: decided.reduce(
      (sum, { positions }) => sum + Object.values(positions).filter((each) => 'reservation' in each).length,
      0,
    ),
    leftOut: content.leftOut,
    tablesMatch: derived.every(({ path, bytes }) => {
      const there = payload.get(inPayload(path));
      return there !== undefined && Buffer.compare(there, bytes) === 0;
    }),
    comparable: Object.keys(missing).length === 0,
    missing,
  };
}
