import { Building2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { labelOf } from '../../../../shared/reference/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { ConstituencyTile, SEATS } from '../../../ui/constituency.tsx';
import type { GridColumn } from '../../../ui/grid/types.ts';
import { Select } from '../../../ui/Select.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import {
  ChoiceField,
  LineField,
  RecordProvider,
  TextsField,
  useCreate,
  useIsReadOnly,
  useOptions,
  WithdrawButton,
} from '../../editing/index.ts';
import { useEntryLanguage, useOrganizationNames, useSeatNames, useSeatOptions } from '../words.ts';
import { EditorFrame } from './EditorFrame.tsx';
import { ListTab, type Selection } from './ListTab.tsx';
import { QuickAdd } from './QuickAdd.tsx';

interface Row {
  readonly id: string;
  readonly seat: Seat | undefined;
  readonly name: string;
  readonly acronym: string;
  readonly kind: string | undefined;
  readonly people: number;
}

export function Organizations({
  dossierId,
  organizations,
  people,
  seat,
  selection,
}: {
  readonly dossierId: string;
  readonly organizations: readonly RecordView<'organization'>[];
  readonly people: readonly RecordView<'participant'>[];
  readonly seat: Seat | undefined;
  readonly selection: Selection;
}) {
  const { t } = useTranslation('participants');
  const isReadOnly = useIsReadOnly();
  const nameOf = useOrganizationNames(organizations);
  const { compare } = useFormat();
  const columns = useColumns();
  const rows = useMemo(
    () =>
      organizations
        .map(({ record }) => ({
          id: record.id,
          seat: record.seat,
          name: nameOf(record.id) ?? '',
          acronym: record.acronym ?? '',
          kind: record.kind,
          people: people.filter((person) => person.record.organization === record.id).length,
        }))
        .filter((row) => seat === undefined || row.seat === seat)
        .sort((a, b) => place(a.seat) - place(b.seat) || compare(a.name, b.name)),
    [organizations, people, seat, nameOf, compare],
  );
  return (
    <ListTab<Row>
      label={t('tab.organizations')}
      rows={rows}
      columns={columns}
      selection={selection}
      {...(!isReadOnly && { add: <AddOrganization dossierId={dossierId} seat={seat} /> })}
      empty={
        <EmptyState
          icon={<Building2 size={28} strokeWidth={1.5} aria-hidden />}
          title={t('organization.empty')}
        >
          {t('organization.emptyText')}
        </EmptyState>
      }
    />
  );
}

const place = (seat: Seat | undefined): number => (seat ? SEATS.indexOf(seat) : SEATS.length);

function useColumns(): readonly GridColumn<Row>[] {
  const { t } = useTranslation('participants');
  const lang = useLang();
  const format = useFormat();
  const names = useSeatNames();
  return useMemo<readonly GridColumn<Row>[]>(
    () => [
      {
        id: 'seat',
        header: t('column.seat'),
        width: '64px',
        cell: (row) => row.seat && <ConstituencyTile seat={row.seat} name={names[row.seat]} size="s" />,
      },
      {
        id: 'name',
        header: t('column.organization'),
        width: 'minmax(0, 2fr)',
        isRowHeader: true,
        cell: (row) => <span className="clip-2">{row.name}</span>,
      },
      {
        id: 'acronym',
        header: t('column.acronym'),
        width: '110px',
        cell: (row) => <bdi>{row.acronym}</bdi>,
      },
      {
        id: 'kind',
        header: t('column.kind'),
        width: 'minmax(0, 1fr)',
        cell: (row) =>
          row.kind && <span className="clip-2">{labelOf('constituency-types', row.kind, lang)}</span>,
      },
      {
        id: 'people',
        header: t('column.people'),
        width: '90px',
        cell: (row) => <span className="num">{format.count(row.people)}</span>,
      },
    ],
    [t, lang, format, names],
  );
}

function AddOrganization({
  dossierId,
  seat: filteredSeat,
}: {
  readonly dossierId: string;
  readonly seat: Seat | undefined;
}) {
  const { t } = useTranslation(['participants', 'common']);
  const lang = useEntryLanguage();
  const seats = useSeatOptions();
  const { create, isPending } = useCreate(dossierId);
  const [chosenSeat, setSeat] = useState<Seat>();
  const seat = chosenSeat ?? filteredSeat ?? 'G';
  const [name, setName] = useState('');
  const [acronym, setAcronym] = useState('');
  const [isTried, setTried] = useState(false);
  const isBlank = name.trim() === '';
  const add = async (): Promise<boolean> => {
    setTried(true);
    if (isBlank) return false;
    const made = await create('organization', {
      seat,
      name: { [lang]: { text: name.trim(), status: 'original' } },
      ...(acronym.trim() && { acronym: acronym.trim() }),
      ...(seat !== 'invited' && { kind: seat }),
    });
    if (!made) return false;
    setTried(false);
    setName('');
    setAcronym('');
    announce(t('organization.added'));
    return true;
  };
  return (
    <QuickAdd label={t('organization.add')} action={t('common:add')} isPending={isPending} onAdd={add}>
      <Select
        className="participants-add-s"
        label={t('column.seat')}
        options={seats}
        value={seat}
        onChange={setSeat}
      />
      <div data-first className="participants-add-l">
        <TextField
          label={t('organization.name')}
          lang={lang}
          value={name}
          onChange={setName}
          maxLength={300}
          error={isTried && isBlank ? t('organization.needsName') : undefined}
        />
      </div>
      <TextField
        className="participants-add-m"
        label={t('column.acronym')}
        value={acronym}
        onChange={setAcronym}
        maxLength={40}
      />
    </QuickAdd>
  );
}

export function OrganizationEditor({
  dossierId,
  view,
  people,
  onClose,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'organization'>;
  /** How many participants it sent. */
  readonly people: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('participants');
  const seats = useSeatOptions();
  const kinds = useOptions('constituency-types');
  const title = useOrganizationNames([view])(view.record.id) ?? '';
  return (
    <RecordProvider dossierId={dossierId} type="organization" view={view}>
      <EditorFrame title={title} onClose={onClose}>
        <TextsField name="name" label={t('organization.name')} multiline={false} maxLength={300} />
        <LineField name="acronym" label={t('column.acronym')} maxLength={40} />
        <ChoiceField name="seat" label={t('column.seat')} options={seats} placeholder={t('choose')} />
        <ChoiceField
          name="kind"
          label={t('column.kind')}
          description={t('organization.kindHelp')}
          options={kinds}
          placeholder={t('choose')}
          noneLabel={t('noChoice')}
        />
        <div className="participants-editor-foot">
          <WithdrawButton
            dossierId={dossierId}
            type="organization"
            id={view.record.id}
            name={title}
            note={people > 0 && <p>{t('organization.hasPeople', { count: people })}</p>}
            onDone={onClose}
          />
        </div>
      </EditorFrame>
    </RecordProvider>
  );
}
