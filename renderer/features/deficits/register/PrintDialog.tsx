import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, type Lang } from '../../../../shared/domain/languages.ts';
import { useCall, useMutate } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { JobFiles } from '../../minutes/index.ts';

/** The register of one edition on paper. The job goes on when the dialog is closed. */
export function PrintDialog({
  dossierId,
  jobId,
  onJob,
  onClose,
}: {
  readonly dossierId: string;
  readonly jobId: string | undefined;
  readonly onJob: (jobId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['register', 'minutes']);
  const { languages: own, verification } = useDossier();
  const [edition, setEdition] = useState<'public' | 'restricted'>('restricted');
  const [languages, setLanguages] = useState<readonly Lang[]>(own);
  const print = useMutate('register.print');
  const job = useCall('export.status', { jobId: jobId ?? '' }, { enabled: jobId !== undefined }).data;
  return (
    <Dialog
      title={t('print.title')}
      isOpen
      onClose={onClose}
      footer={
        job?.state === 'running' ? undefined : (
          <Button
            variant="primary"
            icon={<FileDown size={16} aria-hidden />}
            isPending={print.isPending}
            isDisabled={languages.length === 0 || verification !== 'ok'}
            onPress={() =>
              print.mutate(
                { dossier: dossierId, edition, languages: [...languages] },
                { onSuccess: (started) => onJob(started.jobId) },
              )
            }
          >
            {t('print.make')}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="muted">{t('print.text')}</p>
        <RadioGroup
          label={t('print.edition')}
          layout="row"
          options={[
            { id: 'restricted', label: t('print.restricted') },
            { id: 'public', label: t('print.public') },
          ]}
          value={edition}
          onChange={setEdition}
        />
        <CheckboxGroup
          label={t('print.languages')}
          layout="row"
          options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          value={languages}
          onChange={setLanguages}
        />
        {print.error && <ErrorState error={print.error} size="inline" />}
        <JobFiles job={job} />
      </div>
    </Dialog>
  );
}
