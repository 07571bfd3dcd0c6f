/** A clause read back in the room, and the answers to it. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';

const notYet = (): never => {
  throw new Refusal('floor.not-open');
};

export function readBackHandlers(
  _desk: Desk,
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
    'readBack.state': notYet,
    'readBack.put': notYet,
    'readBack.begin': notYet,
    'readBack.answer': notYet,
    'readBack.rule': notYet,
    'readBack.abandon': notYet,
  };
}
