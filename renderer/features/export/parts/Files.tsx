import { Download, FileArchive, FileSpreadsheet, FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobStatus } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { saveDownload } from '../../../platform/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';

type ExportedFile = JobStatus['files'][number];

/** What an export made, to be saved where the person wants; the fingerprints prove later that nothing changed. */
export function Files({ files }: { readonly files: readonly ExportedFile[] }) {
  const { t } = useTranslation('export');
  const head = useRef<HTMLHeadingElement>(null);
  // The buttons of the running export are gone: whoever was on one of them continues here.
  useEffect(() => {
    if (document.activeElement === document.body) head.current?.focus();
  }, []);
  return (
    <section className="export-files">
      <h3 ref={head} tabIndex={-1}>
        {t('files.title', { count: files.length })}
      </h3>
      <ul>
        {[...files].sort(packageFirst).map((file) => (
          <FileRow key={file.downloadId} file={file} />
        ))}
      </ul>
      <p className="muted">{t('files.fingerprint')}</p>
    </section>
  );
}

const isPackage = ({ fileName }: ExportedFile): boolean => fileName.endsWith('.zip');
const packageFirst = (a: ExportedFile, b: ExportedFile): number =>
  Number(isPackage(b)) - Number(isPackage(a));

const iconOf = (fileName: string) =>
  fileName.endsWith('.zip') ? FileArchive : fileName.endsWith('.xlsx') ? FileSpreadsheet : FileText;

function FileRow({ file }: { readonly file: ExportedFile }) {
  const { t } = useTranslation(['export', 'common']);
  const format = useFormat();
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [error, setError] = useState<unknown>();
  const Icon = iconOf(file.fileName);
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
      <Icon size={18} aria-hidden />
      <span className="export-file">
        <span className="export-file-name">
          <bdi dir="ltr">{file.fileName}</bdi>
        </span>
        <span className="muted num">
          {format.bytes(file.size)} {state === 'saved' && <>· {t('files.isSaved')}</>}
        </span>
        <span className="export-fingerprint">
          <bdi>SHA-256</bdi>{' '}
          <bdi dir="ltr" className="export-sha">
            {file.sha256}
          </bdi>
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
