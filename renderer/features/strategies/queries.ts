import { useQueries } from '@tanstack/react-query';
import type { RecordView } from '../../../shared/contract/index.ts';
import { CallFailure, invoke, useCall } from '../../app/calls.ts';

/** Strategies as the list shows them; their numbers come from positions and actions as well. */
export const useStrategies = (dossier: string) =>
  useCall(
    'strategy.list',
    { dossier },
    { recordTypes: ['strategy', 'action', 'dossier'], keepPrevious: true },
  );

export const useOverview = (dossier: string) =>
  useCall(
    'dossier.overview',
    { dossier },
    { recordTypes: ['deficit', 'strategy', 'action', 'dossier'], keepPrevious: true },
  );

export const useStrategy = (dossier: string, id: string) => {
  const answer = useCall(
    'record.get',
    { dossier, type: 'strategy', id },
    { recordTypes: ['strategy', 'dossier'] },
  );
  return { ...answer, view: answer.data as RecordView<'strategy'> | undefined };
};

export const useActions = (dossier: string, strategy: string) => {
  const answer = useCall(
    'record.list',
    { dossier, type: 'action', of: { field: 'strategy', id: strategy } },
    { recordTypes: ['action'] },
  );
  return { ...answer, views: answer.data as readonly RecordView<'action'>[] | undefined };
};

export const useClauses = (dossier: string, strategy: string) => {
  const answer = useCall(
    'record.list',
    { dossier, type: 'clause', of: { field: 'subject', id: strategy } },
    { recordTypes: ['clause', 'dossier'] },
  );
  return { ...answer, views: answer.data as readonly RecordView<'clause'>[] | undefined };
};

/** The deficits a strategy names, in the order given; undefined where one has not come or is not here. */
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
