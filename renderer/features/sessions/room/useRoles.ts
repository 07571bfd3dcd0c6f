import { useCallback, useMemo } from 'react';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';

type Registered = ReadonlyMap<string, RecordView<'participant'>['record']>;

/** The participants of the dossier by their ids. */
export function useRegistered(dossier: string): Registered {
  const { data } = useCall(
    'record.list',
    { dossier, type: 'participant', limit: 5000 },
    { recordTypes: ['participant'], keepPrevious: true },
  );
  return useMemo(
    () =>
      new Map(
        ((data ?? []) as readonly RecordView<'participant'>[]).map(({ record }) => [
          record.id as string,
          record,
        ]),
      ),
    [data],
  );
}

/** What a participant is, for those of whom no name is recorded: the role, in the language of the reader. */
export function useRoles(dossier: string): (participant: string) => string | undefined {
  const lang = useLang();
  const registered = useRegistered(dossier);
  return useCallback((id) => pick(registered.get(id)?.role, lang)?.value.text, [registered, lang]);
}
