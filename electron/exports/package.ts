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
import { checkContent, isInternal } from './content-schema.ts';
import { DESCRIPTOR, dataFilesOf, reportPath, WORKBOOK } from './data-files.ts';
import { descriptorOf, type PackagedFile } from './descriptor.ts';
import { type ExportedFile, finish, settle } from './finished-file.ts';
import { openPdfEngine, type PdfEngine } from './report/pdf-engine.ts';
import { renderReport } from './report/report.ts';
import { buildWorkbook } from './workbook/workbook.ts';
import { writeZip } from './zip-writer.ts';

export interface BuildContext {
  readonly assets: ExportAssets;
  /** `label` is a step: `content`, `workbook`, `report-ar`, `package`. */
  readonly progress: (done: number, total: number, label: string) => void;
  readonly signal: AbortSignal;
}

/** Opened once, and what it laid out is kept, so that no report is laid out twice in one export. */
export interface ReportCache {
  readonly engine: () => Promise<PdfEngine>;
  readonly pages: Map<Lang, Uint8Array>;
}

export function openReports(assets: ExportAssets): ReportCache {
  let opened: Promise<PdfEngine> | undefined;
  return {
    engine: () => {
      opened ??= openPdfEngine(assets);
      return opened;
    },
    pages: new Map(),
  };
}

export async function reportIn(
  content: EditionContent,
  lang: Lang,
  { reports }: { readonly reports: ReportCache },
): Promise<Uint8Array> {
  const known = reports.pages.get(lang);
  if (known) return known;
  const bytes = await renderReport(content, lang, await reports.engine());
  reports.pages.set(lang, bytes);
  return bytes;
}

/**
 * The content as it is exported: valid, and with its members in one order whatever order they came in, so that
 * content read from a package gives the same files again.
 */
export function exportable(content: EditionContent): EditionContent {
  if (content.edition === 'internal') throw new Refusal('export.internal-edition');
  const checked = checkContent(JSON.parse(prettyJson(content)));
  if (!checked.ok) throw new Refusal(checked.error.code, checked.error.details);
  if (isInternal(checked.value)) throw new Refusal('export.internal-edition');
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

/** Every file of the payload, its path inside the bag. Content must come from `exportable`. */
export async function payloadOf(
  content: EditionContent,
  languages: readonly Lang[],
  { reports, step }: { readonly reports: ReportCache; readonly step: (label: string) => Promise<void> },
): Promise<BagFile[]> {
  await step('content');
  const { tables, fixed } = dataFilesOf(content);
  await step('workbook');
  const [first = 'en'] = languages;
  const others: PackagedFile[] = [...fixed, { path: WORKBOOK, bytes: await buildWorkbook(content, first) }];
  for (const lang of languages) {
    await step(`report-${lang}`);
    others.push({ path: reportPath(lang), bytes: await reportIn(content, lang, { reports }) });
  }
  await step('package');
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
    const chosen = chosenLanguages(languages);
    const total = chosen.length + 3;
    let done = 0;
    const payload = await payloadOf(ready, chosen, {
      reports: openReports(context.assets),
      step: async (label) => {
        refuseWhenCancelled(context.signal);
        context.progress(done++, total, label);
      },
    });
    refuseWhenCancelled(context.signal);
    return finish(out, (unfinished) =>
      writeZip(unfinished, baseName(ready), bagOf(payload, ready), ready.asOf),
    );
  });
