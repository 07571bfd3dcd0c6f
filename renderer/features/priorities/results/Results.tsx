import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input, OpeningRow, RoundRow, ScoredDeficit } from '../../../../shared/contract/index.ts';
import { heatOfTallies } from '../../../../shared/domain/scoring/grids.ts';
import { CRITERIA } from '../../../../shared/domain/scoring/types.ts';
import { useCall } from '../../../app/calls.ts';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { HeatFigure } from '../parts/HeatFigure.tsx';
import { AREA_CODES, useDeficitNames } from '../parts/words.ts';
import { AllScores } from './AllScores.tsx';
import { CommonGround } from './CommonGround.tsx';
import { Matrices } from './Matrices.tsx';

const TABS = ['ground', 'matrix', 'heat', 'scores'] as const;

/** What an opened round says. */
export function Results({
  dossierId,
  round: opened,
  opening,
  scored,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  /** The one to be shown; that which stands where none is named. */
  readonly opening?: OpeningRow | undefined;
  readonly scored: readonly ScoredDeficit[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const [tab, setTab] = useState<(typeof TABS)[number]>('ground');
  const names = useDeficitNames(scored);
  const results = useCall(
    'scoring.results',
    {
      dossier: dossierId,
      round: opened.id,
      ...(opening && { opening: opening.id }),
    } as Input<'scoring.results'>,
    { recordTypes: ['round', 'tally'] },
  );
  if (results.error) return <ErrorState error={results.error} onRetry={() => void results.refetch()} />;
  if (!results.data) return <Skeleton lines={8} />;
  const rows = results.data;
  // Each opening has its own ballots, and what was fixed where they were given.
  const round: RoundRow = {
    ...opened,
    ...(opening && { openedAt: opening.at, ballots: opening.ballots }),
    criteria: CRITERIA.filter((criterion) => rows.some((row) => row.criterion === criterion)),
  };
  const contents: { readonly [T in (typeof TABS)[number]]: () => ReactNode } = {
    ground: () => <CommonGround round={round} rows={rows} names={names} />,
    matrix: () => <Matrices round={round} rows={rows} names={names} />,
    heat: () => (
      <>
        <p className="muted">{t('heat.scored')}</p>
        <HeatFigure
          cells={heatOfTallies(rows, (id) => names.row(id)?.area ?? null, AREA_CODES)}
          description={t('heat.scored')}
          nothing={({ deficits }) => t(deficits > 0 ? 'heat.hidden' : 'heat.notScored')}
        />
      </>
    ),
    scores: () => <AllScores round={round} rows={rows} names={names} />,
  };
  return (
    <Card title={t('results.label')}>
      <p className="muted">{t('results.hidden')}</p>
      <Tabs
        label={t('results.label')}
        selected={tab}
        onSelect={setTab}
        tabs={TABS.map((id) => ({ id, label: t(`results.${id}`), content: id === tab && contents[id]() }))}
      />
    </Card>
  );
}
