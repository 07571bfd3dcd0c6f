import type { Apart } from '../../../../shared/domain/floor/constants.ts';
import type { FloorSpeaking } from '../../../../shared/domain/floor/state.ts';
import type { FloorAct } from './useFloor.ts';

/** What the chair may do about whoever has the floor, without saying who that is: by a button or by a single key. */
export type FloorKey = 'next' | 'hold' | 'extend' | 'stop' | 'take-back' | Apart;

/** The act behind a key, about the one who has the floor when it is pressed; none where that needs somebody. */
export function actOf(key: FloorKey, speaking: FloorSpeaking | null): FloorAct | undefined {
  const current = speaking?.id ?? null;
  if (key === 'next') return { kind: 'next', current };
  if (key === 'take-back') return { kind: 'take-back' };
  if (key !== 'hold' && key !== 'extend' && key !== 'stop') return { kind: 'apart', speaker: key, current };
  if (!speaking) return undefined;
  if (key === 'hold') return { kind: 'hold', on: !speaking.isHeld };
  if (key === 'extend') return { kind: 'extend', seconds: 30 };
  return { kind: 'stop', current: speaking.id };
}
