import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, type Lang } from '../../../../shared/domain/languages.ts';
import { invoke } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../../i18n/locale.ts';
import { useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckboxGroup } from '../../../ui/Choice.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { followJob, JobFiles, useJob } from '../../minutes/index.ts';

/** The scoring sheet as PDF, in the languages of the dialogue. */
export function SheetDialog({
  dossierId,
  roundId,
  onClose,
}: {
  readonly dossierId: string;
  readonly roundId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const { languages } = useDossier();
  const reader = useLang();
  const [chosen, setChosen] = useState<readonly Lang[]>([reader]);
  const [error, setError] = useState<unknown>();
  const job = useJob(roundId);
  const offered = LANGS.filter((lang) => lang === reader || languages.includes(lang));
  const make = async (): Promise<void> => {
    setError(undefined);
    try {
      await followJob(
        roundId,
        invoke('scoring.sheet', { dossier: dossierId, round: roundId, languages: [...chosen] }),
      );
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog
      title={t('sheet.title')}
      isOpen
      onClose={onClose}
      footer={
        job?.state === 'running' ? undefined : (
          <Button
            variant="primary"
            icon={<FileDown size={16} aria-hidden />}
            isDisabled={chosen.length === 0}
            onPress={() => void make()}
          >
            {t('sheet.make')}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="muted">{t('sheet.text')}</p>
        <CheckboxGroup
          label={t('sheet.languages')}
          layout="row"
          options={offered.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
          value={chosen}
          onChange={setChosen}
        />
        {error !== undefined && <ErrorState error={error} size="inline" />}
        <JobFiles job={job} />
      </div>
    </Dialog>
  );
}
