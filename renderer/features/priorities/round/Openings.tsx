import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, OpeningRow, RoundRow, ScoredDeficit } from '../../../../shared/contract/index.ts';
import { useMutate } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx';
import { Notice } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useIsReadOnly } from '../../editing/index.ts';
import { Results } from '../results/Results.tsx';

/** What an opened round says; where copies opened it apart, each result, and which of them stands. */
export function Openings({
  dossierId,
  round,
  scored,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  readonly scored: readonly ScoredDeficit[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const isReadOnly = useIsReadOnly();
  const [chosen, setChosen] = useState<string>();
  const [isDeciding, setDeciding] = useState(false);
  const [stands] = round.openings;
  if (round.openings.length < 2 || !stands)
    return <Results dossierId={dossierId} round={round} scored={scored} />;
  const shown = round.openings.find(({ id }) => id === chosen) ?? stands;
  const nameOf = ({ letter, at }: OpeningRow): string =>
    letter ? t('copies.lettered', { letter, at }) : t('copies.first', { at });
  const waits = round.conflicts.includes('openedAt') || round.conflicts.includes('publicKey');
  const isSettled = shown === stands && !waits;
  return (
    <>
      <Card>
        <Notice tone={waits ? 'bad' : 'neutral'}>{t('copies.openings')}</Notice>
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
      <Results key={shown.id} dossierId={dossierId} round={round} opening={shown} scored={scored} />
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
  const decide = (reason: string): void =>
    resolve.mutate(
      {
        dossier: dossierId,
        round: round.id,
        field: 'openedAt',
        value: opening.at,
        reason,
      } as Input<'scoring.resolve'>,
      {
        onSuccess: () => {
          announce(t('history:resolved'));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={t('copies.decideTitle')}
      label={t('history:resolveReason')}
      description={t('history:resolveReasonHelp')}
      missing={t('history:resolveReasonRequired')}
      confirmLabel={t('copies.decide')}
      isPending={resolve.isPending}
      error={resolve.error}
      onConfirm={decide}
      onClose={onClose}
    >
      <p>{t('copies.decideText')}</p>
    </ReasonDialog>
  );
}
