import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/domain/records/index.ts';
import { paths } from '../../../app/router.ts';
import { BestText } from '../../../ui/BestText.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ProgressBar } from '../../../ui/states.tsx';
import { MANDATE_ITEMS, openItems } from '../mandate-items.ts';

/** How far the mandate is written, and what is still open in it. */
export function Mandate({
  dossierId,
  mandate,
}: {
  readonly dossierId: string;
  readonly mandate: RecordOf<'dossier'>;
}) {
  const { t } = useTranslation('overview');
  const open = openItems(mandate);
  const written = MANDATE_ITEMS.length - open.length;
  return (
    <Card
      title={t('mandate.title')}
      actions={<a href={paths.section(dossierId, 'mandate')}>{t('mandate.open')}</a>}
    >
      <div className="stack">
        {mandate.convenor && (
          <div>
            <span className="muted">{t('mandate.item.convenor')}</span>
            <BestText texts={mandate.convenor} />
          </div>
        )}
        {open.length === 0 ? (
          <p className="overview-line">
            <CircleCheck size={16} aria-hidden className="overview-ok" /> {t('mandate.whole')}
          </p>
        ) : (
          <>
            <ProgressBar
              label={t('mandate.written', { n: written, of: MANDATE_ITEMS.length })}
              value={written}
              max={MANDATE_ITEMS.length}
            />
            <p>
              <span className="muted">{t('mandate.stillOpen')}</span>{' '}
              {open.map((item) => t(`mandate.item.${item}`)).join(' · ')}
            </p>
          </>
        )}
      </div>
    </Card>
  );
}
