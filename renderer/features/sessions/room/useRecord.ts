import { useCallback, useMemo, useState } from 'react';
import type { PointRow } from '../../../../shared/contract/index.ts';
import { invoke, useCall } from '../../../app/calls.ts';

/** Entries that are drawn at first: constant, so that the sixth hour costs what the first did. */
const LAST = 40;
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

/** The running record: the last entries live, older ones as they were when they were asked for. */
export function useRecord(dossier: string, session: string): Recorded {
  const { data, error } = useCall(
    'session.record',
    { dossier, session, limit: LAST },
    { recordTypes: ['point', 'clause', 'readBack'], keepPrevious: true },
  );
  const [older, setOlder] = useState<readonly PointRow[]>([]);
  const points = useMemo(() => {
    const last = data?.points ?? [];
    const ids = new Set(last.map(({ id }) => id));
    return [...older.filter(({ id }) => !ids.has(id)), ...last];
  }, [data, older]);
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
