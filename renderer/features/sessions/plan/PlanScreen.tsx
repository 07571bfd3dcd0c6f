import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../ui/Card.tsx';

export function PlanScreen(_: { readonly dossierId: string; readonly sessionId: string }): ReactNode {
  const { t } = useTranslation('sessions');
  return (
    <div className="screen">
      <PageHead title={t('plan.title')} />
    </div>
  );
}
