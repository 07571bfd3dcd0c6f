import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import type { FloorPerson, FloorState } from '../../../../shared/domain/floor/state.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { useRegistered, useRoles } from './useRoles.ts';

export interface Someone extends FloorPerson {
  readonly seat: Seat;
  readonly organization: string | null;
  /** The name, else the role: for the operator's screen alone. */
  readonly label: string;
}

/** The participants of the session; those who are here come first, since it is they who speak. */
export function usePeople(dossier: string, presence: FloorState['presence']): readonly Someone[] {
  const { t } = useTranslation('room');
  const roleOf = useRoles(dossier);
  const registered = useRegistered(dossier);
  return useMemo(
    () =>
      presence
        .flatMap((held) =>
          held.people.map((person) => ({
            ...person,
            seat: held.seat,
            organization: registered.get(person.participant)?.organization ?? null,
            label: person.name ?? roleOf(person.participant) ?? t('presence.unnamed'),
          })),
        )
        .sort((a, b) => Number(b.here) - Number(a.here)),
    [presence, roleOf, registered, t],
  );
}

export interface Organized {
  readonly id: string;
  readonly seat: Seat | undefined;
  readonly name: string;
}

/** The organizations of the dossier, as the reader calls them; none where the level lets none be told. */
export function useOrganizations(dossier: string, isTold: boolean): readonly Organized[] {
  const { t } = useTranslation('room');
  const lang = useLang();
  const { data } = useCall(
    'record.list',
    { dossier, type: 'organization', limit: 5000 },
    { recordTypes: ['organization'], enabled: isTold, keepPrevious: true },
  );
  return useMemo(
    () =>
      ((isTold && data) || []).map((view) => {
        const { id, seat, acronym, name } = (view as RecordView<'organization'>).record;
        const label = pick(name, lang)?.value.text ?? acronym ?? t('record.unnamedOrganization');
        return { id, seat, name: label };
      }),
    [data, isTold, lang, t],
  );
}
