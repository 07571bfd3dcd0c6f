/** Commands on packages: export, verify, import. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/contract/export.ts';
import { EDITIONS, type Edition } from '../../../shared/domain/content.ts';
import { isLang, type Lang } from '../../../shared/domain/languages.ts';
import { Refusal } from '../../../shared/errors.ts';
import { contentToExport } from '../../services/content.ts';
import { languagesWithText } from '../../services/exports.ts';
import { importInto, verifyPackageFile } from '../../services/import-package.ts';
import { wordingsAsked } from '../../services/wordings.ts';
import { type Command, listOf, UsageError } from './command.ts';
import { prove, withDossier } from './dossier-commands.ts';
import { freeFile, makeFolder, presentFile } from './paths.ts';

const exportCommand: Command = {
  usage:
    'export FILE --edition public|restricted --lang ar,en --out DIR [--formats package,pdf,xlsx] [--wordings]',
  summary:
    'writes the package, the reports and the workbook of one edition; the secretariat gets the restricted one',
  takes: [1, 1],
  options: {
    edition: { type: 'string' },
    lang: { type: 'string' },
    out: { type: 'string' },
    formats: { type: 'string' },
    wordings: { type: 'boolean' },
  },
  async run({ desk, positionals, options, print, note }) {
    const edition = options.edition ?? 'restricted';
    if (!(EDITIONS as readonly unknown[]).includes(edition))
      throw new UsageError('--edition takes public or restricted');
    const langs = listOf(options.lang ?? '');
    if (langs.length === 0 || !langs.every(isLang)) throw new UsageError('--lang takes some of ar,en,fr,es');
    if (typeof options.out !== 'string') throw new UsageError('--out is missing');
    const formats = listOf(options.formats ?? EXPORT_FORMATS.join()) as ExportFormat[];
    if (formats.length === 0 || !formats.every((format) => EXPORT_FORMATS.includes(format)))
      throw new UsageError('--formats takes some of package,pdf,xlsx');
    const isWithWordings = options.wordings === true;
    if (isWithWordings && !formats.includes('pdf')) throw new UsageError('--wordings needs the format pdf');
    if (edition === 'internal') throw new Refusal('export.internal-edition');

    const file = presentFile(positionals[0] as string);
    prove(file);
    const { content, wordings } = withDossier(desk, file, ({ db }) => {
      const leaving = contentToExport(db, edition as Edition);
      return { content: leaving, wordings: wordingsAsked(db, leaving, isWithWordings) };
    });
    const languages = languagesWithText(content, langs as Lang[]);
    if (languages.length === 0) throw new Refusal('export.no-language');
    if (content.edition !== edition)
      note(`the package this came from held the ${content.edition} edition only`);
    const out = resolve(options.out);
    makeFolder(out);
    let step = '';
    const result = await desk.runExport(
      { content, languages, formats, wordings, outDir: out, assetsDir: join(desk.outFolder, 'assets') },
      (progress) => {
        if (progress.step !== step) note(`${progress.step} ${progress.done}/${progress.total}`);
        step = progress.step;
      },
      new AbortController().signal,
    );
    if (!result.ok) throw new Refusal(result.error.code, result.error.details);
    for (const each of result.value) print(each.path);
  },
};

const verifyCommand: Command = {
  usage: 'verify PACKAGE [--json]',
  summary: 'checks a package: archive, checksums, schema, and what a comparable package needs',
  takes: [1, 1],
  options: { json: { type: 'boolean' } },
  async run({ positionals, options, print, note }) {
    const report = await verifyPackageFile(resolve(positionals[0] as string));
    if (!report.ok) {
      if (options.json) print(JSON.stringify({ ok: false, error: report.error }, null, 2));
      throw new Refusal(report.error.code, report.error.details);
    }
    if (!report.value.tablesMatch)
      note('the tables do not say what dialogue.json says; dialogue.json counts');
    if (options.json) print(JSON.stringify({ ok: true, ...report.value }, null, 2));
    else print('ok');
  },
};

const importCommand: Command = {
  usage: 'import PACKAGE FILE',
  summary: 'makes a read-only dossier of a package; exporting it gives the same bytes again',
  takes: [2, 2],
  options: {},
  async run({ desk, positionals, print }) {
    const source = presentFile(positionals[0] as string);
    const file = freeFile(positionals[1] as string);
    // Made aside on the same disk and moved into place whole: a stop half way leaves nothing under that name.
    const aside = mkdtempSync(join(dirname(file), '.hiwar-import-'));
    try {
      const made = await importInto(desk, source, join(aside, 'import.hiwar'));
      made.close();
      renameSync(join(aside, 'import.hiwar'), file);
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
    print(file);
  },
};

export const packageCommands = {
  export: exportCommand,
  verify: verifyCommand,
  import: importCommand,
} as const;
