/** What the room is shown. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';

const notYet = (): never => {
  throw new Refusal('floor.not-open');
};

export function roomHandlers(
  _desk: Desk,
): Pick<
  Handlers,
  | 'projector.state'
  | 'projector.show'
  | 'projector.freeze'
  | 'projector.blank'
  | 'projector.languages'
  | 'room.look'
> {
  return {
    'projector.state': notYet,
    'projector.show': notYet,
    'projector.freeze': notYet,
    'projector.blank': notYet,
    'projector.languages': notYet,
    'room.look': notYet,
  };
}
