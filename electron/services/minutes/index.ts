/** Minutes and sheets of a session. */
import type { Handlers } from '../../../shared/contract/index.ts';
import type { Desk } from '../desk.ts';
import {
  amendMinutes,
  handMinutes,
  issueMinutes,
  listMinutes,
  makeMinutes,
  previewMinutes,
} from './minutes.ts';
import { makeSheets } from './papers.ts';

export function minutesHandlers(
  desk: Desk,
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
    'minutes.list': (input) => listMinutes(desk, input),
    'minutes.preview': (input) => previewMinutes(desk, input),
    'minutes.issue': (input) => issueMinutes(desk, input),
    'minutes.make': (input) => makeMinutes(desk, input),
    'minutes.amend': (input) => amendMinutes(desk, input),
    'minutes.handed': (input) => handMinutes(desk, input),
    'papers.make': (input) => makeSheets(desk, input),
  };
}
