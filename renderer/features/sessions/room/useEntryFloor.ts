import { useMemo } from 'react';
import type { FloorState } from '../../../../shared/domain/floor/state.ts';
import type { Speaker } from '../../../../shared/domain/floor/types.ts';

/** What of the floor an entry of the record follows. */
export interface EntryFloor extends Pick<FloorState, 'phase' | 'item' | 'level' | 'presence'> {
  readonly speaker: Speaker | undefined;
}

/** The same object until one of it is another: time that passes draws no record. */
export function useEntryFloor({ phase, item, level, presence, speaking }: FloorState): EntryFloor {
  const speaker = speaking?.speaker;
  return useMemo(() => ({ phase, item, level, presence, speaker }), [phase, item, level, presence, speaker]);
}
