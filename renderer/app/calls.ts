import {
  type Query,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type {
  CallName,
  FloorState,
  HiwarEvent,
  Input,
  Output,
  ProjectorState,
  RoomShown,
} from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import { bridge } from '../platform/index.ts';
import { isToldByAnswer } from './floor-acts.ts';

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
    ...(options.recordTypes && { meta: { recordTypes: options.recordTypes } }),
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

/** Queries that live on their own events, not on changes of records. */
const OUTSIDE_THE_RECORD = [
  'settings.get',
  'host.info',
  'library.list',
  'library.copies',
  'export.status',
  'floor.state',
  'room.look',
  'projector.state',
];

/** What the frame of every screen counts and offers; of any change of the dossier. */
const AROUND_THE_SCREEN = ['dossier.info', 'undo.state'];

const dossierOf = (queryKey: readonly unknown[]): unknown => {
  const input = queryKey[1];
  return typeof input === 'object' && input !== null && 'dossier' in input ? input.dossier : undefined;
};

/**
 * Asks again for what changed: first for what the screen is made of, then for what stands around it. Both wait in one
 * line at the data thread, and who typed looks at the screen. Changes that come meanwhile need no asking of their own
 * for what stands around: it is not read before.
 */
function readAgain(
  client: QueryClient,
  { dossier, recordTypes }: Extract<HiwarEvent, { type: 'changed' }>,
  waiting: Set<string>,
): void {
  const isTouched = ({ queryKey, meta }: Query): boolean => {
    if (OUTSIDE_THE_RECORD.includes(String(queryKey[0]))) return false;
    if (dossierOf(queryKey) !== dossier) return false;
    const wanted = meta?.recordTypes as readonly string[] | undefined;
    return !wanted || recordTypes.some((type) => wanted.includes(type));
  };
  const isAround = ({ queryKey }: Query): boolean => AROUND_THE_SCREEN.includes(String(queryKey[0]));
  const screen = client.invalidateQueries({
    predicate: (query) => isTouched(query) && !isAround(query),
  });
  if (waiting.has(dossier)) return;
  waiting.add(dossier);
  void screen.finally(() => {
    waiting.delete(dossier);
    void client.invalidateQueries({ predicate: (query) => isAround(query) && isTouched(query) });
  });
}

/** Marks as stale what an event touches. Returns the way to stop listening. */
export function followEvents(
  client: QueryClient,
  subscribe: (l: (e: HiwarEvent) => void) => () => void,
): () => void {
  const waiting = new Set<string>();
  return subscribe((event) => {
    if (event.type === 'changed') readAgain(client, event, waiting);
    else if (event.type === 'verification')
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          (queryKey[0] === 'dossier.info' || queryKey[0] === 'dossier.overview') &&
          dossierOf(queryKey) === event.dossier,
      });
    else if (event.type === 'library') {
      void client.invalidateQueries({ queryKey: ['library.list'] });
      void client.invalidateQueries({ queryKey: ['library.copies'] });
    } else if (event.type === 'settings') void client.invalidateQueries({ queryKey: ['settings.get'] });
    else if (event.type === 'job')
      client.setQueryData(['export.status', { jobId: event.job.jobId }], event.job);
    else if (event.type === 'floor') {
      // Whoever acted holds the state already: the answer of an act is the state after it.
      const queryKey = ['floor.state', { dossier: event.dossier, session: event.session }];
      const held = client.getQueryData<FloorState>(queryKey);
      const isKnown = held && held.revision >= event.revision;
      if (!isKnown && !isToldByAnswer(event.session, event.revision))
        void client.invalidateQueries({ queryKey });
    } else if (event.type === 'room.shown') {
      client.setQueryData<RoomShown>(['room.look', {}], event.shown);
      client.setQueriesData<ProjectorState>(
        { queryKey: ['projector.state'] },
        (held) => held && { ...held, shown: event.shown },
      );
    }
  });
}
