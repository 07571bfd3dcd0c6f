import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView, SessionRow } from '../../../../shared/contract/index.ts';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { SESSION_KINDS } from '../../../../shared/domain/floor/constants.ts';
import { navigate, paths } from '../../../app/router.ts';
import { CONSTITUENCIES, ConstituencyTile, seatStyle } from '../../../ui/constituency.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import {
  ChoiceField,
  DayField,
  TextsField,
  useIsReadOnly,
  useRecordEditing,
  useValue,
  WithdrawButton,
} from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { ClockField } from './ClockField.tsx';
import { LevelField } from './LevelField.tsx';
import { useSessionTitle } from './words.tsx';

/** How a session is held: when and where, who chairs it, how far speakers are named, how long they may speak. */
export function Settings({
  dossierId,
  view,
  row,
  rows,
}: {
  readonly dossierId: string;
  readonly view: RecordView<'session'>;
  readonly row: SessionRow;
  readonly rows: readonly SessionRow[];
}): ReactNode {
  const { t } = useTranslation('sessions');
  const named = useSessionTitle();
  const names = useConstituencyNames();
  const isReadOnly = useIsReadOnly();
  return (
    <div className="sessions-settings">
      <h2>{t('settings.title')}</h2>
      <TextsField name="title" label={t('field.title')} multiline={false} maxLength={300} />
      <KindField isFixed={row.phase !== 'planned'} />
      {row.kind === 'breakout' && (
        <>
          <ChoiceField
            name="within"
            label={t('field.within')}
            options={rows
              .filter((other) => other.id !== row.id && other.kind === 'plenary')
              .map((other) => ({ id: other.id, label: named(other.title) }))}
            placeholder={t('choose')}
            noneLabel={t('noChoice')}
          />
          <WholeField name="table" label={t('field.table')} least={1} most={99} />
        </>
      )}
      {row.kind === 'caucus' && (
        <ChoiceField
          name="constituency"
          label={t('field.constituency')}
          options={CONSTITUENCIES.map((id) => ({ id, label: names[id] }))}
          placeholder={t('choose')}
        />
      )}
      <div className="grid-2">
        <DayField name="start" label={t('field.start')} />
        <StartTime />
      </div>
      <TextsField name="place" label={t('field.place')} multiline={false} maxLength={300} />
      {row.kind !== 'caucus' && (
        <>
          <TextsField
            name="chair"
            label={t('field.chair')}
            description={t('field.chairHelp')}
            multiline={false}
            maxLength={300}
          />
          <LevelField row={row} />
          <WholeField
            name="speakerSeconds"
            label={t('field.speakerSeconds')}
            description={t('field.speakerSecondsHelp')}
            least={10}
            most={7200}
            step={30}
          />
          <fieldset className="sessions-budget">
            <legend className="field-label">{t('field.budget')}</legend>
            <p className="field-description">{t('field.budgetHelp')}</p>
            {CONSTITUENCIES.map((seat) => (
              <Budget key={seat} seat={seat} name={names[seat]} />
            ))}
          </fieldset>
        </>
      )}
      {!isReadOnly && row.phase === 'planned' && (
        <WithdrawButton
          dossierId={dossierId}
          type="session"
          id={view.record.id}
          name={named(row.title)}
          onDone={() => navigate(paths.section(dossierId, 'sessions'))}
        />
      )}
    </div>
  );
}

/** What a session is decides what may be kept of it: once it has begun it stays what it is. */
function KindField({ isFixed }: { readonly isFixed: boolean }): ReactNode {
  const { t } = useTranslation('sessions');
  const { value, set, isReadOnly, error } = useValue<(typeof SESSION_KINDS)[number]>('kind');
  return (
    <Select
      label={t('field.kind')}
      description={t(`kindHint.${value ?? 'plenary'}`)}
      options={SESSION_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
      value={value ?? 'plenary'}
      isReadOnly={isReadOnly || isFixed}
      error={error}
      onChange={set}
    />
  );
}

function StartTime(): ReactNode {
  const { t } = useTranslation('sessions');
  const { value, set, isReadOnly, error } = useValue<string>('startTime');
  return (
    <ClockField
      label={t('field.startTime')}
      value={value}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}

function WholeField({
  name,
  label,
  description,
  least,
  most,
  step,
}: {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
}): ReactNode {
  const { value, set, isReadOnly, error } = useValue<number>(name);
  return (
    <NumberField
      label={label}
      description={description}
      value={value}
      minValue={least}
      maxValue={most}
      {...(step !== undefined && { step })}
      formatOptions={{ maximumFractionDigits: 0 }}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(number) => set(number === undefined ? undefined : Math.round(number))}
    />
  );
}

function Budget({ seat, name }: { readonly seat: Constituency; readonly name: string }): ReactNode {
  const { t } = useTranslation('sessions');
  const { isReadOnly: isLocked } = useRecordEditing();
  const { value, set, isReadOnly, error } = useValue<number>('budget', seat);
  return (
    <div className="sessions-budget-one" style={seatStyle(seat)}>
      <ConstituencyTile seat={seat} name={name} isDecorative />
      <NumberField
        label={t('field.budgetOf', { who: name })}
        value={value}
        minValue={1}
        maxValue={1440}
        step={5}
        formatOptions={{ maximumFractionDigits: 0 }}
        isReadOnly={isReadOnly || isLocked}
        error={error}
        onChange={(minutes) => set(minutes === undefined ? undefined : Math.round(minutes))}
      />
    </div>
  );
}
