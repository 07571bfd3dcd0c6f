import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FloorState, Input } from '../../../../shared/contract/index.ts';
import { CallFailure, invoke, useCall } from '../../../app/calls.ts';

/** A running session: what it is now, and the way to act on it. The answer of an act is the next state. */
export function useFloor(
  dossierId: string,
  sessionId: string,
): {
  readonly state: FloorState | undefined;
  readonly act: (act: Input<'floor.act'>['act']) => Promise<FloorState | undefined>;
  readonly error: unknown;
} {
  const client = useQueryClient();
  const { data, error } = useCall('floor.state', { dossier: dossierId, session: sessionId });
  const [failure, setFailure] = useState<CallFailure>();
  const act = useCallback(
    async (act: Input<'floor.act'>['act']) => {
      try {
        const input = { dossier: dossierId, session: sessionId };
        const next = await invoke('floor.act', { ...input, act });
        setFailure(undefined);
        client.setQueryData<FloorState>(['floor.state', input], (held) =>
          held && held.revision > next.revision ? held : next,
        );
        return next;
      } catch (thrown) {
        if (!(thrown instanceof CallFailure)) throw thrown;
        setFailure(thrown);
        return undefined;
      }
    },
    [client, dossierId, sessionId],
  );
  return { state: data, act, error: failure ?? error };
}
