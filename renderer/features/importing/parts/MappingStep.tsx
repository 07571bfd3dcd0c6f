import { ListChecks } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportInspection } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { type Lack, lackOf, type Mapping, type Source } from '../mapping.ts';
import { useTargetLabel } from '../words.ts';
import { Columns } from './Columns.tsx';
import { FileName } from './FileName.tsx';
import { FileFields, TableFields } from './SourceFields.tsx';

/** How the file is read, and what each of its columns becomes. */
export function MappingStep({
  dossierId,
  fileName,
  source,
  seen,
  mapping,
  onMapping,
  onSource,
  onChecked,
  onAnother,
}: {
  readonly dossierId: string;
  readonly fileName: string;
  readonly source: Source;
  readonly seen: ImportInspection;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onSource: (source: Source) => Promise<void>;
  readonly onChecked: (checked: ImportCheck) => void;
  readonly onAnother: () => void;
}) {
  const { t } = useTranslation('importing');
  const lackText = useLackText();
  const [isChecking, setChecking] = useState(false);
  const [error, setError] = useState<unknown>();
  const name = useRef<HTMLParagraphElement>(null);
  // The step before is gone with what had the focus.
  useEffect(() => name.current?.focus(), []);
  const lack = lackOf(seen.kind, mapping);
  const reread = async (next: Source): Promise<void> => {
    setError(undefined);
    try {
      await onSource(next);
    } catch (failure) {
      setError(failure);
    }
  };
  const check = async (): Promise<void> => {
    setChecking(true);
    setError(undefined);
    try {
      const { uploadId, sheet, encoding, separator } = source;
      const checked = await invoke('import.check', {
        dossier: dossierId,
        uploadId,
        ...(sheet !== undefined && { sheet }),
        ...(encoding && { encoding }),
        ...(separator && { separator }),
        headerRow: seen.headerRow,
        kind: seen.kind,
        columns: [...mapping.columns],
        lang: mapping.lang,
        ...(seen.kind === 'evidence' && mapping.deficit && { deficit: mapping.deficit }),
        ...(mapping.vintage && { vintage: mapping.vintage }),
        ownCountry: seen.kind === 'evidence' && mapping.ownCountry,
      });
      onChecked(checked);
    } catch (failure) {
      setError(failure);
      setChecking(false);
    }
  };
  return (
    <>
      <Card title={t('source.title')} actions={<Button onPress={onAnother}>{t('choose.another')}</Button>}>
        <p className="importing-file" ref={name} tabIndex={-1}>
          <FileName name={fileName} />
        </p>
        <div className="importing-fields">
          <FileFields source={source} seen={seen} onSource={(next) => void reread(next)} />
          <TableFields dossierId={dossierId} kind={seen.kind} mapping={mapping} onMapping={onMapping} />
        </div>
        {seen.isUndecodable && <Notice tone="warn">{t('source.undecodable')}</Notice>}
      </Card>
      <Card title={t('columns.title')}>
        <Columns seen={seen} mapping={mapping} onMapping={onMapping} />
      </Card>
      <div className="importing-act importing-foot">
        <Button
          variant="primary"
          size="l"
          icon={<ListChecks size={17} aria-hidden />}
          isDisabled={lack !== undefined}
          isPending={isChecking}
          onPress={() => void check()}
        >
          {t('check.button')}
        </Button>
        <p className="muted" role="status">
          {isChecking ? t('check.running') : lack ? lackText(lack) : t('check.wait')}
        </p>
      </div>
      {error !== undefined && <ErrorState error={error} size="inline" />}
    </>
  );
}

function useLackText(): (lack: Lack) => string {
  const { t } = useTranslation('importing');
  const targetLabel = useTargetLabel();
  return (lack) =>
    lack.kind === 'deficit'
      ? t('missing.deficit')
      : lack.kind === 'twice'
        ? t('missing.twice', { name: targetLabel(lack.target) })
        : t('missing.needed', { name: targetLabel(lack.target) });
}
