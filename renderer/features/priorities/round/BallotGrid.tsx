// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid may be a table; keys and focus are its cells' own
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoredDeficit } from '../../../../shared/contract/index.ts';
import { digitsOf } from '../../../../shared/domain/scoring/code.ts';
import { type CriterionCode, STEPS } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useDeficitNames } from '../parts/words.ts';

export interface Box {
  readonly deficit: string;
  readonly criterion: CriterionCode;
}
export const keyOf = ({ deficit, criterion }: Box): string => `${deficit} ${criterion}`;

/** Deficits down, criteria across. One cell is reached by Tab; digits, arrows and Enter do the rest. */
export function BallotGrid({
  grid,
  boxes,
  criteria,
  deficits,
  scored,
  scores,
  onScore,
  onCast,
}: {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly boxes: readonly Box[];
  readonly criteria: readonly CriterionCode[];
  readonly deficits: readonly string[];
  readonly scored: readonly ScoredDeficit[];
  readonly scores: ReadonlyMap<string, number>;
  readonly onScore: (box: Box, score: number | undefined) => void;
  readonly onCast: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('priorities');
  const { count } = useFormat();
  const names = useDeficitNames(scored);
  const [current, setCurrent] = useState(0);
  const go = (to: number): void => {
    const at = Math.max(0, Math.min(boxes.length - 1, to));
    setCurrent(at);
    grid.current?.querySelectorAll<HTMLElement>('[role=gridcell]')[at]?.focus();
  };
  const onKey = (event: KeyboardEvent, at: number): void => {
    const forward = i18n.dir() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = Number(event.key.length === 1 ? digitsOf(event.key) : '');
    const score = STEPS.find((step) => step === digit);
    if (score !== undefined) {
      onScore(boxes[at] as Box, score);
      go(at + 1);
    } else if (event.key === 'Backspace' || event.key === 'Delete') onScore(boxes[at] as Box, undefined);
    else if (event.key === 'Enter') onCast();
    else if (event.key === forward) go(at + 1);
    else if (event.key === backward) go(at - 1);
    else if (event.key === 'ArrowDown') go(at + criteria.length);
    else if (event.key === 'ArrowUp') go(at - criteria.length);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(boxes.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="priorities-scroll">
      <table
        ref={grid}
        role="grid"
        className="priorities-table priorities-grid"
        aria-label={t('ballot.grid')}
        aria-describedby="ballot-keys"
      >
        <thead>
          <tr>
            <th scope="col">{t('results.deficit')}</th>
            {criteria.map((criterion) => (
              <th key={criterion} scope="col">
                {t(`criterion.${criterion}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deficits.map((deficit, row) => (
            <tr key={deficit}>
              <th scope="row">
                <bdi className="mono">{names.reference(deficit)}</bdi> {names.title(deficit)}
              </th>
              {criteria.map((criterion, column) => {
                const at = row * criteria.length + column;
                const box = { deficit, criterion };
                const score = scores.get(keyOf(box));
                return (
                  <td
                    key={criterion}
                    role="gridcell"
                    tabIndex={at === Math.min(current, boxes.length - 1) ? 0 : -1}
                    onFocus={() => setCurrent(at)}
                    onKeyDown={(event) => onKey(event, at)}
                  >
                    <span className="visually-hidden">
                      {t('ballot.cell', {
                        deficit: `${names.reference(deficit)} ${names.title(deficit)}`,
                        criterion: t(`criterion.${criterion}`),
                        score: score === undefined ? t('ballot.none') : count(score),
                      })}
                    </span>
                    <span className="priorities-scores" aria-hidden="true">
                      {STEPS.map((step) => (
                        // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; keys are the cell's
                        // biome-ignore lint/a11y/useKeyWithClickEvents: the same
                        <i
                          key={step}
                          className={step === score ? 'on' : undefined}
                          onClick={() => onScore(box, step === score ? undefined : step)}
                        >
                          {count(step)}
                        </i>
                      ))}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
