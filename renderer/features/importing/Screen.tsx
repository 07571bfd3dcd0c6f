import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportInspection } from '../../../shared/contract/index.ts';
import { invoke } from '../../app/calls.ts';
import { useDossier } from '../../app/dossier.tsx';
import type { SectionProps } from '../../app/features.ts';
import { PageHead } from '../../ui/Card.tsx';
import { Notice } from '../../ui/states.tsx';

import './importing.css';
import { forgetJob, jobOf, keepJob } from './jobs.ts';
import { firstMapping, type Mapping, type Source } from './mapping.ts';
import { Choose } from './parts/Choose.tsx';
import { Job } from './parts/Job.tsx';
import { MappingStep } from './parts/MappingStep.tsx';
import { Result } from './parts/Result.tsx';
import { today } from './today.ts';

interface Chosen {
  readonly fileName: string;
  readonly source: Source;
  readonly seen: ImportInspection;
  readonly mapping: Mapping;
  readonly checked: ImportCheck | undefined;
}

/** A table on its way in: chosen, mapped, checked, imported. Nothing is written before the last. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation('importing');
  const { readOnly } = useDossier();
  const [chosen, setChosen] = useState<Chosen>();
  const [jobId, setJobId] = useState(() => jobOf(dossierId));

  /** Reads the file as it is now said to be; columns are guessed anew. Throws `CallFailure`. */
  const read = async (source: Source, fileName: string): Promise<void> => {
    const { uploadId, ...how } = source;
    const seen = await invoke('import.inspect', { dossier: dossierId, uploadId, ...how });
    setChosen({ fileName, source, seen, mapping: firstMapping(seen, today()), checked: undefined });
  };
  const restart = (): void => {
    forgetJob(dossierId);
    setJobId(undefined);
    setChosen(undefined);
  };
  const begin = (id: string): void => {
    keepJob(dossierId, id);
    setJobId(id);
  };

  return (
    <div className="screen importing">
      <PageHead title={t('title')} subtitle={t('subtitle')} />
      {readOnly ? (
        <Notice tone="warn">{t('readOnly')}</Notice>
      ) : jobId ? (
        <Job dossierId={dossierId} jobId={jobId} onAgain={restart} />
      ) : !chosen ? (
        <Choose onChosen={read} />
      ) : chosen.checked ? (
        <Result
          dossierId={dossierId}
          fileName={chosen.fileName}
          columns={chosen.seen.columns}
          checked={chosen.checked}
          onBack={() => setChosen({ ...chosen, checked: undefined })}
          onStarted={begin}
        />
      ) : (
        <MappingStep
          dossierId={dossierId}
          fileName={chosen.fileName}
          source={chosen.source}
          seen={chosen.seen}
          mapping={chosen.mapping}
          onMapping={(mapping) => setChosen({ ...chosen, mapping })}
          onSource={(source) => read(source, chosen.fileName)}
          onChecked={(checked) => setChosen({ ...chosen, checked })}
          onAnother={restart}
        />
      )}
    </div>
  );
}
