import { useTranslation } from 'react-i18next';
import { paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';

const STEPS = ['mandate', 'participants', 'deficits', 'strategies', 'export'] as const;

/** The way through a new dossier. */
export function FirstSteps({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  return (
    <Card title={t('first.title')}>
      <ol className="overview-steps">
        {STEPS.map((step, index) => (
          <li key={step}>
            <span className="overview-step-number num" aria-hidden="true">
              {format.count(index + 1)}
            </span>
            <div>
              <a href={paths.section(dossierId, step)}>{t(`first.${step}.title`)}</a>
              <p className="muted">{t(`first.${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
