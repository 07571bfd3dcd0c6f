/** The problem tree: causes, effects, and links among deficits. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { causeMap, causeTree } from './tree.ts';
import { addCause, linkDeficits, moveCause, unlinkDeficits, withdrawCause } from './write.ts';

type Names =
  | 'causes.tree'
  | 'causes.map'
  | 'causes.add'
  | 'causes.move'
  | 'causes.withdraw'
  | 'causes.link'
  | 'causes.unlink';

export function causeHandlers(desk: Desk): Pick<Handlers, Names> {
  return {
    'causes.tree': ({ dossier, deficit }) => causeTree(dossierOf(desk, dossier).db, deficit),
    'causes.map': ({ dossier }) => causeMap(dossierOf(desk, dossier).db),
    'causes.add': (input) => addCause(desk, input),
    'causes.move': (input) => moveCause(desk, input),
    'causes.withdraw': (input) => withdrawCause(desk, input),
    'causes.link': (input) => linkDeficits(desk, input),
    'causes.unlink': (input) => unlinkDeficits(desk, input),
  };
}
