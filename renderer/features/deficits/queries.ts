import { useMemo } from 'react';
import type { RecordView } from '../../../shared/contract/index.ts';
import type { EditableType } from '../../../shared/domain/records/index.ts';
import { useCall } from '../../app/calls.ts';

/** The deficit as it is, or as it was known when `asOf` changes had arrived. */
export const useDeficit = (dossier: string, id: string, asOf?: number) => {
  const now = useCall(
    'record.get',
    { dossier, type: 'deficit', id },
    { enabled: asOf === undefined, recordTypes: ['deficit', 'dossier'] },
  );
  const then = useCall(
    'register.recordAsOf',
    { dossier, id, asOf: asOf ?? 1 },
    { enabled: asOf !== undefined, recordTypes: [] },
  );
  const answer = asOf === undefined ? now : then;
  return { ...answer, view: answer.data as RecordView<'deficit'> | undefined };
};

/** Records that hang on a deficit, in their order. */
function useOf<T extends EditableType>(dossier: string, type: T, field: string, id: string) {
  const answer = useCall(
    'record.list',
    { dossier, type, of: { field, id } },
    { recordTypes: [type, 'dossier'] },
  );
  return { ...answer, views: answer.data as readonly RecordView<T>[] | undefined };
}
export const useEvidence = (dossier: string, id: string) => useOf(dossier, 'evidence', 'deficit', id);
export const useNorms = (dossier: string, id: string) => useOf(dossier, 'norm', 'deficit', id);
export const useCauses = (dossier: string, id: string) => useOf(dossier, 'cause', 'deficit', id);
export const useComments = (dossier: string, id: string) => useOf(dossier, 'comment', 'target', id);
export const useClauses = (dossier: string, id: string) => useOf(dossier, 'clause', 'subject', id);

/** Whether this dialogue asks about grounds of discrimination beyond C111, article 1(1)(a). It does unless it says so. */
export const useAsksWiderGrounds = (dossier: string): boolean => {
  const { data } = useCall(
    'record.get',
    { dossier, type: 'dossier', id: dossier },
    { recordTypes: ['dossier'] },
  );
  return (data as RecordView<'dossier'> | undefined)?.record.widerGrounds !== 'not-asked';
};

/** The sessions of the dialogue in the order they were held. */
export const useSessions = (dossier: string) => {
  const answer = useCall(
    'record.list',
    { dossier, type: 'session', limit: 5000 },
    { recordTypes: ['session'] },
  );
  const views = answer.data as readonly RecordView<'session'>[] | undefined;
  const sessions = useMemo(
    () => views && [...views].sort((a, b) => (a.record.start ?? '9').localeCompare(b.record.start ?? '9')),
    [views],
  );
  return { ...answer, sessions };
};
