import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../../shared/contract/index.ts';
import { strictest } from '../../../../../shared/domain/floor/attribution.ts';
import { LANGS, pick } from '../../../../../shared/domain/languages.ts';
import { invoke, useCall } from '../../../../app/calls.ts';
import { LANGUAGE_NAMES } from '../../../../i18n/locale.ts';
import { useLang } from '../../../../i18n/useFormat.ts';
import { Checkbox } from '../../../../ui/Choice.tsx';
import { ComboBox } from '../../../../ui/ComboBox.tsx';
import { ConstituencyTile, SEATS } from '../../../../ui/constituency.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { type Option, Select } from '../../../../ui/Select.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { type Draft, mayHold } from '../draft.ts';
import type { EntryFloor } from '../useEntryFloor.ts';
import { useOrganizations, usePeople } from '../usePeople.ts';
import { useSeatNames } from '../words.ts';

interface DetailsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly dossierId: string;
  readonly floor: EntryFloor;
}

/** What an entry says beside its text: whose it is, as far as the level lets it be kept, and what it is about. */
export function EntryDetails(
  props: DetailsProps & {
    readonly setSpoken: (part: Partial<Pick<Draft, 'spoken' | 'interpreted'>>) => void;
  },
) {
  const { t } = useTranslation('room');
  const { draft, change, setSpoken, floor } = props;
  const may = mayHold(strictest(floor.level, draft.level));
  return (
    <div className="sitting-composer-details">
      {draft.kind === 'action' && <ActionFields draft={draft} change={change} />}
      {may.participant && <ParticipantField {...props} />}
      {may.organization && <OrganizationField {...props} />}
      {may.seat && <SeatField draft={draft} change={change} />}
      <Select<string>
        label={t('record.spoken')}
        value={draft.spoken ?? 'other'}
        options={[
          ...LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] })),
          { id: 'other', label: t('record.spokenOther') },
        ]}
        onChange={(spoken) => setSpoken({ spoken: spoken as Draft['spoken'] })}
      />
      <Checkbox isSelected={draft.interpreted} onChange={(interpreted) => setSpoken({ interpreted })}>
        {t('record.interpreted')}
      </Checkbox>
      <DeficitField {...props} />
      <ClauseField {...props} />
    </div>
  );
}

function ActionFields({ draft, change }: Pick<DetailsProps, 'draft' | 'change'>) {
  const { t } = useTranslation('room');
  return (
    <>
      <TextField
        label={t('record.responsible')}
        placeholder={t('record.responsibleHelp')}
        value={draft.responsible}
        maxLength={300}
        onChange={(responsible) => change({ responsible })}
      />
      <DateField
        label={t('record.due')}
        value={draft.due ?? undefined}
        onChange={(due) => change({ due: due ?? null })}
      />
    </>
  );
}

/** Whoever is chosen brings the constituency and the organization with them. */
function ParticipantField({ draft, change, dossierId, floor }: DetailsProps) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  const people = usePeople(dossierId, floor.presence);
  return (
    <ComboBox
      label={t('record.participant')}
      options={people.map((person) => ({
        id: person.participant,
        label: person.label,
        hint: names[person.seat],
        icon: <ConstituencyTile seat={person.seat} size="s" isDecorative />,
      }))}
      value={draft.participant ?? undefined}
      valueLabel={t('record.gone')}
      placeholder={t('byName.search')}
      onChange={(id) => {
        const person = people.find(({ participant }) => participant === id);
        change(
          person
            ? { participant: person.participant, organization: person.organization, seat: person.seat }
            : { participant: null },
        );
      }}
    />
  );
}

function OrganizationField({ draft, change, dossierId, floor }: DetailsProps) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  const organizations = useOrganizations(dossierId, true);
  const people = usePeople(dossierId, floor.presence);
  return (
    <ComboBox
      label={t('record.organization')}
      options={organizations.map(({ id, seat, name }) => ({
        id,
        label: name,
        hint: seat && names[seat],
        icon: seat && <ConstituencyTile seat={seat} size="s" isDecorative />,
      }))}
      value={draft.organization ?? undefined}
      valueLabel={organizations.length > 0 ? t('record.gone') : ''}
      placeholder={t('record.aboutSearch')}
      onChange={(id) => {
        const chosen = organizations.find((one) => one.id === id);
        const speaker = people.find(({ participant }) => participant === draft.participant);
        change({
          organization: chosen?.id ?? null,
          ...(chosen?.seat && { seat: chosen.seat }),
          // One who belongs to another organization did not say it for this one.
          ...(speaker && speaker.organization !== (chosen?.id ?? null) && { participant: null }),
        });
      }}
    />
  );
}

function SeatField({ draft, change }: Pick<DetailsProps, 'draft' | 'change'>) {
  const { t } = useTranslation('room');
  const names = useSeatNames();
  return (
    <Select<string>
      label={t('record.from')}
      value={draft.seat ?? 'nobody'}
      options={[
        { id: 'nobody', label: t('record.fromNobody') },
        ...SEATS.map((id) => ({ id, label: names[id] })),
      ]}
      onChange={(id) => {
        const seat = SEATS.find((one) => one === id) ?? null;
        if (seat !== draft.seat) change({ seat, participant: null, organization: null });
      }}
    />
  );
}

function DeficitField({ draft, change, dossierId }: DetailsProps) {
  const { t } = useTranslation('room');
  const reader = useLang();
  const { data } = useCall(
    'record.get',
    { dossier: dossierId, type: 'deficit', id: draft.deficit ?? '' },
    { enabled: draft.deficit !== null, recordTypes: ['deficit'] },
  );
  const chosen = (data as RecordView<'deficit'> | undefined)?.record;
  const load = useCallback(
    async (query: string): Promise<readonly Option[]> => {
      const hits = await invoke('search.jump', { dossier: dossierId, text: query, lang: reader, limit: 40 });
      return hits
        .filter(({ type }) => type === 'deficit')
        .map(({ id, number, title }) => ({ id, label: title?.text ?? '', hint: `D-${number ?? ''}` }));
    },
    [dossierId, reader],
  );
  return (
    <ComboBox
      label={t('record.about')}
      load={load}
      value={draft.deficit ?? undefined}
      valueLabel={chosen ? `D-${chosen.number ?? ''} · ${pick(chosen.title, reader)?.value.text ?? ''}` : ''}
      placeholder={t('record.aboutSearch')}
      onChange={(deficit) => change({ deficit: deficit ?? null })}
    />
  );
}

function ClauseField({ draft, change, dossierId }: DetailsProps) {
  const { t } = useTranslation('room');
  const reader = useLang();
  const { data } = useCall(
    'record.list',
    { dossier: dossierId, type: 'clause', limit: 2000 },
    { recordTypes: ['clause'] },
  );
  return (
    <ComboBox
      label={t('record.clause')}
      options={((data ?? []) as readonly RecordView<'clause'>[]).map(({ record }) => ({
        id: record.id as string,
        label: `C-${record.number ?? ''} · ${pick(record.body, reader)?.value.text ?? ''}`,
      }))}
      value={draft.clause ?? undefined}
      valueLabel={data ? t('record.gone') : ''}
      placeholder={t('record.aboutSearch')}
      onChange={(clause) => change({ clause: clause ?? null })}
    />
  );
}
