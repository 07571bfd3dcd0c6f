import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Lists } from '../queries.ts';
import { AbsenceEditor } from './Absences.tsx';
import { OrganizationEditor } from './Organizations.tsx';
import { PersonEditor } from './PersonEditor.tsx';
import { SessionEditor } from './Sessions.tsx';

const find = <V extends RecordView>(views: readonly V[], id: string | undefined): V | undefined =>
  views.find(({ record }) => record.id === id);

/** Whether the record of the address is on this screen at all. */
export const isListed = (lists: Lists, id: string | undefined): boolean =>
  Object.values(lists).some((views: readonly RecordView[]) => find(views, id));

/** The editor of the chosen record, whichever kind it is. */
export function Detail({
  dossierId,
  id,
  lists,
  onClose,
}: {
  readonly dossierId: string;
  readonly id: string;
  readonly lists: Lists;
  readonly onClose: () => void;
}) {
  const { people, organizations, absences, sessions } = lists;
  const person = find(people, id);
  if (person)
    return (
      <PersonEditor dossierId={dossierId} view={person} organizations={organizations} onClose={onClose} />
    );
  const organization = find(organizations, id);
  if (organization)
    return (
      <OrganizationEditor
        dossierId={dossierId}
        view={organization}
        people={people.filter(({ record }) => record.organization === id).length}
        onClose={onClose}
      />
    );
  const absence = find(absences, id);
  if (absence)
    return (
      <AbsenceEditor dossierId={dossierId} view={absence} organizations={organizations} onClose={onClose} />
    );
  const session = find(sessions, id);
  return session && <SessionEditor dossierId={dossierId} view={session} onClose={onClose} />;
}
