import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { CallName, Input, Output, ReadBackState } from '../../../shared/contract/index.ts';
import { type CallFailure, invoke, useCall } from '../../app/calls.ts';

type Act<N extends CallName> = UseMutationResult<Output<N>, CallFailure, Input<N>>;

/** Whether a read-back of this session was begun and has not ended. */
export const useIsReadBackOpen = (dossierId: string, sessionId: string): boolean =>
  useReadBack(dossierId, sessionId).state.data?.readBack !== undefined;

/** The read-back that is open in a session, and its acts: what an act answers is shown without asking again. */
export function useReadBack(
  dossierId: string,
  sessionId: string,
): {
  readonly state: UseQueryResult<ReadBackState | null, CallFailure>;
  readonly begin: Act<'readBack.begin'>;
  readonly answer: Act<'readBack.answer'>;
  readonly rule: Act<'readBack.rule'>;
  readonly abandon: Act<'readBack.abandon'>;
} {
  const client = useQueryClient();
  const input = { dossier: dossierId, session: sessionId };
  const state = useCall('readBack.state', input, {
    recordTypes: ['readBack', 'clause', 'presence', 'session', 'dossier'],
  });
  const take = (next: ReadBackState | null): void => {
    client.setQueryData(['readBack.state', input], next);
    // The floor says whether one is open, and hears of it by no event of its own.
    void client.invalidateQueries({ queryKey: ['floor.state', input] });
  };
  return {
    state,
    begin: useMutation({ mutationFn: (given) => invoke('readBack.begin', given), onSuccess: take }),
    answer: useMutation({ mutationFn: (given) => invoke('readBack.answer', given), onSuccess: take }),
    rule: useMutation({ mutationFn: (given) => invoke('readBack.rule', given), onSuccess: () => take(null) }),
    abandon: useMutation({
      mutationFn: (given) => invoke('readBack.abandon', given),
      onSuccess: () => take(null),
    }),
  };
}
