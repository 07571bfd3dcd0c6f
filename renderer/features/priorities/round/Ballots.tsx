import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow, ScoredDeficit } from '../../../../shared/contract/index.ts';
import { type CriterionCode, SIDES, type Side } from '../../../../shared/domain/scoring/types.ts';
import { invoke } from '../../../app/calls.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { ErrorState, Notice } from '../../../ui/states.tsx';
import { announce } from '../../../ui/toasts.ts';
import { useConstituencyNames } from '../../positions/index.ts';
import { useDeficitNames } from '../parts/words.ts';
import { BallotGrid, type Box, keyOf } from './BallotGrid.tsx';

/**
 * One ballot after the other, by keyboard alone. What was scored lies here until the ballot is cast and is then
 * forgotten at once: the call goes past the cache of calls, which would keep it.
 */
export function Ballots({
  dossierId,
  round,
  scored,
  isPaper,
  onFinish,
}: {
  readonly dossierId: string;
  readonly round: RoundRow;
  readonly scored: readonly ScoredDeficit[];
  readonly isPaper: boolean;
  readonly onFinish: () => void;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const names = useConstituencyNames();
  const [side, setSide] = useState<Side>();
  const [scores, setScores] = useState<ReadonlyMap<string, number>>(new Map());
  const [said, setSaid] = useState<{ readonly text: string; readonly tone: 'ok' | 'warn' }>();
  const [isWarned, setWarned] = useState(false);
  const [sheet, setSheet] = useState(0);
  const [isCasting, setCasting] = useState(false);
  const [error, setError] = useState<unknown>();
  const deficits = useInOrder(round, scored);
  const boxes = deficits.flatMap((deficit) => round.criteria.map((criterion) => ({ deficit, criterion })));
  const grid = useRef<HTMLTableElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  // Whoever asked for the ballots goes on at their beginning.
  useEffect(() => whole.current?.querySelector<HTMLElement>('input[type=radio]')?.focus(), []);

  const forget = (): void => {
    setScores(new Map());
    setWarned(false);
    setError(undefined);
  };
  const warn = (text: string): void => {
    setSaid({ text, tone: 'warn' });
    announce(text, 'assertive');
  };
  const cast = async (): Promise<void> => {
    if (isCasting) return;
    if (!side) return warn(t('ballot.needsSide'));
    if (scores.size === 0) return warn(t('ballot.empty'));
    const blank = boxes.length - scores.size;
    if (blank > 0 && !isWarned) {
      setWarned(true);
      return warn(t('ballot.blank', { count: blank }));
    }
    setCasting(true);
    try {
      const { ballots } = await invoke('scoring.cast', {
        dossier: dossierId,
        round: round.id,
        constituency: side,
        scores: nested(boxes, scores),
        ...(isPaper && { onPaper: true as const }),
      });
      forget();
      const text = t('ballot.done', { count: ballots[side], who: names[side] });
      setSaid({ text, tone: 'ok' });
      announce(text);
      // The next person may be of another group; of a pile of paper the next sheet is of the same one.
      if (isPaper) grid.current?.querySelector<HTMLElement>('[role=gridcell]')?.focus();
      else {
        setSide(undefined);
        setSheet((now) => now + 1);
        whole.current?.querySelector<HTMLElement>('input[type=radio]')?.focus();
      }
    } catch (failure) {
      setError(failure);
    }
    setCasting(false);
  };
  return (
    <div ref={whole}>
      <Card title={t(isPaper ? 'ballot.paperTitle' : 'ballot.title')} className="priorities-ballot">
        <RadioGroup
          label={t('ballot.whose')}
          layout="row"
          options={SIDES.map((id) => ({
            id,
            label: names[id],
            icon: <ConstituencyTile seat={id} size="s" isDecorative />,
          }))}
          value={side}
          onChange={setSide}
        />
        <p className="muted" id="ballot-keys">
          {t('ballot.keys')}
        </p>
        <BallotGrid
          // A new sheet is entered at its first cell.
          key={sheet}
          grid={grid}
          boxes={boxes}
          criteria={round.criteria}
          deficits={deficits}
          scored={scored}
          scores={scores}
          onScore={(box, score) => {
            const next = new Map(scores);
            if (score === undefined) next.delete(keyOf(box));
            else next.set(keyOf(box), score);
            setScores(next);
            setWarned(false);
          }}
          onCast={() => void cast()}
        />
        {said && <Notice tone={said.tone}>{said.text}</Notice>}
        {error !== undefined && <ErrorState error={error} size="inline" />}
        <div className="row">
          <Button variant="primary" isPending={isCasting} onPress={() => void cast()}>
            {t('ballot.cast')}
          </Button>
          <Button onPress={forget}>{t('ballot.clear')}</Button>
          <Button onPress={onFinish}>{t('ballot.finish')}</Button>
        </div>
      </Card>
    </div>
  );
}

/** By number, as on the sheet of paper. */
function useInOrder(round: RoundRow, scored: readonly ScoredDeficit[]): readonly string[] {
  const names = useDeficitNames(scored);
  const { compare } = useFormat();
  return [...round.deficits].sort((a, b) => compare(names.reference(a), names.reference(b)));
}

function nested(boxes: readonly Box[], scores: ReadonlyMap<string, number>) {
  const result: { [deficit: string]: { [C in CriterionCode]?: number } } = {};
  for (const box of boxes) {
    const score = scores.get(keyOf(box));
    if (score !== undefined) result[box.deficit] = { ...result[box.deficit], [box.criterion]: score };
  }
  return result;
}
