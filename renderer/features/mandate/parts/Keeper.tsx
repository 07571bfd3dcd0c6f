import { CircleCheck, CircleDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../../shared/contract/index.ts';
import type { Constituency } from '../../../../shared/domain/codes.ts';
import { Checkbox } from '../../../ui/Choice.tsx';
import { CONSTITUENCIES, ConstituencyTile, seatStyle } from '../../../ui/constituency.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { TextsField, useRecordEditing } from '../../editing/index.ts';
import { useConstituencyNames } from '../../positions/index.ts';

/** Who keeps the dossier, and whether each of the three has agreed; that all have is computed, never typed. */
export function Keeper({ view }: { readonly view: RecordView<'dossier'> }) {
  const { t } = useTranslation('mandate');
  const names = useConstituencyNames();
  const { edit, isReadOnly, conflicts } = useRecordEditing();
  const [failure, setFailure] = useState<unknown>();
  const agreed = view.record.keeperAgreed ?? {};
  const open = CONSTITUENCIES.filter((seat) => !agreed[seat]);
  const hasKeeper = Object.keys(view.record.keeper ?? {}).length > 0;
  const mark = (seat: Constituency, isAgreed: boolean): void => {
    setFailure(undefined);
    // A judgement of the mandate as it stands on the screen now.
    edit({ [`keeperAgreed.${seat}`]: isAgreed ? true : null }, { seen: view.judged }).then(
      () => announce(t(isAgreed ? 'keeper.marked' : 'keeper.unmarked', { who: names[seat] })),
      setFailure,
    );
  };
  return (
    <>
      <TextsField
        name="keeper"
        label={t('field.keeper')}
        description={t('help.keeper')}
        multiline={false}
        maxLength={500}
      />
      <fieldset className="mandate-keeper">
        <legend className="field-label">{t('keeper.agreed')}</legend>
        {CONSTITUENCIES.map((seat) => (
          <div key={seat} className="mandate-keeper-one" style={seatStyle(seat)}>
            <ConstituencyTile seat={seat} name={names[seat]} isDecorative />
            <Checkbox
              isSelected={agreed[seat] === true}
              onChange={(isAgreed) => mark(seat, isAgreed)}
              isDisabled={isReadOnly || !hasKeeper || conflicts.includes(`keeperAgreed.${seat}`)}
            >
              {t('keeper.agrees', { who: names[seat] })}
            </Checkbox>
          </div>
        ))}
        <p className="mandate-keeper-all" role="status">
          {open.length === 0 ? (
            <>
              <CircleCheck size={16} aria-hidden className="ok" /> {t('keeper.byAll')}
            </>
          ) : (
            <>
              <CircleDashed size={16} aria-hidden />{' '}
              {hasKeeper ? t('keeper.waiting', { who: open.map((seat) => names[seat]) }) : t('keeper.nobody')}
            </>
          )}
        </p>
        {failure !== undefined && <ErrorState error={failure} size="inline" />}
      </fieldset>
    </>
  );
}
