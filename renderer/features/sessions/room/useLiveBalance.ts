import { useState } from 'react';
import type { FloorState } from '../../../../shared/domain/floor/state.ts';
import type { Balance } from '../../../../shared/domain/floor/types.ts';
import { withRunning } from '../../../charts/balance.ts';
import { useTick } from './ticker.ts';

/** The totals as they stand now: those of the answer, and what the turn in course has added since. */
export function useLiveBalance(state: FloorState, at: number): Balance {
  const { speaking, phase, balance } = state;
  const isRunning =
    phase === 'open' && speaking !== null && !speaking.isHeld && speaking.turn !== 'point-of-order';
  const [second, setSecond] = useState(0);
  useTick((now) => {
    const next = isRunning ? Math.max(0, Math.floor((now - at) / 1000)) : 0;
    if (next !== second) setSecond(next);
  });
  return speaking && isRunning ? withRunning(balance, speaking.speaker, second * 1000) : balance;
}
