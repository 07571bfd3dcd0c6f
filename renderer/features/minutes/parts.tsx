import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobStatus } from '../../../shared/contract/index.ts';
import { invoke } from '../../app/calls.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { saveDownload } from '../../platform/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState, Notice, ProgressBar } from '../../ui/states.tsx';
import { announce } from '../../ui/toasts.ts';

/** Groups of digits to read aloud: one number in both directions, so that all three read it alike. */
export function Fingerprint({ groups }: { readonly groups: readonly string[] }): ReactNode {
  return (
    <bdi dir="ltr" className="minutes-fingerprint">
      {groups.join('-')}
    </bdi>
  );
}

/** A job from its start to its files. */
export function JobFiles({ job }: { readonly job: JobStatus | undefined }): ReactNode {
  const { t } = useTranslation(['minutes', 'common']);
  if (!job) return null;
  if (job.state === 'running')
    return (
      <div className="minutes-running">
        <ProgressBar label={t('files.running')} value={job.done} max={Math.max(job.total, 1)} />
        <Button onPress={() => void invoke('export.cancel', { jobId: job.jobId })}>
          {t('common:cancel')}
        </Button>
      </div>
    );
  if (job.state === 'failed') return <ErrorState error={job.error} size="inline" />;
  if (job.state === 'cancelled') return <Notice>{t('files.cancelled')}</Notice>;
  return (
    <ul className="minutes-files" aria-label={t('files.title')}>
      {job.files.map((file) => (
        <FileRow key={file.downloadId} file={file} />
      ))}
    </ul>
  );
}

function FileRow({ file }: { readonly file: JobStatus['files'][number] }): ReactNode {
  const { t } = useTranslation(['minutes', 'common']);
  const format = useFormat();
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [error, setError] = useState<unknown>();
  const save = async (): Promise<void> => {
    setState('saving');
    setError(undefined);
    try {
      const isSaved = await saveDownload(file);
      setState(isSaved ? 'saved' : 'idle');
      if (isSaved) announce(t('files.saved', { name: file.fileName }));
    } catch (failure) {
      setError(failure);
      setState('idle');
    }
  };
  return (
    <li>
      <span className="minutes-file">
        <bdi dir="ltr">{file.fileName}</bdi>
        <span className="muted num">
          {format.bytes(file.size)} {state === 'saved' && <>· {t('files.isSaved')}</>}
        </span>
      </span>
      <Button
        icon={<Download size={15} aria-hidden />}
        aria-label={t('files.save', { name: file.fileName })}
        isPending={state === 'saving'}
        onPress={() => void save()}
      >
        {t('common:save')}
      </Button>
      {error !== undefined && <ErrorState error={error} size="inline" />}
    </li>
  );
}
