import { CalendarDays } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Session } from '../../../../shared/domain/records/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { CheckboxGroup } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import type { GridColumn } from '../../../ui/grid/types.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import {
  AREA_CODES,
  ChoiceField,
  DayField,
  RecordProvider,
  TextsField,
  useAreaName,
  useCreate,
  useIsReadOnly,
  useSet,
  WithdrawButton,
} from '../../editing/index.ts';
import { useEntryLanguage } from '../words.ts';
import { EditorFrame } from './EditorFrame.tsx';
import { ListTab, type Selection } from './ListTab.tsx';
import { QuickAdd } from './QuickAdd.tsx';

const ATTRIBUTIONS = ['named', 'organization', 'group', 'none'] as const;

interface Row {
  readonly id: string;
  readonly session: Session;
}

export function Sessions({
  dossierId,
  sessions,
  selection,
}: {
  readonly dossierId: string;
  readonly sessions: readonly RecordView<'session'>[];
  readonly selection: Selection;
}) {
  const { t } = useTranslation('participants');
  const isReadOnly = useIsReadOnly();
  const columns = useColumns();
  const rows = useMemo(
    () =>
      sessions
        .map(({ record }) => ({ id: record.id, session: record }))
        .sort((a, b) => (a.session.start ?? '9').localeCompare(b.session.start ?? '9')),
    [sessions],
  );
  return (
    <ListTab<Row>
      label={t('tab.sessions')}
      rows={rows}
      columns={columns}
      selection={selection}
      {...(!isReadOnly && { add: <AddSession dossierId={dossierId} onAdded={selection.open} /> })}
      empty={
        <EmptyState
          icon={<CalendarDays size={28} strokeWidth={1.5} aria-hidden />}
          title={t('session.empty')}
        >
          {t('session.emptyText')}
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly GridColumn<Row>[] {
  const { t } = useTranslation(['participants', 'common', 'ui']);
  const lang = useLang();
  const format = useFormat();
  return useMemo<readonly GridColumn<Row>[]>(
    () => [
      {
        id: 'title',
        header: t('common:title'),
        width: 'minmax(0, 2fr)',
        isRowHeader: true,
        cell: ({ session }) => (
          <span className="clip-2">{pick(session.title, lang)?.value.text ?? t('session.untitled')}</span>
        ),
      },
      {
        id: 'dates',
        header: t('session.dates'),
        width: 'minmax(0, 1.1fr)',
        cell: ({ session }) =>
          session.start || session.end ? (
            <span className="clip-2">{format.dateRange(session.start, session.end)}</span>
          ) : (
            <span className="muted">{t('ui:missing.not-asked')}</span>
          ),
      },
      {
        id: 'place',
        header: t('session.place'),
        width: 'minmax(0, 1.2fr)',
        cell: ({ session }) => <span className="clip-2">{pick(session.place, lang)?.value.text}</span>,
      },
      {
        id: 'attribution',
        header: t('session.attribution'),
        width: 'minmax(0, 1fr)',
        cell: ({ session }) =>
          session.attribution ? (
            t(`attribution.${session.attribution}`)
          ) : (
            <span className="muted">{t('session.asMandate')}</span>
          ),
      },
      {
        id: 'attended',
        header: t('session.attended'),
        width: '90px',
        cell: ({ session }) => <span className="num">{format.count(session.attended?.length ?? 0)}</span>,
      },
    ],
    [t, lang, format],
  );
}

function AddSession({
  dossierId,
  onAdded,
}: {
  readonly dossierId: string;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useTranslation(['participants', 'common']);
  const lang = useEntryLanguage();
  const { create, isPending } = useCreate(dossierId);
  const [title, setTitle] = useState('');
  const [start, setStart] = useState<string>();
  const [isTried, setTried] = useState(false);
  const isBlank = title.trim() === '';
  const add = async (): Promise<boolean> => {
    setTried(true);
    if (isBlank) return false;
    const made = await create('session', {
      title: { [lang]: { text: title.trim(), status: 'original' } },
      ...(start && { start }),
    });
    if (!made) return false;
    setTried(false);
    setTitle('');
    setStart(undefined);
    announce(t('session.added'));
    onAdded(made.record.id);
    return true;
  };
  return (
    <QuickAdd label={t('session.add')} action={t('common:add')} isPending={isPending} onAdd={add}>
      <div data-first className="participants-add-l">
        <TextField
          label={t('session.title')}
          lang={lang}
          value={title}
          onChange={setTitle}
          maxLength={300}
          error={isTried && isBlank ? t('session.needsTitle') : undefined}
        />
      </div>
      <DateField
        className="participants-add-m"
        label={t('session.start')}
        value={start}
        onChange={setStart}
      />
    </QuickAdd>
  );
}

export function SessionEditor({
  dossierId,
  view,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'session'>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('participants');
  const lang = useLang();
  const title = pick(view.record.title, lang)?.value.text ?? t('session.untitled');
  return (
    <RecordProvider dossierId={dossierId} type="session" view={view}>
      <EditorFrame title={title} onClose={onClose}>
        <TextsField name="title" label={t('session.title')} multiline={false} maxLength={300} />
        <DayField name="start" label={t('session.start')} />
        <DayField name="end" label={t('session.end')} />
        <TextsField name="place" label={t('session.place')} multiline={false} maxLength={300} />
        <ChoiceField
          name="attribution"
          label={t('session.attribution')}
          description={t('session.attributionHelp')}
          options={ATTRIBUTIONS.map((id) => ({ id, label: t(`attribution.${id}`) }))}
          placeholder={t('session.asMandate')}
          noneLabel={t('session.asMandate')}
        />
        <AreasField />
        <TextsField
          name="agenda"
          label={t('session.agenda')}
          description={t('session.agendaHelp')}
          maxLength={5000}
        />
        <div className="participants-editor-foot">
          <WithdrawButton
            dossierId={dossierId}
            type="session"
            id={view.record.id}
            name={title}
            onDone={onClose}
          />
        </div>
      </EditorFrame>
    </RecordProvider>
  );
}

function AreasField() {
  const { t } = useTranslation('participants');
  const areaName = useAreaName();
  const { value, setAll, isReadOnly, error } = useSet('areas');
  return (
    <CheckboxGroup
      label={t('session.areas')}
      options={AREA_CODES.map((id) => ({ id, label: areaName(id), icon: <AreaIcon area={id} /> }))}
      value={value as readonly (typeof AREA_CODES)[number][]}
      isReadOnly={isReadOnly}
      error={error}
      onChange={setAll}
    />
  );
}
