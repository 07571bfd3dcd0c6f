import { Lock, Megaphone, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Seat } from '../../../../shared/domain/codes.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import type { Participant } from '../../../../shared/domain/records/index.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { ConstituencyTile, SEATS } from '../../../ui/constituency.tsx';
import type { GridColumn, GridSort } from '../../../ui/grid/types.ts';
import { matches } from '../../../ui/match.ts';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import { codedId, codedValue, useCreate, useIsReadOnly, useMissingOptions } from '../../editing/index.ts';
import { seatOf } from '../balance.ts';
import {
  STANDINGS,
  useEntryLanguage,
  useOrganizationNames,
  useSeatNames,
  useSeatOptions,
  useSexOptions,
  useSexWord,
} from '../words.ts';
import { ListTab, type Selection } from './ListTab.tsx';
import { QuickAdd } from './QuickAdd.tsx';

interface Row {
  readonly id: string;
  readonly seat: Seat;
  readonly name: string | undefined;
  readonly role: string;
  readonly organization: string;
  readonly sex: string;
  readonly standing: Participant['standing'];
  readonly isSpokesperson: boolean;
  readonly inConflict: boolean;
}

const SORTS: { readonly [column: string]: (row: Row) => string } = {
  seat: (row) => `${SEATS.indexOf(row.seat)} ${row.organization}`,
  name: (row) => row.name ?? '',
  role: (row) => row.role,
  organization: (row) => row.organization,
  sex: (row) => row.sex,
  standing: (row) => String(row.standing ? STANDINGS.indexOf(row.standing) : 9),
};

/** The people in the room. Their names are shown here and nowhere else. */
export function People({
  dossierId,
  people,
  organizations,
  seat,
  selection,
}: {
  readonly dossierId: string;
  readonly people: readonly RecordView<'participant'>[];
  readonly organizations: readonly RecordView<'organization'>[];
  readonly seat: Seat | undefined;
  readonly selection: Selection;
}) {
  const { t } = useTranslation('participants');
  const isReadOnly = useIsReadOnly();
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<GridSort>({ column: 'seat', descending: false });
  const all = useRows(people, organizations);
  const columns = useColumns();
  const { compare } = useFormat();
  const rows = useMemo(() => {
    const key = SORTS[sort.column] ?? SORTS.seat;
    const direction = sort.descending ? -1 : 1;
    return all
      .filter((row) => seat === undefined || row.seat === seat)
      .filter((row) => !query || matches(`${row.name ?? ''} ${row.role} ${row.organization}`, query))
      .sort((a, b) => direction * compare(key?.(a) ?? '', key?.(b) ?? ''));
  }, [all, seat, query, sort, compare]);
  return (
    <ListTab
      label={t('tab.people')}
      rows={rows}
      columns={columns}
      selection={selection}
      sort={sort}
      onSort={setSort}
      {...(!isReadOnly && {
        add: <AddPerson dossierId={dossierId} organizations={organizations} seat={seat} />,
      })}
      note={
        <div className="participants-line">
          <p className="participants-private">
            <Lock size={13} aria-hidden /> {t('namesHere')}
          </p>
          <SearchField label={t('search')} value={query} onChange={setQuery} />
        </div>
      }
      empty={
        people.length === 0 ? (
          <EmptyState icon={<Users size={28} strokeWidth={1.5} aria-hidden />} title={t('people.empty')}>
            {t('people.emptyText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('people.nothing')} />
        )
      }
    />
  );
}

function useRows(
  people: readonly RecordView<'participant'>[],
  organizations: readonly RecordView<'organization'>[],
): readonly Row[] {
  const lang = useLang();
  const organizationName = useOrganizationNames(organizations);
  const sexWord = useSexWord();
  return useMemo(
    () =>
      people.map(({ record, conflicts }) => ({
        id: record.id,
        seat: seatOf(record),
        name: record.name,
        role: pick(record.role, lang)?.value.text ?? '',
        organization: organizationName(record.organization) ?? '',
        sex: sexWord(record.sex),
        standing: record.standing,
        isSpokesperson: record.spokesperson === true,
        inConflict: conflicts.length > 0,
      })),
    [people, lang, organizationName, sexWord],
  );
}

function useColumns(): readonly GridColumn<Row>[] {
  const { t } = useTranslation(['participants', 'common', 'ui']);
  const names = useSeatNames();
  return useMemo<readonly GridColumn<Row>[]>(
    () => [
      {
        id: 'seat',
        header: t('column.seat'),
        width: '64px',
        sortable: true,
        cell: (row) => <ConstituencyTile seat={row.seat} name={names[row.seat]} size="s" />,
      },
      {
        id: 'role',
        header: t('column.role'),
        width: 'minmax(0, 1.5fr)',
        sortable: true,
        isRowHeader: true,
        cell: (row) => (
          <span className="participants-role">
            <span className="clip-2">{row.role || <span className="muted">{t('people.noRole')}</span>}</span>
            {row.isSpokesperson && (
              <Megaphone size={13} role="img" aria-label={t('spokesperson')} className="participants-spoke" />
            )}
            {row.inConflict && <span className="participants-conflict">{t('inConflict')}</span>}
          </span>
        ),
      },
      {
        id: 'name',
        header: t('common:name'),
        width: 'minmax(0, 1fr)',
        sortable: true,
        cell: (row) =>
          row.name ? (
            <bdi className="clip-1">{row.name}</bdi>
          ) : (
            <span className="muted">{t('people.noName')}</span>
          ),
      },
      {
        id: 'organization',
        header: t('column.organization'),
        width: 'minmax(0, 1.2fr)',
        sortable: true,
        cell: (row) => <span className="clip-2">{row.organization}</span>,
      },
      {
        id: 'sex',
        header: t('column.sex'),
        width: '92px',
        sortable: true,
        cell: (row) => row.sex,
      },
      {
        id: 'standing',
        header: t('column.standing'),
        width: '92px',
        sortable: true,
        cell: (row) =>
          row.standing ? (
            t(`standing.${row.standing}`)
          ) : (
            <span className="muted">{t('ui:missing.not-asked')}</span>
          ),
      },
    ],
    [t, names],
  );
}

/** Sixty people by keyboard: seat, organization and standing stay as they were, the role begins anew. */
function AddPerson({
  dossierId,
  organizations,
  seat: filteredSeat,
}: {
  readonly dossierId: string;
  readonly organizations: readonly RecordView<'organization'>[];
  readonly seat: Seat | undefined;
}) {
  const { t } = useTranslation(['participants', 'common']);
  const lang = useEntryLanguage();
  const names = useSeatNames();
  const seats = useSeatOptions();
  const sexes = useSexOptions();
  const missing = useMissingOptions();
  const organizationName = useOrganizationNames(organizations);
  const { create, isPending } = useCreate(dossierId);
  const [chosenSeat, setSeat] = useState<Seat>();
  const seat = chosenSeat ?? filteredSeat ?? 'G';
  const [organization, setOrganization] = useState<string>();
  const [role, setRole] = useState('');
  const [name, setName] = useState('');
  const [sex, setSex] = useState(codedId(undefined));
  const [standing, setStanding] = useState<(typeof STANDINGS)[number]>('titular');
  const [isTried, setTried] = useState(false);
  const options = useMemo(
    () =>
      organizations
        .filter(({ record }) => record.seat === seat)
        .map(({ record }) => ({ id: record.id as string, label: organizationName(record.id) ?? '' })),
    [organizations, organizationName, seat],
  );
  const isBlank = role.trim() === '' && name.trim() === '';
  const add = async (): Promise<boolean> => {
    setTried(true);
    if (isBlank) {
      announce(t('add.needs'), 'assertive');
      return false;
    }
    const made = await create('participant', {
      seat,
      standing,
      sex: codedValue(sex),
      ...(organization && { organization }),
      ...(role.trim() && { role: { [lang]: { text: role.trim(), status: 'original' } } }),
      ...(name.trim() && { name: name.trim() }),
    });
    if (!made) return false;
    setTried(false);
    setRole('');
    setName('');
    setSex(codedId(undefined));
    announce(t('add.added', { seat: names[seat] }));
    return true;
  };
  return (
    <QuickAdd label={t('add.person')} action={t('common:add')} isPending={isPending} onAdd={add}>
      <Select
        className="participants-add-s"
        label={t('column.seat')}
        options={seats}
        value={seat}
        onChange={(next) => {
          setSeat(next);
          setOrganization(undefined);
        }}
      />
      <ComboBox
        className="participants-add-m"
        label={t('column.organization')}
        options={options}
        value={organization}
        onChange={setOrganization}
      />
      <div data-first className="participants-add-m">
        <TextField
          label={t('column.role')}
          lang={lang}
          value={role}
          onChange={setRole}
          maxLength={300}
          error={isTried && isBlank ? t('add.needs') : undefined}
        />
      </div>
      <TextField
        className="participants-add-m"
        label={t('common:name')}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <Select
        className="participants-add-s"
        label={t('column.sex')}
        options={[...sexes, ...missing]}
        value={sex}
        onChange={setSex}
      />
      <Select
        className="participants-add-s"
        label={t('column.standing')}
        options={STANDINGS.map((id) => ({ id, label: t(`standing.${id}`) }))}
        value={standing}
        onChange={setStanding}
      />
    </QuickAdd>
  );
}
