/** One export: the files a person asked for, each whole or not there. */
import { join } from 'node:path';
import type { EditionContent } from '../../shared/domain/content.ts';
import type { LeftOutWordings } from '../../shared/domain/duplicates/left-out.ts';
import type { Lang } from '../../shared/domain/languages.ts';
import { Refusal, type Result } from '../../shared/errors.ts';
import { findAssets } from './assets.ts';
import { bagOf } from './bag.ts';
import { baseName } from './bytes.ts';
import { type ExportedFile, finish, settle, writeDurably } from './finished-file.ts';
import type { JobContext } from './job-context.ts';
import {
  chosenLanguages,
  exportable,
  openReports,
  payloadOf,
  refuseWhenCancelled,
  reportIn,
} from './package.ts';
import { renderReport } from './report/report.ts';
import { buildWorkbook } from './workbook/workbook.ts';
import { writeZip } from './zip-writer.ts';

export interface ExportMessage {
  readonly kind: 'export';
  readonly content: EditionContent;
  readonly languages: readonly Lang[];
  readonly formats: readonly ('package' | 'pdf' | 'xlsx')[];
  /** Where the report is to print what its wordings came from. */
  readonly wordings?: LeftOutWordings | undefined;
  readonly outDir: string;
  readonly assetsDir: string;
}

/** Lets a message that cancels the job in between two blocking steps. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const exportFiles = (
  message: ExportMessage,
  { progress, signal }: JobContext,
): Promise<Result<readonly ExportedFile[]>> =>
  settle(async () => {
    const content = exportable(message.content);
    const languages = chosenLanguages(message.languages);
    if (message.formats.length === 0) throw new Refusal('input.invalid', { path: 'formats' });
    const wants = (format: ExportMessage['formats'][number]): boolean => message.formats.includes(format);
    const reports = openReports(findAssets(message.assetsDir));
    const name = baseName(content);
    const files: ExportedFile[] = [];

    const packageSteps = wants('package') ? languages.length + 3 : 0;
    const total =
      packageSteps + (wants('pdf') ? languages.length : 0) + (wants('xlsx') ? languages.length : 0);
    let done = 0;
    const step = async (label: string): Promise<void> => {
      await breathe();
      refuseWhenCancelled(signal);
      progress({ done: done++, total, step: label });
    };

    if (wants('pdf'))
      for (const lang of languages) {
        await step(`report-${lang}`);
        const { wordings } = message;
        // The report of the package is the one that can be made again of it: this one has a name of its own.
        const bytes = wordings
          ? await renderReport(content, lang, await reports.engine(), wordings)
          : await reportIn(content, lang, { reports });
        const file = `${name}${wordings ? '-wordings' : ''}-${lang}.pdf`;
        files.push(await finish(join(message.outDir, file), (path) => writeDurably(path, bytes)));
      }
    if (wants('xlsx'))
      for (const lang of languages) {
        await step(`workbook-${lang}`);
        const bytes = await buildWorkbook(content, lang);
        files.push(
          await finish(join(message.outDir, `${name}-${lang}.xlsx`), (path) => writeDurably(path, bytes)),
        );
      }
    if (wants('package')) {
      const payload = await payloadOf(content, languages, { reports, step });
      refuseWhenCancelled(signal);
      files.push(
        await finish(join(message.outDir, `${name}.zip`), (path) =>
          writeZip(path, name, bagOf(payload, content), content.asOf),
        ),
      );
    }
    progress({ done: total, total, step: 'done' });
    return files;
  });
