import { useEffect } from 'react';
import type { RecordView } from '../../../shared/contract/index.ts';
import { useCall } from '../../app/calls.ts';

const MOST = 200;

/** Pairs that may be one deficit. A large register is compared a little at a time: asked again until all of it is. */
export function useSuggestions(dossier: string) {
  const answer = useCall(
    'duplicates.suggest',
    { dossier, limit: MOST },
    { recordTypes: ['deficit', 'notSame'], keepPrevious: true },
  );
  const { data, isFetching, refetch } = answer;
  const isGoingOn = data !== undefined && data.compared < data.total;
  useEffect(() => {
    if (isGoingOn && !isFetching) void refetch();
  }, [isGoingOn, isFetching, refetch]);
  return { ...answer, isGoingOn };
}

export function useDeficitView(dossier: string, id: string) {
  const answer = useCall(
    'record.get',
    { dossier, type: 'deficit', id },
    { recordTypes: ['deficit', 'dossier'] },
  );
  return { ...answer, view: answer.data as RecordView<'deficit'> | undefined };
}

export const referenceOf = (number: string | null | undefined): string => `D-${number ?? '···'}`;
