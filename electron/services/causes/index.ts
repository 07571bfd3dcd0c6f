/** The problem tree: causes, effects, and links among deficits. */
import type { Handlers } from '../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';

export function causeHandlers(_desk: Desk): Pick<Handlers, never> {
  return {};
}
