import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/calls.ts';
import type { SectionProps } from '../../app/features.ts';
import { paths, useQueryParam } from '../../app/router.ts';
import { PageHead } from '../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useStated } from './parts/words.ts';
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
  const stated = useStated(dossierId);
  const error = rounds.error ?? stated.error;
  const round = rounds.data?.find(({ id }) => id === chosen);
  if (error)
    return (
      <div className="screen">
        <PageHead title={t('title')} />
        <ErrorState
          error={error}
          onRetry={() => {
            void rounds.refetch();
            void stated.refetch();
          }}
        />
      </div>
    );
  if (!rounds.data || !stated.data)
    return (
      <div className="screen">
        <PageHead title={t('title')} />
        <Skeleton lines={8} />
      </div>
    );
  if (round)
    return (
      <div className="screen priorities">
        <a
          className="priorities-back"
          href={paths.section(dossierId, 'deficits', undefined, { view: 'priorities' })}
        >
          <ArrowLeft size={14} aria-hidden className="flip" /> {t('back')}
        </a>
        <RoundScreen key={round.id} dossierId={dossierId} round={round} stated={stated.data} />
      </div>
    );
  return (
    <div className="screen priorities">
      <PageHead title={t('title')} subtitle={t('lead')} />
      <Rounds dossierId={dossierId} rounds={rounds.data} />
      <Stated
        dossierId={dossierId}
        stated={stated.data.filter(({ withdrawn, joinedInto }) => !withdrawn && joinedInto === null)}
      />
    </div>
  );
}
