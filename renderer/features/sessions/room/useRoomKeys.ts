import type { Seat } from '../../../../shared/domain/codes.ts';
import { APART, type TurnKind } from '../../../../shared/domain/floor/constants.ts';
import type { FloorState } from '../../../../shared/domain/floor/state.ts';
import { useShortcut } from '../../../app/keyboard/useShortcut.ts';
import { SEATS } from '../../../ui/constituency.tsx';
import { actOf, type FloorKey } from './floor-keys.ts';
import type { FloorAct } from './useFloor.ts';

/** What takes Space for itself when it has the focus. */
const TAKES_SPACE =
  'button,a,summary,select,[role=row],[role=option],[role=radio],[role=checkbox],[role=tab]';

export interface RoomKeys {
  readonly act: (act: FloorAct) => void;
  readonly add: (seat: Seat) => void;
  readonly kind: TurnKind;
  readonly onKind: (kind: TurnKind) => void;
  readonly onByName: () => void;
  readonly onPresence: () => void;
  readonly onWrite: () => void;
  readonly onReadBack: () => void;
}

/**
 * The keys of a running session, by their place on the keyboard, so that an Arabic layout works as printed. All are
 * single keys: they rest while one types, behind dialogs, and when a person has switched them off.
 */
export function useRoomKeys(state: FloorState | undefined, keys: RoomKeys): void {
  const phase = state?.phase;
  const isOpen = phase === 'open';
  const isRunning = isOpen || phase === 'suspended';
  const speaking = state?.speaking ?? null;
  const { act, add, onKind, kind } = keys;
  const press = (key: FloorKey): void => {
    const wanted = actOf(key, speaking);
    if (wanted) act(wanted);
  };

  useShortcut({ key: 'n' }, () => press('next'), isOpen);
  useShortcut(
    { key: 'Space' },
    (event) => {
      if ((event.target as Element | null)?.closest(TAKES_SPACE)) return false;
      press('hold');
      return true;
    },
    isOpen,
  );
  const extend = (): void => press('extend');
  useShortcut({ key: 'Equal' }, extend, isOpen);
  useShortcut({ key: 'Equal', shift: true }, extend, isOpen);
  useShortcut({ key: 'NumpadAdd' }, extend, isOpen);

  useNumber(1, () => add(SEATS[0]), isRunning);
  useNumber(2, () => add(SEATS[1]), isRunning);
  useNumber(3, () => add(SEATS[2]), isRunning);
  useNumber(4, () => add(SEATS[3]), isRunning);
  useNumber(5, () => press(APART[0]), isOpen);
  useNumber(6, () => press(APART[1]), isOpen);
  useNumber(7, () => press(APART[2]), isOpen);

  const toggle = (wanted: TurnKind): void => onKind(kind === wanted ? 'turn' : wanted);
  useShortcut({ key: 'o' }, () => toggle('point-of-order'), isRunning);
  useShortcut({ key: 'r' }, () => toggle('reply'), isRunning);
  useShortcut({ key: 'a' }, keys.onByName, isRunning);
  useShortcut(
    { key: 's' },
    () => {
      if (state?.suggestion) act({ kind: 'next', current: speaking?.id ?? null, entry: state.suggestion });
    },
    isOpen,
  );
  useShortcut({ key: 'Slash' }, keys.onWrite, isRunning);
  useShortcut({ key: 'NumpadDivide' }, keys.onWrite, isRunning);
  useShortcut({ key: 'p' }, keys.onPresence, phase !== undefined);
  useShortcut({ key: 'l' }, keys.onReadBack, isRunning);
  useShortcut(
    { key: 'j' },
    () => {
      const next = state?.items.find((item) => item.state === 'ahead');
      if (next) act({ kind: 'item', item: next.id });
    },
    isRunning,
  );
}

function useNumber(digit: number, action: () => void, isEnabled: boolean): void {
  useShortcut({ key: `Digit${digit}` }, action, isEnabled);
  useShortcut({ key: `Numpad${digit}` }, action, isEnabled);
}
