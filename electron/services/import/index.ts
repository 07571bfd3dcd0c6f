/** Tables of others brought in: spreadsheets, ILOSTAT, ratifications. */
import type { Handlers } from '../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';

export function importHandlers(_desk: Desk): Pick<Handlers, never> {
  return {};
}
