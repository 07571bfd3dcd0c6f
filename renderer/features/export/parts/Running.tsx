import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobStatus } from '../../../../shared/contract/index.ts';
import { isLang } from '../../../../shared/domain/languages.ts';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/states.tsx';
import { cancelExport } from '../jobs.ts';

/** An export under way: how far it is, and the way to stop it. */
export function Running({ job }: { readonly job: JobStatus }) {
  const { t } = useTranslation(['export', 'common']);
  const stepText = useStepText();
  const [isCancelling, setCancelling] = useState(false);
  return (
    <div className="export-running">
      <ProgressBar label={stepText(job.step)} value={job.done} max={Math.max(job.total, 1)} />
      <p className="muted">{t('running.background')}</p>
      <Button
        autoFocus
        isPending={isCancelling}
        onPress={() => {
          setCancelling(true);
          cancelExport(job.jobId).catch(() => setCancelling(false));
        }}
      >
        {t('common:cancel')}
      </Button>
    </div>
  );
}

/** Steps are `content`, `workbook`, `workbook-ar`, `report-ar`, `package`, `start`, `done`. */
function useStepText(): (step: string) => string {
  const { t } = useTranslation('export');
  return (step) => {
    const [kind, lang] = step.split('-', 2);
    const language = isLang(lang) ? LANGUAGE_NAMES[lang] : undefined;
    if (kind === 'report' && language) return t('running.reportIn', { language });
    if (kind === 'workbook') return language ? t('running.workbookIn', { language }) : t('running.workbook');
    if (kind === 'content') return t('running.content');
    if (kind === 'package') return t('running.package');
    return t('running.start');
  };
}
