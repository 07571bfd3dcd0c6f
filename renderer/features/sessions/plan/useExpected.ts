import { useEffect } from 'react';
import { expectedFrom } from '../../../../shared/domain/floor/drift.ts';
import type { Session } from '../../../../shared/domain/records/index.ts';
import { useCall } from '../../../app/calls.ts';

/** What runs over grows by itself: asked again so often. */
const AGAIN_MS = 15_000;

export interface Expected {
  readonly driftMs: number;
  /** The item at hand. */
  readonly now: string | null;
  /** By item that is ahead: the instant at which it would begin, were nothing more to run over. */
  readonly starts: ReadonlyMap<string, string>;
  readonly end: string;
}

/** How a running session comes through its agenda; undefined where it does not run. */
export function useExpected(dossierId: string, session: Session): Expected | undefined {
  const isRunning = session.phase === 'open' || session.phase === 'suspended';
  const { data, dataUpdatedAt, refetch } = useCall(
    'floor.state',
    { dossier: dossierId, session: session.id },
    { recordTypes: ['session', 'agendaItem'], enabled: isRunning },
  );
  useEffect(() => {
    if (!isRunning) return;
    // What is held was asked for by another screen, perhaps long ago.
    void refetch();
    const timer = setInterval(() => void refetch(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  if (!isRunning || !data) return undefined;
  const { startsMs, endMs } = expectedFrom(data.items);
  const instant = (ms: number): string => new Date(dataUpdatedAt + ms).toISOString();
  return {
    driftMs: data.driftMs,
    now: data.item,
    starts: new Map([...startsMs].map(([id, ms]) => [id, instant(ms)])),
    end: instant(endMs),
  };
}
