/** Minutes, sheets and the register as files, each whole or not there. */
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
import { registerView } from './register-view.ts';
import type { MinutesRequest, PapersRequest, RegisterRequest, SheetsRequest } from './request.ts';
import { sheetsView } from './sheets-view.ts';

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
): Promise<Result<readonly ExportedFile[]>> =>
  settle(() => {
    const { papers } = message;
    if (papers.kind === 'minutes') return minutesFiles(papers, message, context);
    return papers.kind === 'register'
      ? registerFiles(papers, message, context)
      : sheetFiles(papers, message, context);
  });

/** Plain ASCII, and nothing in it that a person wrote. */
const nameOf = (country: unknown, what: string, session: string): string =>
  `hiwar-${typeof country === 'string' && /^[A-Z]{3}$/.test(country) ? country : 'XXX'}-${what}-${session.slice(0, 8)}`;

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
  const { session, order, phase } = request.content;
  const name = `${nameOf(copy.dossier.country, 'minutes', session.id)}-${order}-${phase}`;
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

async function sheetFiles(
  request: SheetsRequest,
  { outDir, assetsDir }: PapersMessage,
  { progress, signal }: JobContext,
): Promise<ExportedFile[]> {
  const languages = chosenLanguages(request.languages);
  const engine = await openReports(findAssets(assetsDir)).engine();
  const { sheets } = request;
  const what = sheets.length === 1 && sheets[0] ? sheets[0] : 'sheets';
  const name = nameOf(request.country, what, request.session.id);
  const files: ExportedFile[] = [];
  for (const [done, lang] of languages.entries()) {
    await breathe();
    refuseWhenCancelled(signal);
    progress({ done, total: languages.length, step: `pdf-${lang}` });
    const bytes = await engine.render(sheetsView(request, lang), 'sheets.typ');
    files.push(await finish(join(outDir, `${name}-${lang}.pdf`), (path) => writeDurably(path, bytes)));
  }
  progress({ done: languages.length, total: languages.length, step: 'done' });
  return files;
}

async function registerFiles(
  request: RegisterRequest,
  { outDir, assetsDir }: PapersMessage,
  { progress, signal }: JobContext,
): Promise<ExportedFile[]> {
  const content = exportable(request.content);
  const languages = chosenLanguages(request.languages);
  const engine = await openReports(findAssets(assetsDir)).engine();
  const files: ExportedFile[] = [];
  for (const [done, lang] of languages.entries()) {
    await breathe();
    refuseWhenCancelled(signal);
    progress({ done, total: languages.length, step: `pdf-${lang}` });
    const bytes = await engine.render(registerView(content, lang, request.wordings), 'register.typ');
    const name = `${baseName(content)}-register${request.wordings ? '-wordings' : ''}-${lang}.pdf`;
    files.push(await finish(join(outDir, name), (path) => writeDurably(path, bytes)));
  }
  progress({ done: languages.length, total: languages.length, step: 'done' });
  return files;
}
