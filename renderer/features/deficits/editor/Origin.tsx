import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../../../../shared/domain/languages.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { SEATS } from '../../../ui/constituency.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { useSessions } from '../queries.ts';
import { useValue } from './fields.tsx';

const NOBODY = 'none:';

/** Whose card it was: a group and never a person. */
export function RaisedByField() {
  const { t } = useTranslation(['coding', 'ui']);
  const names = useConstituencyNames();
  const { value, set, isReadOnly, error } = useValue<string>('raisedBy');
  return (
    <Select
      label={t('raisedBy')}
      options={[
        { id: NOBODY, label: t('ui:missing.not-asked') },
        ...SEATS.map((id) => ({
          id: id as string,
          label: id === 'invited' ? t('ui:seat.invited') : names[id],
        })),
      ]}
      value={value ?? NOBODY}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(id) => set(id === NOBODY ? undefined : id)}
    />
  );
}

const NO_SESSION = 'none:';

/** The session in which the deficit was first put, so that its record can be found again. */
export function SessionField({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('deficits');
  const lang = useLang();
  const format = useFormat();
  const session = useValue<string>('session');
  const { sessions, error } = useSessions(dossierId);
  const options = useMemo(() => {
    const known = (sessions ?? []).map(({ record }) => ({
      id: record.id as string,
      label: pick(record.title, lang)?.value.text ?? t('editor.untitledSession'),
      hint: record.start || record.end ? format.dateRange(record.start, record.end) : undefined,
    }));
    return [
      ...(session.value === undefined ? [] : [{ id: NO_SESSION, label: t('editor.noSession') }]),
      ...known,
      // A session that was moved to the bin is still where the deficit came from.
      ...(session.value !== undefined && sessions && known.every(({ id }) => id !== session.value)
        ? [{ id: session.value, label: t('editor.untitledSession') }]
        : []),
    ];
  }, [sessions, session.value, lang, format, t]);
  if (error) return <ErrorState error={error} size="inline" />;
  return (
    <Select
      label={t('field.session')}
      options={options}
      value={session.value}
      placeholder={t('editor.chooseSession')}
      description={sessions?.length === 0 ? t('editor.sessionsFirst') : undefined}
      isDisabled={options.length === 0}
      isReadOnly={session.isReadOnly}
      error={session.error}
      onChange={(id) => session.set(id === NO_SESSION ? undefined : id)}
    />
  );
}
