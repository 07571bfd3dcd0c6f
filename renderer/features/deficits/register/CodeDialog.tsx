import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coding } from '../../../../shared/contract/index.ts';
import { CODED_SETS, CODED_VALUES } from '../../../../shared/domain/register.ts';
import { useCall, useMutate } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { CodeField, type Field, useCodable } from './CodeFields.tsx';
import { Preview, Summary } from './CodePreview.tsx';
import { useRested } from './useUrlState.ts';

/** Codes the marked deficits in one step, after saying what that would do to each. */
export function CodeDialog({
  dossierId,
  ids,
  onDone,
  onClose,
}: {
  readonly dossierId: string;
  readonly ids: readonly string[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('register');
  const [coding, setCoding] = useState<Coding>({});
  const [field, setField] = useState<Field>('area');
  const [reason, setReason] = useState('');
  const codable = useCodable(dossierId, coding);
  const { options, names } = codable;
  const isEmpty = Object.keys(coding).length === 0;
  const settled = useRested(coding, 150);
  const input = useMemo(
    () => ({ dossier: dossierId, ids: [...ids], coding: settled }),
    [dossierId, ids, settled],
  );
  const preview = useCall('register.codePreview', input, {
    enabled: Object.keys(settled).length > 0,
    recordTypes: ['deficit'],
  });
  const code = useMutate('register.code');
  const changes = settled === coding && !isEmpty ? (preview.data?.counts.changes ?? 0) : 0;
  return (
    <Dialog
      title={t('code.title')}
      isOpen
      onClose={onClose}
      size="l"
      footer={
        <>
          <span className="muted grow">{t('mark.count', { count: ids.length })}</span>
          <Button
            variant="primary"
            isDisabled={changes === 0}
            isPending={code.isPending}
            onPress={() =>
              code.mutate(
                { ...input, ...(reason.trim() && { reason: reason.trim() }) },
                {
                  onSuccess: ({ changed }) => {
                    showToast({ tone: 'ok', text: t('code.done', { count: changed }) });
                    onDone();
                  },
                },
              )
            }
          >
            {t('code.confirm')}
          </Button>
        </>
      }
    >
      <div className="deficits-coding">
        <div className="form">
          <Select
            label={t('code.field')}
            options={[...CODED_VALUES, ...CODED_SETS].map((id) => ({ id, label: names[id] }))}
            value={field}
            onChange={setField}
          />
          <CodeField field={field} codable={codable} coding={coding} onChange={setCoding} />
          <TextField
            label={t('code.reason')}
            description={t('code.reasonText')}
            value={reason}
            onChange={setReason}
            maxLength={2000}
          />
        </div>
        <section aria-label={t('code.what')} aria-live="polite">
          <h3>{t('code.what')}</h3>
          {isEmpty ? (
            <p className="muted">{t('code.nothing')}</p>
          ) : (
            <>
              <Summary coding={coding} names={names} options={options} />
              {preview.error ? (
                <ErrorState error={preview.error} size="inline" />
              ) : preview.data ? (
                <Preview preview={preview.data} />
              ) : (
                <Skeleton lines={3} />
              )}
            </>
          )}
          {code.error && <ErrorState error={code.error} size="inline" />}
        </section>
      </div>
    </Dialog>
  );
}
