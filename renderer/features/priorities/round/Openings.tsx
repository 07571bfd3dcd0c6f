import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, OpeningRow, RoundRow, StatedRow } from '../../../../shared/contract/index.ts';
import { useMutate } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useIsReadOnly } from '../../editing/index.ts';
import { Results } from '../results/Results.tsx';

/** What an opened round says; where copies opened it apart, each result, and which of them stands. */
export function Openings({
  dossierId,
  round,
  stated,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  readonly stated: readonly StatedRow[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const isReadOnly = useIsReadOnly();
  const [chosen, setChosen] = useState<string>();
  const [isDeciding, setDeciding] = useState(false);
  const [stands] = round.openings;
  if (round.openings.length < 2 || !stands)
    return <Results dossierId={dossierId} round={round} stated={stated} />;
  const shown = round.openings.find(({ id }) => id === chosen) ?? stands;
  const nameOf = ({ letter, at }: OpeningRow): string =>
    letter ? t('copies.lettered', { letter, at }) : t('copies.first', { at });
  const isSettled = shown === stands && !round.conflicts.includes('openedAt');
  return (
    <>
      <Card>
        <Notice tone={round.conflicts.includes('openedAt') ? 'bad' : 'neutral'}>
          {t('copies.openings')}
        </Notice>
        <RadioGroup
          label={t('copies.shown')}
          options={round.openings.map((opening) => ({
            id: opening.id,
            label: opening === stands ? t('copies.standing', { which: nameOf(opening) }) : nameOf(opening),
          }))}
          value={shown.id}
          onChange={setChosen}
        />
        {!isReadOnly && !isSettled && (
          <div className="row">
            <Button onPress={() => setDeciding(true)}>{t('copies.decide')}</Button>
          </div>
        )}
      </Card>
      <Results key={shown.id} dossierId={dossierId} round={round} opening={shown} stated={stated} />
      {isDeciding && (
        <Decide dossierId={dossierId} round={round} opening={shown} onClose={() => setDeciding(false)} />
      )}
    </>
  );
}

function Decide({
  dossierId,
  round,
  opening,
  onClose,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  readonly opening: OpeningRow;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['priorities', 'history']);
  const resolve = useMutate('scoring.resolve');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lacksReason = reason.trim() === '';
  const decide = (): void => {
    setTried(true);
    if (lacksReason) {
      announce(t('history:resolveReasonRequired'), 'assertive');
      return;
    }
    resolve.mutate(
      {
        dossier: dossierId,
        round: round.id,
        field: 'openedAt',
        value: opening.at,
        reason: reason.trim(),
      } as Input<'scoring.resolve'>,
      {
        onSuccess: () => {
          announce(t('history:resolved'));
          onClose();
        },
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('copies.decideTitle')}
      isOpen
      onClose={onClose}
      onConfirm={decide}
      confirmLabel={t('copies.decide')}
      isPending={resolve.isPending}
    >
      <div className="stack">
        <p>{t('copies.decideText')}</p>
        <TextArea
          label={t('history:resolveReason')}
          description={t('history:resolveReasonHelp')}
          isRequired
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={setReason}
          error={isTried && lacksReason ? t('history:resolveReasonRequired') : undefined}
        />
        {resolve.error && <ErrorState error={resolve.error} size="inline" />}
      </div>
    </ConfirmDialog>
  );
}
