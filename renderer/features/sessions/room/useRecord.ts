import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Input, Output, PointRow } from '../../../../shared/contract/index.ts';
import { invoke, useCall } from '../../../app/calls.ts';
import { LAST, withEntry } from './last-entries.ts';
import { isOwnEntry, whileKeeping } from './own-entries.ts';

const OLDER = 100;

export interface Recorded {
  readonly total: number;
  /** Newest last. */
  readonly points: readonly PointRow[];
  readonly hasOlder: boolean;
  readonly older: () => void;
  readonly error: unknown;
}

/** Heard, and not yet put: a proposed conclusion whose clause the three have not all answered. */
export const isUnput = (point: PointRow): boolean =>
  point.kind === 'proposed-conclusion' &&
  !point.withdrawn &&
  (point.clause === null || point.outcome === null || point.outcome === 'not-put');

const NONE: readonly PointRow[] = [];

/**
 * Entries that say the same stay the same objects, so that each is drawn once: a full window moves on by one with
 * every entry, and the cache compares what stands in the same place.
 */
function useSameEntries(points: readonly PointRow[] = NONE): readonly PointRow[] {
  const held = useRef(new Map<string, { readonly point: PointRow; readonly said: string }>());
  return useMemo(() => {
    const next = new Map(
      points.map((point) => {
        const said = JSON.stringify(point);
        const before = held.current.get(point.id);
        return [point.id, before?.said === said ? before : { point, said }];
      }),
    );
    held.current = next;
    return [...next.values()].map(({ point }) => point);
  }, [points]);
}

/**
 * Keeps an entry, and shows it as it was answered where the last entries are: who types sees it stand there without
 * another question. What others wrote meanwhile is told by events of their own.
 */
export function useKeep(): (input: Input<'session.note'>) => Promise<PointRow | null> {
  const client = useQueryClient();
  return useCallback(
    async (input) => {
      const { dossier, session } = input;
      const queryKey = ['session.record', { dossier, session, limit: LAST }];
      const keep = async (): Promise<PointRow | null> => {
        const row = await invoke('session.note', input);
        if (!row) return row;
        const { namesPerson: _, ...entry } = row;
        client.setQueryData<Output<'session.record'>>(queryKey, (held) => held && withEntry(held, entry));
        return row;
      };
      // One that is emptied leaves the list: that is asked for.
      return input.body
        ? whileKeeping(input.id, keep, () => void client.invalidateQueries({ queryKey }))
        : keep();
    },
    [client],
  );
}

/** The running record: the last entries live, older ones as they were when they were asked for. */
export function useRecord(dossier: string, session: string): Recorded {
  const { data, error } = useCall(
    'session.record',
    { dossier, session, limit: LAST },
    { recordTypes: ['point', 'clause', 'readBack'], isTold: isOwnEntry, keepPrevious: true },
  );
  const [older, setOlder] = useState<readonly PointRow[]>([]);
  const last = useSameEntries(data?.points);
  const points = useMemo(() => {
    const ids = new Set(last.map(({ id }) => id));
    return [...older.filter(({ id }) => !ids.has(id)), ...last];
  }, [last, older]);
  const oldest = points[0]?.id;
  const readOlder = useCallback(() => {
    if (!oldest) return;
    invoke('session.record', { dossier, session, before: oldest, limit: OLDER }).then(
      (answer) => setOlder((held) => [...answer.points, ...held]),
      // The button stays, and the last entries are there: pressing it again asks again.
      () => undefined,
    );
  }, [dossier, session, oldest]);
  const total = data?.total ?? 0;
  return useMemo(
    () => ({ total, points, hasOlder: points.length > 0 && points.length < total, older: readOlder, error }),
    [total, points, readOlder, error],
  );
}
