import { pick } from '../../../shared/domain/languages.ts';
import type { Organization } from '../../../shared/domain/records/index.ts';
import { useCall } from '../../app/calls.ts';
import { useLang } from '../../i18n/useFormat.ts';

export interface KnownOrganization {
  readonly id: string;
  readonly name: string;
  readonly seat: string | undefined;
}

/** The organizations of the dialogue by the name the reader knows; asked for only where one is needed. */
export function useOrganizations(dossierId: string, enabled = true): readonly KnownOrganization[] {
  const lang = useLang();
  const { data } = useCall(
    'record.list',
    { dossier: dossierId, type: 'organization' },
    { enabled, recordTypes: ['organization'] },
  );
  return (data ?? []).map(({ record }) => {
    const organization = record as Organization;
    return {
      id: organization.id,
      name: pick(organization.name, lang)?.value.text ?? organization.acronym ?? organization.id,
      seat: organization.seat,
    };
  });
}
