/** A clause read back in the room, and the answers to it. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { abandon, answer, begin, rule, state } from './acts.ts';
import { put } from './put.ts';

export function readBackHandlers(
  desk: Desk,
): Pick<
  Handlers,
  | 'readBack.state'
  | 'readBack.put'
  | 'readBack.begin'
  | 'readBack.answer'
  | 'readBack.rule'
  | 'readBack.abandon'
> {
  return {
    'readBack.state': (input) => state(desk, input, dossierOf(desk, input.dossier)),
    'readBack.put': (input) => put(desk, input),
    'readBack.begin': (input) => begin(desk, input),
    'readBack.answer': (input) => answer(desk, input),
    'readBack.rule': (input) => rule(desk, input),
    'readBack.abandon': (input) => abandon(desk, input),
  };
}
