import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, type Lang } from '../../../../shared/domain/languages.ts';
import { useCall, useMutate } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx';
import { PaperDialog } from '../../minutes/index.ts';

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
  const { t } = useTranslation(['register', 'minutes', 'common']);
  const { languages: own, verification } = useDossier();
  const [edition, setEdition] = useState<'public' | 'restricted'>('restricted');
  const [languages, setLanguages] = useState<readonly Lang[]>(own);
  const [wordings, setWordings] = useState(false);
  const print = useMutate('register.print');
  const job = useCall('export.status', { jobId: jobId ?? '' }, { enabled: jobId !== undefined }).data;
  return (
    <PaperDialog
      words={{
        title: t('print.title'),
        text: t('print.text'),
        languages: t('print.languages'),
        make: t('print.make'),
      }}
      offered={LANGS}
      languages={languages}
      onLanguages={setLanguages}
      isReady={verification === 'ok'}
      isPending={print.isPending}
      error={print.error}
      job={job}
      onMake={() =>
        print.mutate(
          { dossier: dossierId, edition, languages: [...languages], wordings },
          { onSuccess: (started) => onJob(started.jobId) },
        )
      }
      onClose={onClose}
    >
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
      <Checkbox isSelected={wordings} onChange={setWordings}>
        {t('common:wordings')}
      </Checkbox>
    </PaperDialog>
  );
}
