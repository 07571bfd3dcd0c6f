import { useShortcut } from '../../app/keyboard/useShortcut.ts';
import { useOpenRoom, useProjector } from './queries.ts';

/** The keys of the projector, where a session runs: B blank, F11 its window, Shift F11 freeze. */
export function useProjectorKeys(dossierId: string, sessionId: string): void {
  const { state, freeze, blank } = useProjector(dossierId, sessionId);
  const { open } = useOpenRoom();
  useShortcut({ key: 'b' }, () => blank(!state?.shown.isBlank), state !== undefined);
  useShortcut({ key: 'F11', shift: true }, () => freeze(!state?.shown.isFrozen), state !== undefined);
  useShortcut({ key: 'F11' }, open);
}
