import { useTranslation } from 'react-i18next';
import { type Labels, pick } from '../../../../shared/domain/languages.ts';
import type { RecordOf } from '../../../../shared/domain/records/index.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useCall } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useLang } from '../../../i18n/useFormat.ts';
import { BestText } from '../../../ui/BestText.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { ErrorState } from '../../../ui/states.tsx';

/** Who is not in the room and why, in the words of the constituency itself. */
export function Absences({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('overview');
  const absences = useCall(
    'record.list',
    { dossier: dossierId, type: 'absence' },
    { recordTypes: ['absence'] },
  );
  const organizations = useCall(
    'record.list',
    { dossier: dossierId, type: 'organization' },
    { recordTypes: ['organization'] },
  );
  if (absences.error)
    return <ErrorState error={absences.error} size="inline" onRetry={() => void absences.refetch()} />;
  if (!absences.data || absences.data.length === 0) return null;
  const nameOf = (id: string | undefined) =>
    (
      organizations.data?.find(({ record }) => record.id === id)?.record as
        | RecordOf<'organization'>
        | undefined
    )?.name;
  return (
    <Card title={t('absences.title')}>
      <ul className="overview-absences">
        {absences.data.map(({ record }) => (
          <Absence
            key={record.id}
            absence={record as RecordOf<'absence'>}
            organization={nameOf((record as RecordOf<'absence'>).organization)}
          />
        ))}
      </ul>
    </Card>
  );
}

function Absence({
  absence,
  organization,
}: {
  readonly absence: RecordOf<'absence'>;
  readonly organization: RecordOf<'organization'>['name'] | undefined;
}) {
  const { t } = useTranslation(['overview', 'ui']);
  const lang = useLang();
  const { constituencyLabels } = useDossier();
  const { constituency, reason, note, writtenBy } = absence;
  const seatName = (seat: 'G' | 'E' | 'W'): string =>
    pick(constituencyLabels[seat] as Labels | undefined, lang)?.value ?? t(`ui:seat.${seat}`);
  return (
    <li>
      {constituency && <ConstituencyTile seat={constituency} name={seatName(constituency)} />}
      <div>
        <p className="overview-absent">
          {organization ? (
            <BestText texts={organization} isBlock={false} />
          ) : (
            constituency && seatName(constituency)
          )}
          <span className="muted">
            {' '}
            · {reason ? labelOf('absence-reasons', reason, lang) : t('absences.noReason')}
          </span>
        </p>
        <BestText texts={note} className="prose" />
        {writtenBy && writtenBy !== constituency && (
          <p className="muted">{t('absences.writtenBy', { who: seatName(writtenBy) })}</p>
        )}
      </div>
    </li>
  );
}
