/** Sealed rounds of scoring, and what they say once they are opened. */
import type { Handlers } from '../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';

export function scoringHandlers(_desk: Desk): Pick<Handlers, never> {
  return {};
}
