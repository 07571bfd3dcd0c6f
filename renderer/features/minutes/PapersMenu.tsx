import { FileDown, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../shared/contract/index.ts';
import { isLang, LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { useDossier } from '../../app/dossier.tsx';
import { LANGUAGE_NAMES } from '../../i18n/locale.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxGroup } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { startPapers, useJob } from './jobs.ts';
import './minutes.css';
import { JobFiles } from './parts.tsx';

const SINGLE = [
  'run',
  'sign-in',
  'speakers',
  'card',
  'vote',
  'reservation-slip',
] as const satisfies readonly Sheet[];

/** The sheets of a session, to be printed and filled in by hand. */
export function PapersMenu({
  dossierId,
  sessionId,
  clause,
  sheets = SINGLE,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
  readonly clause?: string;
  readonly sheets?: readonly Sheet[];
}): ReactNode {
  const { t, i18n } = useTranslation('minutes');
  const { verification } = useDossier();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly Sheet[]>(sheets);
  const [languages, setLanguages] = useState<readonly Lang[]>([isLang(i18n.language) ? i18n.language : 'en']);
  const [error, setError] = useState<unknown>();
  const job = useJob(sessionId);
  const start = async (): Promise<void> => {
    setError(undefined);
    try {
      await startPapers({
        dossier: dossierId,
        session: sessionId,
        sheets: [...chosen],
        languages: [...languages],
        ...(clause === undefined ? {} : { clause }),
      });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <Button icon={<Printer size={15} aria-hidden />} onPress={() => setOpen(true)}>
        {t('papers.button')}
      </Button>
      <Dialog
        title={t('papers.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={
          job?.state === 'running' ? undefined : (
            <Button
              variant="primary"
              icon={<FileDown size={16} aria-hidden />}
              isDisabled={chosen.length === 0 || languages.length === 0 || verification !== 'ok'}
              onPress={() => void start()}
            >
              {t('papers.make')}
            </Button>
          )
        }
      >
        <div className="stack">
          <p className="muted">{t('papers.text')}</p>
          <CheckboxGroup
            label={t('papers.which')}
            options={sheets.map((id) => ({ id, label: t(`papers.sheet.${id}`) }))}
            value={chosen}
            onChange={setChosen}
          />
          <CheckboxGroup
            label={t('issue.languages')}
            layout="row"
            options={LANGS.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
            value={languages}
            onChange={setLanguages}
          />
          {error !== undefined && <ErrorState error={error} size="inline" />}
          <JobFiles job={job} />
        </div>
      </Dialog>
    </>
  );
}
