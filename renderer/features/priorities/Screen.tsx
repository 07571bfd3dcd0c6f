import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../shared/contract/index.ts';
import { useCall } from '../../app/calls.ts';
import type { SectionProps } from '../../app/features.ts';
import { paths, useQueryParam } from '../../app/router.ts';
import { PageHead } from '../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useScored } from './parts/words.ts';
import { Rounds } from './Rounds.tsx';
import { RoundScreen } from './round/RoundScreen.tsx';
import { Stated } from './Stated.tsx';
import './priorities.css';

const ROUNDS = ['round', 'ballot', 'tally'] as const;

/** Priorities: sealed rounds and what they said, beside what the constituencies have stated. */
export function Screen({ dossierId }: SectionProps) {
  const { t } = useTranslation(['priorities', 'deficits', 'editing', 'minutes']);
  const chosen = useQueryParam('round');
  const rounds = useCall('scoring.list', { dossier: dossierId }, { recordTypes: ROUNDS });
  const round = rounds.data?.find(({ id }) => id === chosen);
  if (round)
    return (
      <div className="screen priorities">
        <a
          className="priorities-back"
          href={paths.section(dossierId, 'deficits', undefined, { view: 'priorities' })}
        >
          <ArrowLeft size={14} aria-hidden className="flip" /> {t('back')}
        </a>
        <Round key={round.id} dossierId={dossierId} round={round} />
      </div>
    );
  return (
    <div className="screen priorities">
      <PageHead title={t('title')} {...(rounds.data && { subtitle: t('lead') })} />
      {rounds.error ? (
        <ErrorState error={rounds.error} onRetry={() => void rounds.refetch()} />
      ) : rounds.data ? (
        <>
          <Rounds dossierId={dossierId} rounds={rounds.data} />
          <Stated dossierId={dossierId} />
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}

/** A round is drawn once its deficits have their names. */
function Round({ dossierId, round }: { readonly dossierId: string; readonly round: RoundRow }) {
  const scored = useScored(dossierId, round.id);
  if (scored.error) return <ErrorState error={scored.error} onRetry={() => void scored.refetch()} />;
  if (!scored.data) return <Skeleton lines={8} />;
  return <RoundScreen dossierId={dossierId} round={round} scored={scored.data} />;
}
