import { ArrowLeft, Import } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportColumn } from '../../../../shared/contract/index.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card, Facts } from '../../../ui/Card.tsx';
import { Checkbox } from '../../../ui/Choice.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import type { Decision } from '../mapping.ts';
import { FileName } from './FileName.tsx';
import { Problems } from './Problems.tsx';
import { Repeated } from './Repeated.tsx';

/** What the check found, what the person decides on it, and the import itself. */
export function Result({
  dossierId,
  fileName,
  columns,
  checked,
  onBack,
  onStarted,
}: {
  readonly dossierId: string;
  readonly fileName: string;
  readonly columns: readonly ImportColumn[];
  readonly checked: ImportCheck;
  readonly onBack: () => void;
  readonly onStarted: (jobId: string) => void;
}) {
  const { t } = useTranslation('importing');
  const format = useFormat();
  const [decision, setDecision] = useState<Decision>('skip');
  const [except, setExcept] = useState<ReadonlySet<number>>(new Set());
  const [withoutHeld, setWithoutHeld] = useState(false);
  const [isStarting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>();
  const found = useRef<HTMLDivElement>(null);
  useEffect(() => found.current?.focus(), []);
  const held = checked.held + checked.heldDuplicates;
  const excepted = checked.repeated.filter(
    ({ row, isHeld }) => except.has(row) && (withoutHeld || !isHeld),
  ).length;
  const takable = checked.duplicates - (withoutHeld ? 0 : checked.heldDuplicates);
  const ofRepeated = decision === 'import' ? takable - excepted : excepted;
  const count = checked.ready + ofRepeated + (withoutHeld ? checked.held : 0);
  const start = async (): Promise<void> => {
    setStarting(true);
    setError(undefined);
    try {
      const { jobId } = await invoke('import.start', {
        dossier: dossierId,
        checkId: checked.checkId,
        duplicates: decision,
        except: [...except],
        withoutHeld,
      });
      onStarted(jobId);
    } catch (failure) {
      setError(failure);
      setStarting(false);
    }
  };
  const facts = (['rows', 'ready', 'faulty', 'held', 'duplicates', 'beside'] as const)
    .filter((name) => name === 'rows' || name === 'ready' || checked[name] > 0)
    .map((name) => ({ name: t(`result.${name}`), value: format.count(checked[name]) }));
  return (
    <>
      <Card
        title={t('result.title')}
        actions={
          <Button icon={<ArrowLeft size={15} className="flip" aria-hidden />} onPress={onBack}>
            {t('result.back')}
          </Button>
        }
      >
        <div ref={found} tabIndex={-1} role="status" className="importing-found">
          <p className="importing-file">
            <FileName name={fileName} />
          </p>
          <Facts facts={facts} />
        </div>
      </Card>
      {checked.duplicates > 0 && (
        <Repeated
          checked={checked}
          decision={decision}
          onDecision={(next) => {
            setDecision(next);
            setExcept(new Set());
          }}
          except={except}
          onExcept={setExcept}
        />
      )}
      <Problems columns={columns} checked={checked} />
      <div className="importing-act importing-foot">
        {held > 0 && (
          <Checkbox isSelected={withoutHeld} onChange={setWithoutHeld}>
            {t('accept', { count: held })}
          </Checkbox>
        )}
        <Button
          variant="primary"
          size="l"
          icon={<Import size={17} aria-hidden />}
          isDisabled={count === 0}
          isPending={isStarting}
          onPress={() => void start()}
        >
          {t('start', { count })}
        </Button>
        <p className="muted">{count === 0 ? t('startNone') : t('oneStep')}</p>
      </div>
      {error !== undefined && <ErrorState error={error} size="inline" />}
    </>
  );
}
