/** The words after `hiwar-browser`; see USAGE. */
import { parseArgs } from 'node:util';
import type { RunOptions } from './run.ts';

export const USAGE = `Hiwar in the browser

  --demo       open the illustrative sample
  --no-open    print the address only
  --port N     use this port of 127.0.0.1 (any free one otherwise)
  --help
`;

/** The options, 'help', or undefined for words that mean nothing. */
export function readArguments(words: readonly string[]): RunOptions | 'help' | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      strict: true,
      options: {
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: true },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) return undefined;
    return { demo: values.demo, open: !values['no-open'], port: Number(values.port) };
  } catch {
    return undefined;
  }
}
