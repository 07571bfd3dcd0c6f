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
type Choice = Attribution | typeof AS_MANDATE;

/** How far speakers are named, and what that means for what is kept at all. */
export function LevelField({ row }: { readonly row: SessionRow }): ReactNode {
  const { t } = useTranslation('sessions');
  const { value, set, isReadOnly, error } = useValue<Attribution>('attribution');
  const [asked, setAsked] = useState<Choice>();
  const write = (next: Choice): void => set(next === AS_MANDATE ? undefined : next);
  /** Whether it may erase: the mandate's own level may be stricter than the session's. */
  const tightens = (next: Choice): boolean =>
    next === AS_MANDATE ? row.level !== 'none' : rank(next) > rank(row.level);
  const nameOf = (level: Choice): string =>
    level === AS_MANDATE ? t('level.asMandate') : t(`level.name.${level}`);
  const choose = (next: Choice): void => {
    // What a stricter level forbids is erased for good: not a choice to be made in passing.
    if (row.phase !== 'planned' && next !== (value ?? AS_MANDATE) && tightens(next)) setAsked(next);
    else write(next);
  };
  return (
    <div className="stack">
      <RadioGroup<Choice>
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
          title={t('level.confirmTitle', { level: nameOf(asked) })}
          isOpen
          isDangerous
          confirmLabel={t('level.confirm')}
          onClose={() => setAsked(undefined)}
          onConfirm={() => {
            write(asked);
            setAsked(undefined);
          }}
        >
          <p>{t('level.confirmText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
