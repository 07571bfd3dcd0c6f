/** What the host tells of, and what is asked again because of it. */
import type { Query, QueryClient } from '@tanstack/react-query';
import type { FloorState, HiwarEvent, ProjectorState, RoomShown } from '../../shared/contract/index.ts';
import { isToldByAnswer } from './floor-acts.ts';

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

/** What the frame of every screen counts, of any change of the dossier: nobody waits for it. */
const AROUND_THE_SCREEN = ['dossier.info'];
/** It is counted no more often: who writes at the speed of talk changes it with every entry. */
export const AROUND_EVERY_MS = 1000;

type Changed = Extract<HiwarEvent, { type: 'changed' }>;

/** Of a query: whether an answer that is under way will say what the event tells of. */
export type IsTold = (event: Changed) => boolean;

const dossierOf = (queryKey: readonly unknown[]): unknown => {
  const input = queryKey[1];
  return typeof input === 'object' && input !== null && 'dossier' in input ? input.dossier : undefined;
};

const isAround = ({ queryKey }: Query): boolean => AROUND_THE_SCREEN.includes(String(queryKey[0]));

/** Whether the query shows what changed and has to be asked again to show it as it is. */
function isTouched({ queryKey, meta, state }: Query, event: Changed): boolean {
  if (OUTSIDE_THE_RECORD.includes(String(queryKey[0]))) return false;
  if (dossierOf(queryKey) !== event.dossier) return false;
  const wanted = meta?.recordTypes as readonly string[] | undefined;
  if (wanted && !event.recordTypes.some((type) => wanted.includes(type))) return false;
  const isTold = (meta?.isTold as IsTold | undefined)?.(event) ?? false;
  // A question that is under way may have been answered before the change: its answer must not be the last.
  return !isTold || state.data === undefined || state.fetchStatus !== 'idle' || state.isInvalidated;
}

/**
 * Asks for what stands around a screen after the screen itself: both wait in one line at the data thread, and who
 * typed looks at the screen. Changes that come meanwhile need no asking of their own: it is not read before.
 */
function afterTheScreen(client: QueryClient): {
  readonly ask: (dossier: string, screen: Promise<void>) => void;
  readonly stop: () => void;
} {
  const waiting = new Set<string>();
  const askedAt = new Map<string, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const askNow = (dossier: string): void => {
    waiting.delete(dossier);
    askedAt.set(dossier, performance.now());
    void client.invalidateQueries({
      predicate: (query) => isAround(query) && dossierOf(query.queryKey) === dossier,
    });
  };
  return {
    ask(dossier, screen) {
      if (waiting.has(dossier)) return;
      waiting.add(dossier);
      void screen.finally(() => {
        const rest = (askedAt.get(dossier) ?? Number.NEGATIVE_INFINITY) + AROUND_EVERY_MS - performance.now();
        if (rest <= 0) return askNow(dossier);
        const timer = setTimeout(() => {
          timers.delete(timer);
          askNow(dossier);
        }, rest);
        timers.add(timer);
      });
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Marks as stale what an event touches. Returns the way to stop listening. */
export function followEvents(
  client: QueryClient,
  subscribe: (l: (e: HiwarEvent) => void) => () => void,
): () => void {
  const around = afterTheScreen(client);
  const stop = subscribe((event) => {
    if (event.type === 'changed')
      around.ask(
        event.dossier,
        client.invalidateQueries({ predicate: (query) => !isAround(query) && isTouched(query, event) }),
      );
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
  return () => {
    stop();
    around.stop();
  };
}
