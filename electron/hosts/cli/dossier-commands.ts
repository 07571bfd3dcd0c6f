/** Commands on dossier files: new, demo, apply, inspect, copy, merge, check. */
import { readFileSync } from 'node:fs';
import { inLedger } from '../../../db/ledger/transaction.ts';
import { changeCount, gapsOf, versionOf } from '../../../db/ledger/version.ts';
import { getMeta, requireMeta } from '../../../db/meta.ts';
import { type OpenDossier, openDossierFile, openForReading } from '../../../db/open.ts';
import { conflictCount, listConflicts } from '../../../db/queries/history.ts';
import { pluck, sql } from '../../../db/statements.ts';
import { tidyAfterReading } from '../../../db/tidy.ts';
import { verifyDossier } from '../../../db/verify.ts';
import { libraryCalls } from '../../../shared/contract/library.ts';
import { Country } from '../../../shared/domain/codes.ts';
import { isLang } from '../../../shared/domain/languages.ts';
import { Refusal } from '../../../shared/errors.ts';
import { hasCode } from '../../../shared/reference/index.ts';
import { applyBatch, parseBatch } from '../../services/batch.ts';
import { type Desk, deviceOf, type OpenedDossier } from '../../services/desk.ts';
import { enforceAttribution } from '../../services/floor/attribution.ts';
import { mergeFile, writeHandOver } from '../../services/hand-over.ts';
import { keepBeforeUpgrade } from '../../services/library.ts';
import { createFile, initialise, makeDemo } from '../../services/new-dossier.ts';
import { actorOf } from '../../services/settings.ts';
import { type Command, type Context, listOf, UsageError } from './command.ts';
import { freeFile, presentFile, refusalOfPath } from './paths.ts';

const fileAt = (context: Context, index: number): string => presentFile(context.positionals[index] as string);
const newFileAt = (context: Context, index: number): string => freeFile(context.positionals[index] as string);

/** A dossier held for the time of one command. */
export function withDossier<T>(desk: Desk, file: string, body: (opened: OpenedDossier) => T): T {
  const made: OpenDossier = openDossierFile(file, keepBeforeUpgrade);
  try {
    return body({
      ...made,
      id: requireMeta(made.db, 'dossier'),
      acting: { author: actorOf(desk.folder), device: deviceOf(made.db), now: desk.now },
      verification: 'ok',
      damage: null,
      undo: [],
      redo: [],
      cancelVerification: () => {},
      introduce: null,
    });
  } finally {
    made.close();
  }
}

/** Export, merge and hand-over rest on a proof; a command makes it before it begins. */
export function prove(file: string): void {
  const [problem] = verifyDossier(file).problems;
  if (problem) throw new Refusal(problem.code, problem.details);
}

function writableFile(opened: OpenedDossier): OpenedDossier {
  if (getMeta(opened.db, 'derivedFrom') !== undefined) throw new Refusal('dossier.read-only');
  return opened;
}

/** The list of countries is read when one is named: nothing else here needs it. */
async function isMember(country: unknown): Promise<boolean> {
  if (!Country.safeParse(country).success) return false;
  const { countries } = await import('../../../shared/reference/large/countries.ts');
  return hasCode(countries, country as string);
}

const newCommand: Command = {
  usage: 'new FILE --title TITLE --country ISO3 --languages ar,en',
  summary: 'makes an empty dossier; the title is taken as one in the first language',
  takes: [1, 1],
  options: { title: { type: 'string' }, country: { type: 'string' }, languages: { type: 'string' } },
  async run(context) {
    const { title, country, languages } = context.options;
    const langs = listOf(languages ?? 'ar');
    if (typeof title !== 'string' || title.trim() === '') throw new UsageError('--title is missing');
    if (langs.length === 0 || !langs.every(isLang))
      throw new UsageError('--languages takes some of ar,en,fr,es');
    if (country !== undefined && !(await isMember(country)))
      throw new UsageError('--country takes the ISO 3166-1 alpha-3 code of a Member of the ILO');
    const asked = { title: { [langs[0] as string]: title }, country: country ?? null, languages: langs };
    // The same check as behind the dialog for a new dossier, so that no other door lets in more.
    const checked = libraryCalls['library.create'].input.safeParse(asked);
    if (!checked.success)
      throw new Refusal('input.invalid', { path: checked.error.issues[0]?.path.join('.') ?? '' });
    const made = createFile(context.desk, newFileAt(context, 0), (db, acting, dossier) =>
      initialise(db, acting, dossier, { ...asked, country: checked.data.country }),
    );
    context.print(requireMeta(made.db, 'dossier'));
    made.close();
  },
};

const demoCommand: Command = {
  usage: 'demo FILE',
  summary: 'makes the illustrative sample: the dialogue of the imaginary Republic of Rawdania',
  takes: [1, 1],
  options: {},
  run(context) {
    const made = createFile(context.desk, newFileAt(context, 0), makeDemo);
    context.print(requireMeta(made.db, 'dossier'));
    made.close();
  },
};

const applyCommand: Command = {
  usage: 'apply FILE BATCH.jsonl',
  summary: 'writes records, all or none; prints the id of each line\'s record ("-" reads standard input)',
  takes: [2, 2],
  options: {},
  run(context) {
    const source = context.positionals[1] as string;
    let text: string;
    try {
      text = readFileSync(source === '-' ? 0 : source, 'utf8');
    } catch (thrown) {
      const refusal = refusalOfPath(thrown);
      throw refusal ? new Refusal(refusal.error.code, { file: 2 }) : thrown;
    }
    const lines = parseBatch(text);
    const ids = withDossier(context.desk, fileAt(context, 0), (opened) => {
      const written = applyBatch(writableFile(opened), lines);
      enforceAttribution(context.desk, opened);
      return written;
    });
    for (const id of ids) context.print(id);
  },
};

const inspectCommand: Command = {
  usage: 'inspect FILE [--json]',
  summary: 'says what a dossier holds: records, changes, conflicts, gaps, integrity',
  takes: [1, 1],
  options: { json: { type: 'boolean' } },
  run(context) {
    const file = fileAt(context, 0);
    const db = openForReading(file);
    try {
      const integrity = db.pragma('integrity_check(1)', { simple: true });
      const records = Object.fromEntries(
        sql<{ type: string; count: number }>(
          db,
          `SELECT term.text AS type, count(*) AS count FROM item JOIN term ON term.n = item.type
           WHERE withdrawn = 0 GROUP BY type ORDER BY type`,
        )
          .all()
          .map(({ type, count }) => [type, count]),
      );
      const answer = {
        format: Number(getMeta(db, 'format')),
        dossier: requireMeta(db, 'dossier'),
        device: requireMeta(db, 'device'),
        derivedFrom: getMeta(db, 'derivedFrom') ?? null,
        version: versionOf(db),
        records,
        withdrawn: pluck<number>(db, 'SELECT count(*) FROM item WHERE withdrawn = 1').get() as number,
        changes: changeCount(db),
        conflicts: listConflicts(db, '').map(({ type, id, field, heads }) => ({
          type,
          id,
          field,
          heads: heads.map((head) => ({ change: head.change, value: head.value, device: head.deviceLetter })),
        })),
        gaps: gapsOf(db),
        integrity: integrity === 'ok' ? 'ok' : 'file.corrupt',
      };
      if (context.options.json) context.print(JSON.stringify(answer, null, 2));
      else {
        context.print(`dossier ${answer.dossier}`);
        context.print(`version ${answer.version}`);
        for (const [type, count] of Object.entries(records)) context.print(`${type} ${count}`);
        context.print(`changes ${answer.changes}`);
        context.print(`conflicts ${answer.conflicts.length}`);
        context.print(`gaps ${answer.gaps.length}`);
        context.print(`integrity ${answer.integrity}`);
      }
      if (integrity !== 'ok') throw new Refusal('file.corrupt', { where: 'integrity' });
    } finally {
      db.close();
      tidyAfterReading(file);
    }
  },
};

const copyCommand: Command = {
  usage: 'copy FILE OUT',
  summary: 'writes a copy to hand over, with a device id and a letter of its own',
  takes: [2, 2],
  options: {},
  run(context) {
    const file = fileAt(context, 0);
    const out = newFileAt(context, 1);
    prove(file);
    withDossier(context.desk, file, (opened) => writeHandOver(writableFile(opened), out));
    context.print(out);
  },
};

const mergeCommand: Command = {
  usage: 'merge FILE OTHER...',
  summary: 'merges other copies of the same dossier, all or none',
  takes: [2, 1000],
  options: { json: { type: 'boolean' } },
  run(context) {
    const file = fileAt(context, 0);
    prove(file);
    const answer = withDossier(context.desk, file, (opened) => {
      writableFile(opened);
      const before = changeCount(opened.db);
      inLedger(opened.db, () => {
        for (let index = 1; index < context.positionals.length; index += 1)
          mergeFile(opened, fileAt(context, index));
      });
      enforceAttribution(context.desk, opened);
      return {
        added: changeCount(opened.db) - before,
        changes: changeCount(opened.db),
        conflicts: conflictCount(opened.db),
        gaps: gapsOf(opened.db).length,
        version: versionOf(opened.db),
      };
    });
    if (context.options.json) context.print(JSON.stringify(answer, null, 2));
    else for (const [name, value] of Object.entries(answer)) context.print(`${name} ${value}`);
  },
};

const checkCommand: Command = {
  usage: 'check FILE [--json]',
  summary: 'checks integrity and every hash, rebuilds all projections and compares them',
  takes: [1, 1],
  options: { json: { type: 'boolean' } },
  run(context) {
    const file = fileAt(context, 0);
    const verified = verifyDossier(file);
    tidyAfterReading(file);
    if (context.options.json)
      context.print(JSON.stringify({ ok: verified.problems.length === 0, ...verified }, null, 2));
    const [problem] = verified.problems;
    if (problem) throw new Refusal(problem.code, problem.details);
    if (!context.options.json) context.print(`ok ${verified.changes} changes`);
  },
};

export const dossierCommands = {
  new: newCommand,
  demo: demoCommand,
  apply: applyCommand,
  inspect: inspectCommand,
  copy: copyCommand,
  merge: mergeCommand,
  check: checkCommand,
} as const;
