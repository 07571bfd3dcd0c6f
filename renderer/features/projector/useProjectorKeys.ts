import { useShortcut } from '../../app/keyboard/useShortcut.ts';
import { useOpenRoom, useProjector } from './queries.ts';

/** The keys of the projector, where a session runs: B blank, F11 its window, Shift F11 freeze. */
export function useProjectorKeys(dossierId: string, sessionId: string): void {
  const { state, turnFreeze, turnBlank } = useProjector(dossierId, sessionId);
  const { open } = useOpenRoom();
  useShortcut({ key: 'b' }, turnBlank, state !== undefined);
  useShortcut({ key: 'F11', shift: true }, turnFreeze, state !== undefined);
  useShortcut({ key: 'F11' }, open);
}
