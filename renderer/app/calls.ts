import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallName, Input, Output } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import { bridge } from '../platform/index.ts';
import type { IsTold } from './events.ts';

/** An expected failure on its way through the query cache; `error` is what screens show. */
export class CallFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = 'CallFailure';
    this.error = error;
  }
}

/** One call outside the cache. Throws `CallFailure`. */
export async function invoke<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await bridge.invoke(name, input);
  if (!result.ok) throw new CallFailure(result.error);
  return result.value;
}

export interface CallOptions {
  readonly enabled?: boolean;
  /** Keeps showing the last answer while another input is being asked (search as one types). */
  readonly keepPrevious?: boolean;
  /** Asks again only when records of these types change; any change of the dossier otherwise. */
  readonly recordTypes?: readonly string[];
  /** Leaves out of these the changes that an answer of this page under way will say. */
  readonly isTold?: IsTold;
}

/** Reads. The key is `[name, input]`; changes told by the data thread make it ask again. */
export function useCall<N extends CallName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): UseQueryResult<Output<N>, CallFailure> {
  return useQuery<Output<N>, CallFailure>({
    queryKey: [name, input],
    queryFn: () => invoke(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: (previous: Output<N> | undefined) => previous as never }),
    ...((options.recordTypes || options.isTold) && {
      meta: { recordTypes: options.recordTypes, isTold: options.isTold },
    }),
  });
}

/** Writes. What changed is read again through the events that follow. */
export function useMutate<N extends CallName>(name: N): UseMutationResult<Output<N>, CallFailure, Input<N>> {
  return useMutation<Output<N>, CallFailure, Input<N>>({
    mutationFn: (input: Input<N>) => invoke(name, input),
  });
}

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // The data lies on this machine: there is no network to wait for and no freshness to guess.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 120_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
