import { type ReactNode, useEffect } from 'react';
import { useCall } from '../../app/calls.ts';
import type { SectionProps } from '../../app/features.ts';
import { navigate, paths, useQueryParam } from '../../app/router.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { MinutesScreen } from '../minutes/index.ts';
import { CaptureScreen } from './capture/index.ts';
import { CaucusScreen } from './caucus/index.ts';
import { SessionList } from './list/index.ts';
import { PlanScreen } from './plan/index.ts';
import { RoomScreen } from './room/index.ts';

const VIEWS = {
  room: RoomScreen,
  capture: CaptureScreen,
  caucus: CaucusScreen,
  minutes: MinutesScreen,
} as const;
const isView = (name: string | undefined): name is keyof typeof VIEWS =>
  name !== undefined && Object.hasOwn(VIEWS, name);

/** Sessions: the list, the plan of one, and by `?view` what is done in it. */
export function Screen({ dossierId, recordId }: SectionProps) {
  const view = useQueryParam('view');
  const type = useQueryParam('type');
  if (!recordId) return <SessionList dossierId={dossierId} />;
  if (type === 'point' || type === 'agendaItem')
    return <ToItsSession dossierId={dossierId} type={type} id={recordId} />;
  const View = isView(view) ? VIEWS[view] : PlanScreen;
  return <View key={recordId} dossierId={dossierId} sessionId={recordId} />;
}

/** A link to an entry of the record or an agenda item leads to the session it belongs to. */
function ToItsSession({
  dossierId,
  type,
  id,
}: {
  readonly dossierId: string;
  readonly type: 'point' | 'agendaItem';
  readonly id: string;
}): ReactNode {
  const { data, error, refetch } = useCall('record.get', { dossier: dossierId, type, id });
  const session = (data?.record as { session?: string } | undefined)?.session;
  useEffect(() => {
    if (!data) return;
    const query = type === 'point' ? { view: 'room', point: id } : {};
    navigate(paths.section(dossierId, 'sessions', session, query), { replace: true });
  }, [dossierId, type, id, data, session]);
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />;
}
