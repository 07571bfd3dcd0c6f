import { TriangleAlert, UserMinus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Constituency, Seat } from '../../../../shared/domain/codes.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Absence } from '../../../../shared/domain/records/index.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { CONSTITUENCIES, ConstituencyTile } from '../../../ui/constituency.tsx';
import type { GridColumn } from '../../../ui/grid/types.ts';
import { Select } from '../../../ui/Select.tsx';
import { EmptyState, Notice } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import {
  ChoiceField,
  DayField,
  RecordProvider,
  TextsField,
  useCreate,
  useIsReadOnly,
  useOptions,
  WithdrawButton,
} from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { useOrganizationNames } from '../words.ts';
import { EditorFrame } from './EditorFrame.tsx';
import { ListTab, type Selection } from './ListTab.tsx';
import { OrganizationField } from './PersonEditor.tsx';
import { QuickAdd } from './QuickAdd.tsx';

interface Row {
  readonly id: string;
  readonly absence: Absence;
  readonly who: string;
}

/** Who is not in the room and why, in the words of the constituency itself. */
export function Absences({
  dossierId,
  absences,
  organizations,
  people,
  seat,
  selection,
}: {
  readonly dossierId: string;
  readonly absences: readonly RecordView<'absence'>[];
  readonly organizations: readonly RecordView<'organization'>[];
  readonly people: readonly RecordView<'participant'>[];
  readonly seat: Seat | undefined;
  readonly selection: Selection;
}) {
  const { t } = useTranslation('participants');
  const isReadOnly = useIsReadOnly();
  const names = useConstituencyNames();
  const whoOf = useAbsent(organizations);
  const columns = useColumns();
  const rows = useMemo(
    () =>
      absences
        .filter(({ record }) => seat === undefined || record.constituency === seat)
        .map(({ record }) => ({ id: record.id, absence: record, who: whoOf(record) })),
    [absences, seat, whoOf],
  );
  const unexplained = CONSTITUENCIES.filter(
    (each) =>
      !people.some(({ record }) => record.seat === each) &&
      !absences.some(({ record }) => record.constituency === each),
  );
  return (
    <ListTab<Row>
      label={t('tab.absences')}
      rows={rows}
      columns={columns}
      selection={selection}
      {...(!isReadOnly && { add: <AddAbsence dossierId={dossierId} onAdded={selection.open} /> })}
      note={
        <>
          <p className="participants-private">{t('absence.rule')}</p>
          {unexplained.length > 0 && (
            <Notice tone="warn" icon={<TriangleAlert size={16} aria-hidden />}>
              {t('absence.unexplained', { who: unexplained.map((each) => names[each]) })}
            </Notice>
          )}
        </>
      }
      empty={
        <EmptyState icon={<UserMinus size={28} strokeWidth={1.5} aria-hidden />} title={t('absence.empty')}>
          {t('absence.emptyText')}
        </EmptyState>
      }
    />
  );
}

/** The organization that is absent, else the whole constituency. */
function useAbsent(organizations: readonly RecordView<'organization'>[]): (absence: Absence) => string {
  const { t } = useTranslation('participants');
  const names = useConstituencyNames();
  const nameOf = useOrganizationNames(organizations);
  return useMemo(
    () => (absence) =>
      nameOf(absence.organization) ??
      (absence.constituency ? names[absence.constituency] : t('absence.nobody')),
    [names, nameOf, t],
  );
}

function useColumns(): readonly GridColumn<Row>[] {
  const { t } = useTranslation('participants');
  const lang = useLang();
  const format = useFormat();
  const names = useConstituencyNames();
  return useMemo<readonly GridColumn<Row>[]>(
    () => [
      {
        id: 'constituency',
        header: t('column.constituency'),
        width: '72px',
        cell: ({ absence }) =>
          absence.constituency && (
            <ConstituencyTile seat={absence.constituency} name={names[absence.constituency]} size="s" />
          ),
      },
      {
        id: 'who',
        header: t('column.who'),
        width: 'minmax(0, 1.3fr)',
        isRowHeader: true,
        cell: (row) => <span className="clip-2">{row.who}</span>,
      },
      {
        id: 'reason',
        header: t('column.reason'),
        width: 'minmax(0, 1fr)',
        cell: ({ absence }) =>
          absence.reason && (
            <span className="clip-2">{labelOf('absence-reasons', absence.reason, lang)}</span>
          ),
      },
      {
        id: 'note',
        header: t('column.note'),
        width: 'minmax(0, 2fr)',
        cell: ({ absence }) => {
          const note = pick(absence.note, lang);
          return note ? (
            <span className="clip-2" lang={note.lang} dir="auto">
              {note.value.text}
            </span>
          ) : (
            <span className="muted">{t('absence.noNote')}</span>
          );
        },
      },
      {
        id: 'writtenBy',
        header: t('column.writtenBy'),
        width: '130px',
        cell: ({ absence }) => <WrittenBy absence={absence} />,
      },
      {
        id: 'date',
        header: t('column.date'),
        width: '104px',
        cell: ({ absence }) => absence.date && <span className="num">{format.date(absence.date)}</span>,
      },
    ],
    [t, lang, format, names],
  );
}

/** Says so where one constituency wrote about another: such a note is not that constituency's word. */
function WrittenBy({ absence }: { readonly absence: Absence }) {
  const { t } = useTranslation('participants');
  const names = useConstituencyNames();
  if (!absence.writtenBy) return <span className="muted">{t('absence.unsigned')}</span>;
  const isForeign = absence.constituency !== undefined && absence.constituency !== absence.writtenBy;
  return (
    <span className={isForeign ? 'participants-foreign' : undefined}>
      {isForeign && <TriangleAlert size={12} aria-hidden />}
      {isForeign ? t('absence.foreign', { who: names[absence.writtenBy] }) : t('absence.own')}
    </span>
  );
}

function AddAbsence({
  dossierId,
  onAdded,
}: {
  readonly dossierId: string;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useTranslation(['participants', 'common']);
  const names = useConstituencyNames();
  const reasons = useOptions('absence-reasons');
  const { create, isPending } = useCreate(dossierId);
  const [constituency, setConstituency] = useState<Constituency>();
  const [reason, setReason] = useState<string>();
  const [writtenBy, setWrittenBy] = useState<Constituency>();
  const [isTried, setTried] = useState(false);
  const options = CONSTITUENCIES.map((id) => ({ id, label: names[id] }));
  const needed = (value: string | undefined): string | undefined =>
    isTried && value === undefined ? t('absence.needed') : undefined;
  const add = async (): Promise<boolean> => {
    setTried(true);
    if (!constituency || !reason || !writtenBy) return false;
    const made = await create('absence', { constituency, reason, writtenBy });
    if (!made) return false;
    setTried(false);
    setConstituency(undefined);
    setReason(undefined);
    setWrittenBy(undefined);
    announce(t('absence.added'));
    onAdded(made.record.id);
    return true;
  };
  return (
    <QuickAdd label={t('absence.add')} action={t('common:add')} isPending={isPending} onAdd={add}>
      <Select
        className="participants-add-m"
        label={t('absence.constituency')}
        options={options}
        value={constituency}
        placeholder={t('choose')}
        error={needed(constituency)}
        onChange={setConstituency}
      />
      <Select
        className="participants-add-m"
        label={t('column.reason')}
        options={reasons}
        value={reason}
        placeholder={t('choose')}
        error={needed(reason)}
        onChange={setReason}
      />
      <Select
        className="participants-add-m"
        label={t('absence.writtenBy')}
        options={options}
        value={writtenBy}
        placeholder={t('choose')}
        error={needed(writtenBy)}
        onChange={setWrittenBy}
      />
    </QuickAdd>
  );
}

export function AbsenceEditor({
  dossierId,
  view,
  organizations,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'absence'>;
  readonly organizations: readonly RecordView<'organization'>[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('participants');
  const names = useConstituencyNames();
  const reasons = useOptions('absence-reasons');
  const title = useAbsent(organizations)(view.record);
  const { constituency, writtenBy } = view.record;
  const options = CONSTITUENCIES.map((id) => ({ id, label: names[id] }));
  return (
    <RecordProvider dossierId={dossierId} type="absence" view={view}>
      <EditorFrame title={title} onClose={onClose}>
        {constituency && writtenBy && constituency !== writtenBy && (
          <Notice tone="warn" icon={<TriangleAlert size={16} aria-hidden />}>
            {t('absence.foreignText', { of: names[constituency], by: names[writtenBy] })}
          </Notice>
        )}
        <ChoiceField
          name="constituency"
          label={t('absence.constituency')}
          options={options}
          placeholder={t('choose')}
        />
        <OrganizationField
          organizations={organizations.filter(({ record }) => record.seat === constituency)}
        />
        <ChoiceField name="reason" label={t('column.reason')} options={reasons} placeholder={t('choose')} />
        <TextsField
          name="note"
          label={t('absence.note')}
          description={t('absence.noteHelp')}
          maxLength={5000}
        />
        <ChoiceField
          name="writtenBy"
          label={t('absence.writtenBy')}
          options={options}
          placeholder={t('choose')}
        />
        <DayField name="date" label={t('column.date')} />
        <div className="participants-editor-foot">
          <WithdrawButton
            dossierId={dossierId}
            type="absence"
            id={view.record.id}
            name={title}
            onDone={onClose}
          />
        </div>
      </EditorFrame>
    </RecordProvider>
  );
}
