/** Minutes and sheets of a session. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';

const notYet = (): never => {
  throw new Refusal('floor.not-open');
};

export function minutesHandlers(
  _desk: Desk,
): Pick<
  Handlers,
  | 'minutes.list'
  | 'minutes.preview'
  | 'minutes.issue'
  | 'minutes.make'
  | 'minutes.amend'
  | 'minutes.handed'
  | 'papers.make'
> {
  return {
    'minutes.list': notYet,
    'minutes.preview': notYet,
    'minutes.issue': notYet,
    'minutes.make': notYet,
    'minutes.amend': notYet,
    'minutes.handed': notYet,
    'papers.make': notYet,
  };
}
