import { StickyNote, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/contract/index.ts';
import { pick } from '../../../shared/domain/languages.ts';
import { useCall, useMutate } from '../../app/calls.ts';
import { paths } from '../../app/router.ts';
import { useFormat, useLang } from '../../i18n/useFormat.ts';
import { AreaIcon } from '../../ui/AreaIcon.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConstituencyTile } from '../../ui/constituency.tsx';
import { ErrorState, useErrorText } from '../../ui/states.tsx';
import { announce, showToast } from '../../ui/toasts.ts';
import { useAreaName, useIsReadOnly } from '../editing/index.ts';
import { useConstituencyNames } from '../positions/index.ts';

/** The cards made at this desk, newest first; each can be taken back, and put back again. */
export function MadeCards({
  dossierId,
  made,
}: {
  readonly dossierId: string;
  readonly made: readonly string[];
}): ReactNode {
  const { t } = useTranslation(['capture', 'ui']);
  const format = useFormat();
  return (
    <Card title={t('list')} count={format.count(made.length)} className="capture-list">
      {made.length === 0 ? (
        <p className="muted">
          <StickyNote size={16} aria-hidden /> {t('none')}
        </p>
      ) : (
        <ol className="capture-made">
          {made.map((id) => (
            <MadeCard key={id} dossierId={dossierId} id={id} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function MadeCard({ dossierId, id }: { readonly dossierId: string; readonly id: string }): ReactNode {
  const { t } = useTranslation(['capture', 'ui']);
  const lang = useLang();
  const areaName = useAreaName();
  const names = useConstituencyNames();
  const errorText = useErrorText();
  const isReadOnly = useIsReadOnly();
  const answer = useCall(
    'record.get',
    { dossier: dossierId, type: 'deficit', id },
    { recordTypes: ['deficit'] },
  );
  const withdraw = useMutate('record.withdraw');
  const restore = useMutate('record.restore');
  const view = answer.data as RecordView<'deficit'> | undefined;
  if (answer.error)
    return (
      <li>
        <ErrorState error={answer.error} size="inline" />
      </li>
    );
  if (!view) return <li aria-busy="true" />;
  const { record, withdrawn } = view;
  const ref = `D-${record.number}`;
  const title = pick(record.title, lang);
  const isPending = withdraw.isPending || restore.isPending;
  const turn = (): void =>
    (withdrawn ? restore : withdraw).mutate(
      { dossier: dossierId, type: 'deficit', id },
      {
        onSuccess: () => announce(t(withdrawn ? 'putBack' : 'takenBack', { ref })),
        onError: (error) => showToast({ tone: 'bad', text: errorText(error).what }),
      },
    );
  return (
    <li className={withdrawn ? 'withdrawn' : undefined}>
      <AreaIcon area={record.area} />
      <bdi className="muted num">{ref}</bdi>
      <span className="grow">
        <a href={paths.section(dossierId, 'deficits', id)}>
          <span lang={title?.lang} dir="auto">
            {title?.value.text}
          </span>
        </a>
        <small className="muted">{withdrawn ? t('isTakenBack') : areaName(record.area)}</small>
      </span>
      {record.raisedBy && (
        <ConstituencyTile
          seat={record.raisedBy}
          name={record.raisedBy === 'invited' ? t('ui:seat.invited') : names[record.raisedBy]}
        />
      )}
      {!isReadOnly && (
        <Button
          icon={<Undo2 size={14} aria-hidden className="flip" />}
          isPending={isPending}
          aria-label={t(withdrawn ? 'putBackOf' : 'takeBackOf', { ref })}
          onPress={turn}
        >
          {t(withdrawn ? 'doPutBack' : 'takeBack')}
        </Button>
      )}
    </li>
  );
}
