/** Tables of others brought in: spreadsheets, ILOSTAT, ratifications. */
import type { Handlers } from '../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';
import { check } from './check.ts';
import { inspect } from './inspect.ts';
import { start } from './start.ts';

export function importHandlers(
  desk: Desk,
): Pick<Handlers, 'import.inspect' | 'import.check' | 'import.start'> {
  return {
    'import.inspect': (input) => inspect(desk, input),
    'import.check': (input) => check(desk, input),
    'import.start': (input) => start(desk, input),
  };
}
