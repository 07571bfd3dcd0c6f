/** Sessions and their plans. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';

const notYet = (): never => {
  throw new Refusal('floor.not-open');
};

export function planHandlers(_desk: Desk): Pick<Handlers, 'session.list' | 'session.plan'> {
  return {
    'session.list': notYet,
    'session.plan': notYet,
  };
}
