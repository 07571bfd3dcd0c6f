import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../shared/contract/index.ts';
import type { Edition } from '../../../shared/domain/content.ts';
import { LANGS, type Lang } from '../../../shared/domain/languages.ts';
import { useCall } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { PageHead } from '../../ui/Card.tsx';
import { ErrorState } from '../../ui/states.tsx';
import './export.css';
import { useLatestExport } from './jobs.ts';
import { EditionStep, FormatStep, LanguageStep } from './parts/Choices.tsx';
import { Papers } from './parts/Papers.tsx';
import { Preview } from './parts/Preview.tsx';
import { Running } from './parts/Running.tsx';
import { StartButton } from './parts/StartButton.tsx';
import { Step } from './parts/Step.tsx';
import { hasNoText } from './text-languages.ts';

/** From the dossier to files for others: edition, languages, formats, then what is in and the export itself. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation('export');
  const info = useDossier();
  const [edition, setEdition] = useState<Edition>('restricted');
  const [chosen, setChosen] = useState<readonly Lang[]>();
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['package', 'pdf']);
  const [wordings, setWordings] = useState(false);
  const job = useLatestExport(dossierId);
  const ofDialogue = LANGS.filter((lang) => info.languages.includes(lang));
  const preview = useCall(
    'export.preview',
    { dossier: dossierId, edition, languages: ofDialogue },
    { enabled: ofDialogue.length > 0, keepPrevious: true },
  );
  const silent = ofDialogue.filter((lang) => hasNoText(lang, info, preview.data));
  const languages = ofDialogue.filter(
    (lang) => (chosen ?? ofDialogue).includes(lang) && !silent.includes(lang),
  );
  return (
    <div className="screen">
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      <div className="export-columns">
        <div className="stack">
          <EditionStep value={edition} onChange={setEdition} />
          <LanguageStep languages={ofDialogue} silent={silent} value={languages} onChange={setChosen} />
          <FormatStep value={formats} onChange={setFormats} wordings={wordings} onWordings={setWordings} />
          <Papers dossierId={dossierId} />
        </div>
        <Step number={4} title={t('step.preview')} className="export-last">
          {preview.error ? (
            <ErrorState error={preview.error} size="inline" onRetry={() => void preview.refetch()} />
          ) : (
            <Preview preview={preview.data} languages={languages} />
          )}
          {job?.state === 'running' ? (
            <Running job={job} />
          ) : (
            <StartButton
              request={{
                dossier: dossierId,
                edition,
                languages: [...languages],
                formats: [...formats],
                wordings: wordings && formats.includes('pdf'),
              }}
              job={job}
            />
          )}
        </Step>
      </div>
    </div>
  );
}
