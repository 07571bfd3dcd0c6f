/** What the room is shown. */
import type { Handlers } from '../../../shared/contract/index.ts';
import { type Desk, dossierOf } from '../desk.ts';
import { blank, follow, freeze, look, setLanguages, show, stateOfProjector } from './room.ts';

export function roomHandlers(
  desk: Desk,
): Pick<
  Handlers,
  | 'projector.state'
  | 'projector.show'
  | 'projector.freeze'
  | 'projector.blank'
  | 'projector.languages'
  | 'room.look'
> {
  follow(desk);
  return {
    'projector.state': ({ dossier }) => {
      dossierOf(desk, dossier);
      return stateOfProjector(desk);
    },
    'projector.show': (input) => show(desk, input),
    'projector.freeze': ({ dossier, on }) => {
      dossierOf(desk, dossier);
      return freeze(desk, on);
    },
    'projector.blank': ({ dossier, on }) => {
      dossierOf(desk, dossier);
      return blank(desk, on);
    },
    'projector.languages': (input) => setLanguages(desk, input),
    'room.look': () => look(desk),
  };
}
