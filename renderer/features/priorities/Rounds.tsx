import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundPhase, RoundRow } from '../../../shared/contract/index.ts';
import { SIDES } from '../../../shared/domain/scoring/types.ts';
import { paths, setQueryParam } from '../../app/router.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Badge, type DotShape, StatusDot, type Tone } from '../../ui/Badge.tsx';
import { BestText } from '../../ui/BestText.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConstituencyTile } from '../../ui/constituency.tsx';
import { useIsReadOnly } from '../editing/index.ts';
import { useConstituencyNames } from '../positions/index.ts';
import { PrepareDialog } from './round/PrepareDialog.tsx';

const SHAPES: { readonly [P in RoundPhase]: readonly [DotShape, Tone] } = {
  prepared: ['ring', 'neutral'],
  scoring: ['half', 'accent'],
  opened: ['dot', 'ok'],
  abandoned: ['square', 'neutral'],
};

export function Phase({
  phase,
  children,
}: {
  readonly phase: RoundPhase;
  /** What stands instead of the word for the phase. */
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const [shape, tone] = SHAPES[phase];
  return (
    <StatusDot shape={shape} tone={tone}>
      {children ?? t(`phase.${phase}`)}
    </StatusDot>
  );
}

/** All rounds, the newest first, and the way to a new one. */
export function Rounds({
  dossierId,
  rounds,
}: {
  readonly dossierId: string;
  readonly rounds: readonly RoundRow[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const format = useFormat();
  const names = useConstituencyNames();
  const isReadOnly = useIsReadOnly();
  const [isPreparing, setPreparing] = useState(false);
  return (
    <Card
      title={t('rounds.title')}
      {...(!isReadOnly && {
        actions: (
          <Button variant="primary" icon={<Plus size={15} aria-hidden />} onPress={() => setPreparing(true)}>
            {t('rounds.new')}
          </Button>
        ),
      })}
    >
      {rounds.length === 0 ? (
        <p className="prose">{t('rounds.empty')}</p>
      ) : (
        <div className="priorities-scroll">
          <table className="priorities-table">
            <thead>
              <tr>
                {(['round', 'state', 'deficits', 'criteria', 'ballots'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`rounds.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr key={round.id}>
                  <th scope="row">
                    <a
                      href={paths.section(dossierId, 'deficits', undefined, {
                        view: 'priorities',
                        round: round.id,
                      })}
                    >
                      <bdi className="mono">V-{round.number}</bdi>{' '}
                      <BestText texts={round.title} isBlock={false} />
                    </a>
                  </th>
                  <td>
                    <Phase phase={round.phase} />
                    {round.conflicts.length > 0 && <Badge tone="bad">{t('rounds.waits')}</Badge>}
                  </td>
                  <td className="num">{format.count(round.deficits.length)}</td>
                  <td>{format.list(round.criteria.map((criterion) => t(`criterion.${criterion}`)))}</td>
                  <td>
                    <span className="priorities-counts">
                      {SIDES.map((side) => (
                        <span key={side}>
                          <ConstituencyTile seat={side} name={names[side]} size="s" />
                          <span className="num">{format.count(round.ballots[side])}</span>
                        </span>
                      ))}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isPreparing && (
        <PrepareDialog
          dossierId={dossierId}
          onClose={() => setPreparing(false)}
          onDone={(id) => {
            setPreparing(false);
            setQueryParam('round', id);
          }}
        />
      )}
    </Card>
  );
}
