import { Lock, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Notice, ProgressBar } from '../../../ui/states.tsx';
import type { Readiness } from '../useReady.ts';

/** Why a dossier cannot be handed over or merged yet; nothing when it can. */
export function ReadinessNote({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation('library');
  switch (readiness.state) {
    case 'ready':
      return null;
    case 'opening':
      return <ProgressBar label={t('ready.opening')} />;
    case 'checking':
      return <ProgressBar label={t('ready.checking')} />;
    case 'failed':
      return <ErrorState error={readiness.error} size="inline" />;
    case 'read-only':
      return (
        <Notice tone="warn" icon={<Lock size={16} aria-hidden />}>
          {t('ready.readOnly')}
        </Notice>
      );
    case 'damaged':
      return (
        <Notice tone="bad" icon={<ShieldAlert size={16} aria-hidden />}>
          {t('ready.damaged')}
        </Notice>
      );
  }
}
