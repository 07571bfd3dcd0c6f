/** Minutes and sheets as files, each whole or not there. */
import { join } from 'node:path';
import { Refusal, type Result } from '../../../shared/errors.ts';
import { findAssets } from '../assets.ts';
import { bagOf } from '../bag.ts';
import { baseName } from '../bytes.ts';
import { type ExportedFile, finish, settle, writeDurably } from '../finished-file.ts';
import type { JobContext } from '../job-context.ts';
import { chosenLanguages, exportable, openReports, payloadOf, refuseWhenCancelled } from '../package.ts';
import { writeZip } from '../zip-writer.ts';
import { minutesDocx } from './docx/document.ts';
import { minutesView } from './minutes-view.ts';
import type { MinutesRequest, PapersRequest } from './request.ts';

export interface PapersMessage {
  readonly kind: 'papers';
  readonly papers: PapersRequest;
  readonly outDir: string;
  readonly assetsDir: string;
}

/** Lets a message that cancels the job in between two blocking steps. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const makePapers = (
  message: PapersMessage,
  context: JobContext,
): Promise<Result<readonly ExportedFile[]>> => settle(() => minutesFiles(message.papers, message, context));

/** Plain ASCII, and nothing in it that a person wrote. */
function nameOf({ content, copy }: MinutesRequest): string {
  const { country } = copy.dossier;
  const code = typeof country === 'string' && /^[A-Z]{3}$/.test(country) ? country : 'XXX';
  return `hiwar-${code}-minutes-${content.session.id.slice(0, 8)}-${content.order}-${content.phase}`;
}

async function minutesFiles(
  request: MinutesRequest,
  { outDir, assetsDir }: PapersMessage,
  { progress, signal }: JobContext,
): Promise<ExportedFile[]> {
  if (request.content.format !== 'hiwar-minutes' || request.content.formatVersion !== 1)
    throw new Refusal('package.newer-format');
  const copy = exportable(request.copy);
  const languages = chosenLanguages(request.languages);
  const reports = openReports(findAssets(assetsDir));
  const name = nameOf(request);
  const formats = (['pdf', 'docx'] as const).filter((format) => request.formats.includes(format));
  const total = languages.length * formats.length + (request.withCopy ? languages.length + 3 : 0);
  let done = 0;
  const step = async (label: string): Promise<void> => {
    await breathe();
    refuseWhenCancelled(signal);
    progress({ done: done++, total, step: label });
  };
  const files: ExportedFile[] = [];
  for (const lang of languages) {
    const view = minutesView(request.content, copy, lang);
    for (const format of formats) {
      await step(`${format}-${lang}`);
      const bytes =
        format === 'pdf'
          ? await (await reports.engine()).render(view, 'minutes.typ')
          : await minutesDocx(view);
      files.push(
        await finish(join(outDir, `${name}-${lang}.${format}`), (path) => writeDurably(path, bytes)),
      );
    }
  }
  if (request.withCopy) {
    const payload = await payloadOf(copy, languages, { reports, step });
    refuseWhenCancelled(signal);
    files.push(
      await finish(join(outDir, `${baseName(copy)}.zip`), (path) =>
        writeZip(path, baseName(copy), bagOf(payload, copy), copy.asOf),
      ),
    );
  }
  progress({ done: total, total, step: 'done' });
  return files;
}
