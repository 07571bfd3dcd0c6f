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
