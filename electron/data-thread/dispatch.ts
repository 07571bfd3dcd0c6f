/** The one place where input is parsed, for all hosts: unknown names and bad input stop here. */

import { refusalOf } from '../../db/errors.ts';
import { contract, type Handlers, isCallName } from '../../shared/contract/index.ts';
import { err, ok, type Result } from '../../shared/errors.ts';

export async function dispatch(handlers: Handlers, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isCallName(name)) return err('channel.unknown');
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) return err('input.invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  try {
    const handler = handlers[name] as (parsed: unknown) => unknown;
    return ok(await handler(parsed.data));
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal) return { ok: false, error: refusal.error };
    // A bug is shown as a bug. Its message may hold texts of the dossier: only its name leaves this thread.
    process.stderr.write(
      `Hiwar: a fault in ${name}: ${thrown instanceof Error ? stackOf(thrown) : typeof thrown}\n`,
    );
    return err('bug', { call: name, name: thrown instanceof Error ? thrown.name : typeof thrown });
  }
}

/** Where it happened, without the message. */
const stackOf = (thrown: Error): string =>
  `${thrown.name}\n${(thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')}`;
