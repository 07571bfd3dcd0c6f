import { useCallback, useMemo } from 'react';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';

/** What a participant is, for those of whom no name is recorded: the role, in the language of the reader. */
export function useRoles(dossier: string): (participant: string) => string | undefined {
  const lang = useLang();
  const { data } = useCall(
    'record.list',
    { dossier, type: 'participant', limit: 5000 },
    { recordTypes: ['participant'], keepPrevious: true },
  );
  const roles = useMemo(
    () =>
      new Map<string, string | undefined>(
        ((data ?? []) as readonly RecordView<'participant'>[]).map(({ record }) => [
          record.id,
          pick(record.role, lang)?.value.text,
        ]),
      ),
    [data, lang],
  );
  return useCallback((id) => roles.get(id), [roles]);
}
