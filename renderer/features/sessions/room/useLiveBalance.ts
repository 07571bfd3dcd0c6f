import { useState } from 'react';
import type { FloorState } from '../../../../shared/domain/floor/state.ts';
import type { Balance } from '../../../../shared/domain/floor/types.ts';
import { withRunning } from '../../../charts/balance.ts';
import { useTick } from './ticker.ts';

/** The totals as they stand now: those of the turns that have ended, and what the one in course has taken. */
export function useLiveBalance(state: FloorState, at: number): Balance {
  const { speaking, phase, balance } = state;
  const isRunning = phase === 'open' && speaking !== null && !speaking.isHeld;
  const [since, setSince] = useState(0);
  useTick((now) => {
    const next = isRunning ? Math.max(0, Math.floor((now - at) / 1000)) * 1000 : 0;
    if (next !== since) setSince(next);
  });
  if (!speaking || speaking.turn === 'point-of-order') return balance;
  return withRunning(balance, speaking.speaker, speaking.elapsedMs + (isRunning ? since : 0));
}
