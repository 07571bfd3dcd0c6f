import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGS, type Lang } from '../../../../shared/domain/languages.ts';
import { invoke } from '../../../app/calls.ts';
import { useDossier } from '../../../app/dossier.tsx';
import { useLang } from '../../../i18n/useFormat.ts';
import { followJob, PaperDialog, useJob } from '../../minutes/index.ts';

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
    <PaperDialog
      words={{
        title: t('sheet.title'),
        text: t('sheet.text'),
        languages: t('sheet.languages'),
        make: t('sheet.make'),
      }}
      offered={offered}
      languages={chosen}
      onLanguages={setChosen}
      error={error}
      job={job}
      onMake={() => void make()}
      onClose={onClose}
    />
  );
}
