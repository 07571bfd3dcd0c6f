import { ShieldCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import type { Attribution } from '../../../../shared/domain/codes.ts';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { useValue } from '../../editing/index.ts';

/** From what names most to what names least. */
const LEVELS = ['named', 'organization', 'group', 'none'] as const satisfies readonly Attribution[];
const rank = (level: Attribution): number => LEVELS.indexOf(level);
const AS_MANDATE = 'mandate';

/** How far speakers are named, and what that means for what is kept at all. */
export function LevelField({ row }: { readonly row: SessionRow }): ReactNode {
  const { t } = useTranslation('sessions');
  const { value, set, isReadOnly, error } = useValue<Attribution>('attribution');
  const [asked, setAsked] = useState<Attribution>();
  const choose = (next: Attribution | typeof AS_MANDATE): void => {
    if (next === AS_MANDATE) set(undefined);
    // What a stricter level forbids is erased for good: not a choice to be made in passing.
    else if (row.phase !== 'planned' && rank(next) > rank(row.level)) setAsked(next);
    else set(next);
  };
  return (
    <div className="stack">
      <RadioGroup<Attribution | typeof AS_MANDATE>
        label={t('level.title')}
        options={[
          { id: AS_MANDATE, label: t('level.asMandate') },
          ...LEVELS.map((id) => ({ id, label: t(`level.name.${id}`) })),
        ]}
        value={value ?? AS_MANDATE}
        isReadOnly={isReadOnly}
        error={error}
        onChange={choose}
      />
      <div className="sessions-means" role="status">
        <p>
          <ShieldCheck size={15} aria-hidden />{' '}
          <strong>{t('level.holds', { level: t(`level.name.${row.level}`) })}</strong>
        </p>
        <p>{t(`level.stored.${row.level}`)}</p>
        {value && rank(value) < rank(row.level) && <p>{t('level.mandateStricter')}</p>}
        <p>{t('level.tighten')}</p>
      </div>
      {asked && (
        <ConfirmDialog
          title={t('level.confirmTitle', { level: t(`level.name.${asked}`) })}
          isOpen
          isDangerous
          confirmLabel={t('level.confirm')}
          onClose={() => setAsked(undefined)}
          onConfirm={() => {
            set(asked);
            setAsked(undefined);
          }}
        >
          <p>{t('level.confirmText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
