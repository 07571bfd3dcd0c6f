/** The register: windows of it as it is and as it was, coding of many, and its printed twin. */
import { registerMoments } from '../../../db/queries/moments.ts';
import {
  registerFacets,
  registerIds,
  registerPosition,
  registerWindow,
} from '../../../db/queries/register.ts';
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { codeMany, previewCoding } from './coding.ts';
import { at, recordAsOf } from './past.ts';
import { printRegister } from './print.ts';
import { lookedUp } from './ratification.ts';

export function registerHandlers(
  desk: Desk,
): Pick<
  Handlers,
  | 'register.window'
  | 'register.facets'
  | 'register.position'
  | 'register.ids'
  | 'register.moments'
  | 'register.recordAsOf'
  | 'register.codePreview'
  | 'register.code'
  | 'register.lookedUp'
  | 'register.print'
> {
  return {
    'register.window': (input) => at(desk, input, (db) => registerWindow(db, input)),
    'register.facets': (input) => at(desk, input, (db) => registerFacets(db, input.filter, input.byPriority)),
    'register.position': (input) => at(desk, input, (db) => ({ index: registerPosition(db, input) })),
    'register.ids': (input) => registerIds(dossierOf(desk, input.dossier).db, input.filter),
    'register.moments': ({ dossier }) => registerMoments(dossierOf(desk, dossier).db),
    'register.recordAsOf': (input) => recordAsOf(desk, input),
    'register.codePreview': (input) => previewCoding(desk, input),
    'register.code': (input) => codeMany(desk, input),
    'register.lookedUp': (input) => lookedUp(desk, input),
    'register.print': (input) => printRegister(desk, input),
  };
}
