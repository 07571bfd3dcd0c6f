import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../../app/features.ts';
import { PageHead } from '../../ui/Card.tsx';

export function Screen(_props: SectionProps) {
  const { t } = useTranslation('importing');
  return (
    <div className="screen">
      <PageHead title={t('title')} />
    </div>
  );
}
