/** Entry of the command line. Exit codes: 0 done, 1 refused with the reason, 2 usage, 3 our fault. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AppError } from '../../../shared/errors.ts';
import errors from '../../../shared/locales/en/errors.json' with { type: 'json' };
import { makeTransferFolder, removeTransferFolder } from '../../data-thread/transfers.ts';
import { runExport, runPapers } from '../../exports/job-client.ts';
import { dataFolder } from '../../services/data-folder.ts';
import type { Desk } from '../../services/desk.ts';
import { VERSION } from '../../services/version.ts';
import { type Command, UsageError } from './command.ts';
import { dossierCommands } from './dossier-commands.ts';
import { packageCommands } from './package-commands.ts';
import { refusalOfPath } from './paths.ts';

const COMMANDS: { readonly [name: string]: Command } = { ...dossierCommands, ...packageCommands };

const help = (): string =>
  [
    `Hiwar ${VERSION}: the command line of national social dialogue`,
    '',
    'hiwar COMMAND',
    ...Object.values(COMMANDS).flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    '',
    'Exit codes: 0 done, 1 refused with the reason, 2 usage, 3 our fault.',
    'HIWAR_DATA names the data folder. More in docs/cli.md.',
    '',
  ].join('\n');

/** The page's own sentences, in English: what happened and what to do, with the code and its place. */
function sentence({ code, details }: AppError): string {
  const [group, name] = code.split(/\.(.*)/s) as [string, string | undefined];
  const texts = (
    errors as unknown as {
      [group: string]: { [name: string]: { what?: string; do?: string } } & { what?: string; do?: string };
    }
  )[group];
  const found = name === undefined ? texts : texts?.[name];
  const place = details
    ? ` (${Object.entries(details)
        .map(([key, value]) => `${key}: ${String(value)}`)
        .join(', ')})`
    : '';
  return `${code}${place}${found?.what ? `: ${found.what} ${found.do ?? ''}` : ''}`.trim();
}

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) return usage(`no command ${name}`);
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: rest,
      options: { ...command.options, help: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (thrown) {
    return usage(thrown instanceof Error ? thrown.message : String(thrown), command);
  }
  if (parsed.values.help) {
    process.stdout.write(`hiwar ${command.usage}\n    ${command.summary}\n`);
    return 0;
  }
  const [least, most] = command.takes;
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    return usage('wrong number of files', command);

  let transferFolder: string | undefined;
  try {
    const folder = dataFolder();
    transferFolder = makeTransferFolder(folder);
    const desk: Desk = {
      host: 'cli',
      folder,
      transferFolder,
      outFolder: join(import.meta.dirname, '..'),
      now: Date.now,
      mono: () => performance.now(),
      emit: () => {},
      runExport,
      runPapers,
      open: new Map(),
    };
    await command.run({
      desk,
      positionals: parsed.positionals,
      options: parsed.values as { [name: string]: string | boolean | undefined },
      print: (line) => void process.stdout.write(`${line}\n`),
      note: (line) => void process.stderr.write(`${line}\n`),
    });
    return 0;
  } catch (thrown) {
    if (thrown instanceof UsageError) return usage(thrown.message, command);
    const refusal = refusalOfPath(thrown);
    if (!refusal) throw thrown;
    process.stderr.write(`hiwar: refused: ${sentence(refusal.error)}\n`);
    return 1;
  } finally {
    if (transferFolder !== undefined) removeTransferFolder(transferFolder);
  }
}

function usage(problem: string, command?: Command): number {
  process.stderr.write(
    `hiwar: ${problem}\n${command ? `usage: hiwar ${command.usage}\n` : 'hiwar --help lists the commands\n'}`,
  );
  return 2;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (thrown) {
  // Messages of bugs may quote texts of the dossier; where it happened is enough to find it.
  const trace =
    thrown instanceof Error
      ? (thrown.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .join('\n')
      : '';
  process.stderr.write(
    `hiwar: our fault: ${thrown instanceof Error ? thrown.name : typeof thrown}\n${trace}\n`,
  );
  process.exitCode = 3;
}
