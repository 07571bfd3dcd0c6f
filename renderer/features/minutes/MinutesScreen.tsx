import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/Card.tsx';

export function MinutesScreen(_: { readonly dossierId: string; readonly sessionId: string }): ReactNode {
  const { t } = useTranslation('minutes');
  return (
    <div className="screen">
      <PageHead title={t('title')} />
    </div>
  );
}
