/**
 * The package of an edition: a BagIt 1.0 zip whose payload is a Data Package 2.0 with the content as JSON, its
 * schema, its tables, the workbook and the reports. The same content and languages give the same bytes.
 */
import type { EditionContent } from '../../shared/domain/content.ts';
import { LANGS, type Lang } from '../../shared/domain/languages.ts';
import { Refusal, type Result } from '../../shared/errors.ts';
import type { ExportAssets } from './assets.ts';
import { type BagFile, bagOf } from './bag.ts';
import { baseName, prettyJson, utf8 } from './bytes.ts';
import { checkContent, contentSchema } from './content-schema.ts';
import { descriptorOf, type PackagedFile } from './descriptor.ts';
import { type ExportedFile, finish, settle } from './finished-file.ts';
import { openPdfEngine, type PdfEngine } from './report/pdf-engine.ts';
import { renderReport } from './report/report.ts';
import { tablesOf } from './tables/index.ts';
import { buildWorkbook } from './workbook/workbook.ts';
import { writeZip } from './zip-writer.ts';

export interface BuildContext {
  readonly assets: ExportAssets;
  /** `label` is a step: `content`, `workbook`, `report-ar`, `package`. */
  readonly progress: (done: number, total: number, label: string) => void;
  readonly signal: AbortSignal;
  /** Reports already laid out for this content, so that none is laid out twice. */
  readonly reports?: Map<Lang, Uint8Array>;
  readonly engine?: PdfEngine;
}

export const DIALOGUE = 'dialogue.json';
export const SCHEMA = 'schema/dialogue.schema.json';
export const DESCRIPTOR = 'datapackage.json';
export const WORKBOOK = 'workbook.xlsx';
export const reportPath = (lang: Lang): string => `report/report-${lang}.pdf`;

/**
 * The content as it is exported: valid, and with its members in one order whatever order they came in, so that
 * content read from a package gives the same files again.
 */
export function exportable(content: EditionContent): EditionContent {
  if (content.edition === 'internal') throw new Refusal('export.internal-edition');
  const checked = checkContent(JSON.parse(prettyJson(content)));
  if (!checked.ok) throw new Refusal(checked.error.code, checked.error.details);
  return checked.value;
}

/** In the order of the languages of the application, each once. */
export function chosenLanguages(languages: readonly Lang[]): Lang[] {
  const chosen = LANGS.filter((lang) => languages.includes(lang));
  if (chosen.length === 0) throw new Refusal('export.no-language');
  return chosen;
}

export function refuseWhenCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('job.cancelled');
}

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

/** Every file of the payload, its path inside the bag. Content must come from `exportable`. */
export async function payloadOf(
  content: EditionContent,
  languages: readonly Lang[],
  context: BuildContext,
): Promise<BagFile[]> {
  const total = languages.length + 3;
  let done = 0;
  const step = (label: string): void => {
    refuseWhenCancelled(context.signal);
    context.progress(done++, total, label);
  };
  step('content');
  const { tables, fixed } = dataFilesOf(content);
  step('workbook');
  const [first = 'en'] = languages;
  const others: PackagedFile[] = [...fixed, { path: WORKBOOK, bytes: await buildWorkbook(content, first) }];
  for (const lang of languages) {
    step(`report-${lang}`);
    const known = context.reports?.get(lang);
    const engine = known ? undefined : (context.engine ?? (await openPdfEngine(context.assets)));
    const bytes = known ?? (engine && (await renderReport(content, lang, engine)));
    if (bytes) others.push({ path: reportPath(lang), bytes });
  }
  step('package');
  const descriptor: PackagedFile = {
    path: DESCRIPTOR,
    bytes: utf8(prettyJson(descriptorOf(content, tables, others))),
  };
  return [descriptor, ...others, ...tables.map(({ file }) => file)].map(({ path, bytes }) => ({
    path: `data/${path}`,
    bytes,
  }));
}

/** Writes the zip to `out`; there is no file of that name before it is whole. */
export const buildPackage = (
  content: EditionContent,
  languages: readonly Lang[],
  out: string,
  context: BuildContext,
): Promise<Result<ExportedFile>> =>
  settle(async () => {
    const ready = exportable(content);
    const payload = await payloadOf(ready, chosenLanguages(languages), context);
    refuseWhenCancelled(context.signal);
    return finish(out, (unfinished) =>
      writeZip(unfinished, baseName(ready), bagOf(payload, ready), ready.asOf),
    );
  });
