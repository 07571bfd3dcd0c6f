import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FloorState, Input } from '../../../../shared/contract/index.ts';
import { CallFailure, invoke, useCall } from '../../../app/calls.ts';
import { whileActing } from '../../../app/floor-acts.ts';
import { onTick } from './ticker.ts';

export type FloorAct = Input<'floor.act'>['act'];

export interface Floor {
  readonly state: FloorState | undefined;
  /** `performance.now()` when this state came: what has run since is counted from there. */
  readonly at: number;
  /** The answer of an act is the next state; undefined where it was refused, and `error` says why. */
  readonly act: (act: FloorAct) => Promise<FloorState | undefined>;
  readonly error: unknown;
  /** Why the last act was refused; the next act that is done clears it. */
  readonly refusal: CallFailure | undefined;
  readonly refetch: () => unknown;
}

/** The page counts on by itself between answers; after so long without one it asks again. */
const RESYNC_MS = 20_000;
/** Ticks that stayed out longer than this: the window was hidden or the machine stood still. */
const SILENCE_MS = 3000;

/** A running session: what it is now, and the way to act on it. */
export function useFloor(dossierId: string, sessionId: string): Floor {
  const client = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useCall(
    'floor.state',
    { dossier: dossierId, session: sessionId },
    { recordTypes: [] },
  );
  const [refusal, setRefusal] = useState<CallFailure>();
  const arrived = useRef({ updated: -1, at: 0 });
  if (arrived.current.updated !== dataUpdatedAt)
    arrived.current = { updated: dataUpdatedAt, at: performance.now() };

  const act = useCallback(
    async (act: FloorAct) => {
      const input = { dossier: dossierId, session: sessionId };
      try {
        const next = await whileActing(
          sessionId,
          async () => {
            const answer = await invoke('floor.act', { ...input, act });
            // A question asked before the act must not bring back the state before it.
            await client.cancelQueries({ queryKey: ['floor.state', input] });
            client.setQueryData<FloorState>(['floor.state', input], (held) =>
              held && held.revision > answer.revision ? held : answer,
            );
            return answer;
          },
          () => void client.invalidateQueries({ queryKey: ['floor.state', input] }),
        );
        setRefusal(undefined);
        return next;
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown;
        setRefusal(thrown);
        // Refused because another window was first, mostly: the list as it stands is the best answer.
        void client.invalidateQueries({ queryKey: ['floor.state', input] });
        return undefined;
      }
    },
    [client, dossierId, sessionId],
  );

  // What the floor is made of may have been edited on another screen: coming here asks again.
  useEffect(() => {
    void refetch();
  }, [refetch]);

  const isRunning = data?.clock.isRunning ?? false;
  useEffect(() => {
    if (!isRunning) return;
    let last = performance.now();
    let asked = last;
    return onTick((now) => {
      const isBack = now - last > SILENCE_MS;
      last = now;
      if (!isBack && now - asked < RESYNC_MS) return;
      asked = now;
      void refetch();
    });
  }, [isRunning, refetch]);

  return { state: data, at: arrived.current.at, act, error, refusal, refetch };
}
