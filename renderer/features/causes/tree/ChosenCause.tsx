import { ArrowDown, ArrowUp, IndentDecrease, IndentIncrease, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Move } from '../../../../shared/domain/causes/moves.ts';
import type { CauseRow } from '../../../../shared/domain/causes/types.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall, useMutate } from '../../../app/calls.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { AsPasted, Conflicts, RecordProvider, TextsField } from '../../editing/index.ts';
import { DeficitPicker } from '../parts/DeficitPicker.tsx';
import type { Acts } from './useActs.ts';

const MOVES = [
  { to: 'up', icon: ArrowUp, flips: false },
  { to: 'down', icon: ArrowDown, flips: false },
  { to: 'indent', icon: IndentIncrease, flips: true },
  { to: 'outdent', icon: IndentDecrease, flips: true },
] as const satisfies readonly { to: Move; icon: unknown; flips: boolean }[];

/** The chosen cause: its text in every language, the evidence that names it, and where it stands. */
export function ChosenCause({
  dossierId,
  deficit,
  row,
  acts,
  isReadOnly,
  onWithdraw,
}: {
  readonly dossierId: string;
  readonly deficit: string;
  readonly row: CauseRow;
  readonly acts: Acts;
  readonly isReadOnly: boolean;
  readonly onWithdraw: () => void;
}) {
  const { t } = useTranslation('causes');
  const { data, error } = useCall(
    'record.get',
    { dossier: dossierId, type: 'cause', id: row.id },
    { recordTypes: ['cause'] },
  );
  if (error) return <ErrorState error={error} size="inline" />;
  if (!data) return <Skeleton lines={5} />;
  // A cause of a deficit that is in the bin is read only as well.
  const view = isReadOnly ? { ...data, withdrawn: true } : data;
  return (
    <RecordProvider dossierId={dossierId} type="cause" view={view}>
      <h2 className="causes-side-title">{t(row.kind === 'effect' ? 'oneEffect' : 'oneCause')}</h2>
      <Conflicts />
      <TextsField name="body" label={t('text')} maxLength={1000} minRows={2} />
      <AsPasted of={data.record} />
      <Evidence dossierId={dossierId} deficit={deficit} cause={row.id} isReadOnly={isReadOnly} />
      {!isReadOnly && (
        <>
          <div className="row" role="toolbar" aria-label={t('place')}>
            {MOVES.map(({ to, icon: Icon, flips }) => (
              <IconButton
                key={to}
                size="s"
                label={t(`move.${to}`)}
                icon={<Icon size={15} aria-hidden className={flips ? 'flip' : undefined} />}
                onPress={() => void acts.move(row.id, to)}
              />
            ))}
            <span className="grow" />
            <Button variant="quiet" icon={<Trash2 size={14} aria-hidden />} onPress={onWithdraw}>
              {t('withdraw')}
            </Button>
          </div>
          <DeficitPicker
            key={row.id}
            dossierId={dossierId}
            label={t('toDeficit')}
            description={t('toDeficitHelp')}
            value={undefined}
            without={deficit}
            onChange={(id) => void acts.move(row.id, { deficit: id as never })}
          />
        </>
      )}
    </RecordProvider>
  );
}

function Evidence({
  dossierId,
  deficit,
  cause,
  isReadOnly,
}: {
  readonly dossierId: string;
  readonly deficit: string;
  readonly cause: string;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('causes');
  const lang = useLang();
  const edit = useMutate('record.edit');
  const answer = useCall(
    'record.list',
    { dossier: dossierId, type: 'evidence', of: { field: 'deficit', id: deficit as never } },
    { recordTypes: ['evidence'] },
  );
  const views = answer.data as readonly RecordView<'evidence'>[] | undefined;
  const nameOf = ({ record }: RecordView<'evidence'>): string =>
    [record.indicator, pick(record.source, lang)?.value.text, record.year].filter(Boolean).join(' · ') ||
    t('evidenceUnnamed');
  const set = (id: string, to: string | null): void =>
    edit.mutate({ dossier: dossierId, type: 'evidence', id: id as never, members: { cause: to } });
  const own = views?.filter(({ record }) => record.cause === cause) ?? [];
  const others = views?.filter(({ record }) => record.cause !== cause) ?? [];
  return (
    <section className="causes-side-part" aria-label={t('evidenceTitle')}>
      <h3>{t('evidenceTitle')}</h3>
      {own.length === 0 && <p className="muted">{t('evidenceNone')}</p>}
      <ul className="causes-list">
        {own.map((view) => (
          <li key={view.record.id}>
            <span className="grow">{nameOf(view)}</span>
            {!isReadOnly && (
              <Button
                variant="quiet"
                aria-label={t('evidenceLeaveOf', { name: nameOf(view) })}
                onPress={() => set(view.record.id, null)}
              >
                {t('evidenceLeave')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && others.length > 0 && (
        <ComboBox
          key={own.length}
          label={t('evidenceAdd')}
          options={others.map((view) => ({ id: view.record.id as string, label: nameOf(view) }))}
          value={undefined}
          onChange={(id) => id && set(id, cause)}
        />
      )}
      {!isReadOnly && others.length === 0 && own.length === 0 && (
        <p className="muted">{t('evidenceFirst')}</p>
      )}
      {edit.error && <ErrorState error={edit.error} size="inline" />}
    </section>
  );
}
