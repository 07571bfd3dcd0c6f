import type { RecordView } from '../../../shared/contract/index.ts';
import { useCall } from '../../app/calls.ts';

type ListedType = 'participant' | 'organization' | 'absence' | 'session';

function useAll<T extends ListedType>(dossier: string, type: T) {
  const answer = useCall(
    'record.list',
    { dossier, type, limit: 5000 },
    { recordTypes: [type], keepPrevious: true },
  );
  return { ...answer, views: answer.data as readonly RecordView<T>[] | undefined };
}

/** Everybody and everything this screen lists. */
export interface Lists {
  readonly people: readonly RecordView<'participant'>[];
  readonly organizations: readonly RecordView<'organization'>[];
  readonly absences: readonly RecordView<'absence'>[];
  readonly sessions: readonly RecordView<'session'>[];
}
export const TABS = ['people', 'organizations', 'absences', 'sessions'] as const satisfies (keyof Lists)[];
export type TabName = (typeof TABS)[number];

export function useLists(dossier: string): {
  /** Undefined until all four are there. */
  readonly lists: Lists | undefined;
  readonly failed: { readonly error: unknown; readonly refetch: () => unknown } | undefined;
} {
  const people = useAll(dossier, 'participant');
  const organizations = useAll(dossier, 'organization');
  const absences = useAll(dossier, 'absence');
  const sessions = useAll(dossier, 'session');
  const failed = [people, organizations, absences, sessions].find(({ error }) => error);
  const lists =
    people.views && organizations.views && absences.views && sessions.views
      ? {
          people: people.views,
          organizations: organizations.views,
          absences: absences.views,
          sessions: sessions.views,
        }
      : undefined;
  return { lists, failed };
}
