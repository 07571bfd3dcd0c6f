import { useQueries } from '@tanstack/react-query';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { CallFailure, invoke, useCall } from '../../../app/calls.ts';

/** What the list shows hangs on all of these; turns do not touch it. */
const OF_THE_LIST = ['session', 'agendaItem', 'point', 'readBack', 'minutes', 'dossier'];

export const useSessions = (dossier: string) =>
  useCall('session.list', { dossier }, { recordTypes: OF_THE_LIST });

export function useSession(dossier: string, id: string) {
  const answer = useCall('record.get', { dossier, type: 'session', id }, { recordTypes: ['session'] });
  return { ...answer, view: answer.data as RecordView<'session'> | undefined };
}

export function useAgenda(dossier: string, session: string) {
  const answer = useCall(
    'record.list',
    { dossier, type: 'agendaItem', of: { field: 'session', id: session } },
    { recordTypes: ['agendaItem'] },
  );
  return { ...answer, views: answer.data as readonly RecordView<'agendaItem'>[] | undefined };
}

/** The deficits an item names, in the order given; undefined where one has not come or is not here. */
export function useDeficits(
  dossier: string,
  ids: readonly string[],
): readonly (RecordView<'deficit'> | undefined)[] {
  const answers = useQueries({
    queries: ids.map((id) => {
      const input = { dossier, type: 'deficit', id } as const;
      return {
        queryKey: ['record.get', input],
        queryFn: () => invoke('record.get', input),
        throwOnError: (error: Error) => !(error instanceof CallFailure),
        meta: { recordTypes: ['deficit', 'dossier'] },
      };
    }),
  });
  return answers.map(({ data }) => data as RecordView<'deficit'> | undefined);
}
