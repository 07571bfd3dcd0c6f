import { useTranslation } from 'react-i18next';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { FAIR_ORDERS, type FairOrder } from '../../../../shared/domain/floor/constants.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx';
import { CONSTITUENCIES, ConstituencyTile, seatStyle } from '../../../ui/constituency.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useRecordEditing, useValue } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** How the floor is given in sessions: shares of speaking time, the order suggested to the chair, seconds a turn. */
export function FloorRules() {
  const { t } = useTranslation('mandate');
  return (
    <>
      <Shares />
      <Order />
      <Seconds />
      <Shown />
      <p className="muted mandate-note">{t('floor.apart')}</p>
    </>
  );
}

function Shares() {
  const { t } = useTranslation('mandate');
  const format = useFormat();
  const names = useConstituencyNames();
  const { members } = useRecordEditing();
  const shares = (members.speakingShare ?? {}) as { readonly [C in Constituency]?: number };
  const given = CONSTITUENCIES.flatMap((seat) => shares[seat] ?? []);
  const sum = given.reduce((total, share) => total + share, 0);
  return (
    <fieldset className="mandate-shares">
      <legend className="field-label">{t('floor.shares')}</legend>
      <p className="field-description">{t('floor.sharesHelp')}</p>
      <div className="grid-3">
        {CONSTITUENCIES.map((seat) => (
          <ShareOf key={seat} seat={seat} name={names[seat]} />
        ))}
      </div>
      {given.length > 0 && (
        <p className={given.length === 3 && sum === 100 ? 'muted' : 'mandate-means'} role="status">
          {given.length < 3
            ? t('floor.incomplete')
            : sum === 100
              ? t('floor.whole')
              : t('floor.notWhole', { n: format.count(sum) })}
        </p>
      )}
    </fieldset>
  );
}

function ShareOf({ seat, name }: { readonly seat: Constituency; readonly name: string }) {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<number>('speakingShare', seat);
  return (
    <div className="mandate-share-of" style={seatStyle(seat)}>
      <ConstituencyTile seat={seat} name={name} isDecorative />
      <NumberField
        label={t('floor.shareOf', { who: name })}
        value={value}
        minValue={0}
        maxValue={100}
        step={1}
        formatOptions={{ maximumFractionDigits: 0 }}
        isReadOnly={isReadOnly}
        error={error}
        onChange={(share) => set(share === undefined ? undefined : Math.round(share))}
      />
    </div>
  );
}

function Order() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<FairOrder>('fairOrder');
  return (
    <RadioGroup
      label={t('floor.order')}
      description={t('floor.orderHelp')}
      layout="cards"
      options={FAIR_ORDERS.map((id) => ({
        id,
        label: t(`floor.orderName.${id}`),
        hint: t(`floor.orderHint.${id}`),
      }))}
      value={value ?? 'list'}
      isReadOnly={isReadOnly}
      error={error}
      onChange={set}
    />
  );
}

function Seconds() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<number>('speakerSeconds');
  return (
    <NumberField
      className="mandate-seconds"
      label={t('floor.seconds')}
      description={t('floor.secondsHelp')}
      value={value}
      minValue={10}
      maxValue={7200}
      step={30}
      formatOptions={{ maximumFractionDigits: 0 }}
      isReadOnly={isReadOnly}
      error={error}
      onChange={(seconds) => set(seconds === undefined ? undefined : Math.round(seconds))}
    />
  );
}

function Shown() {
  const { t } = useTranslation('mandate');
  const { value, set, isReadOnly, error } = useValue<true>('balanceShown');
  return (
    <div>
      <Checkbox
        isSelected={value === true}
        isReadOnly={isReadOnly}
        onChange={(isShown) => set(isShown ? true : undefined)}
      >
        {t('floor.shown')}
      </Checkbox>
      {error && <p className="field-error">{error}</p>}
    </div>
  );
}
