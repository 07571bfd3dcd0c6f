import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../ui/Card.tsx';

export function SessionList(_: { readonly dossierId: string }): ReactNode {
  const { t } = useTranslation('sessions');
  return (
    <div className="screen">
      <PageHead title={t('title')} />
    </div>
  );
}
