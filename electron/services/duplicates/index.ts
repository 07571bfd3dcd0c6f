/** Deficits that say the same: suggested, joined, split. */
import type { Handlers } from '../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';

export function duplicateHandlers(_desk: Desk): Pick<Handlers, never> {
  return {};
}
