import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundRow } from '../../../../shared/contract/index.ts';
import { type Ground, type GroundOf, groundOf } from '../../../../shared/domain/scoring/common-ground.ts';
import { type CriterionCode, SIDES, type TallyRow } from '../../../../shared/domain/scoring/types.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { RadioGroup } from '../../../ui/Choice.tsx';
import { ConstituencyTile } from '../../../ui/constituency.tsx';
import { useConstituencyNames } from '../../positions/index.ts';
import { DeficitName } from '../parts/DeficitName.tsx';
import type { DeficitNames } from '../parts/words.ts';
import { SpreadCell } from './SpreadCell.tsx';

const ORDER = [
  'common',
  'common-of-shown',
  'split',
  'neither',
  'not-known',
] as const satisfies readonly Ground[];

/** What all three lean to, what splits them and how. Each side is said apart, and nothing is averaged. */
export function CommonGround({
  round,
  rows,
  names,
}: {
  readonly round: RoundRow;
  readonly rows: readonly TallyRow[];
  readonly names: DeficitNames;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const format = useFormat();
  const [criterion, setCriterion] = useState<CriterionCode>(round.criteria[0] ?? 'severity');
  const of = rows
    .filter((row) => row.criterion === criterion)
    .map((row) => ({ ...row, ...groundOf(row.cells) }))
    .sort((a, b) => format.compare(names.reference(a.deficit), names.reference(b.deficit)));
  return (
    <div className="stack">
      {round.criteria.length > 1 && (
        <RadioGroup
          label={t('results.criterion')}
          layout="row"
          options={round.criteria.map((id) => ({ id, label: t(`criterion.${id}`) }))}
          value={criterion}
          onChange={setCriterion}
        />
      )}
      <p className="muted">{t('ground.rule')}</p>
      {ORDER.map((ground) => {
        const here = of.filter((each) => each.ground === ground);
        if (here.length === 0 && ground !== 'common' && ground !== 'split') return null;
        return (
          <section key={ground} className={`priorities-ground ${ground}`}>
            <h3>
              {t(`ground.${ground}`)} <span className="card-count num">{format.count(here.length)}</span>
            </h3>
            {here.length === 0 && <p className="muted">{t('ground.nobody')}</p>}
            <ul className="priorities-list">
              {here.map((each) => (
                <li key={each.deficit}>
                  <Line row={each} criterion={criterion} names={names} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({
  row,
  criterion,
  names,
}: {
  readonly row: TallyRow & GroundOf;
  readonly criterion: CriterionCode;
  readonly names: DeficitNames;
}): ReactNode {
  const { t } = useTranslation('priorities');
  const format = useFormat();
  const sides = useConstituencyNames();
  return (
    <div className="priorities-line">
      <p>
        <DeficitName names={names} id={row.deficit} />
        {row.leftOut.length > 0 && (
          <span className="muted priorities-left-out">
            {t('ground.leftOut', { who: format.list(row.leftOut.map((side) => sides[side])) })}
          </span>
        )}
      </p>
      <ul className="priorities-sides">
        {SIDES.map((side) => {
          const leaning = row.leanings[side];
          return (
            <li key={side}>
              <span className="seat-line">
                <ConstituencyTile seat={side} name={sides[side]} size="s" />
                {leaning ? t(`ground.${leaning}`) : t('ground.notShown')}
              </span>
              <SpreadCell
                cell={row.cells[side]}
                name={t('results.spread', {
                  who: sides[side],
                  deficit: names.reference(row.deficit),
                  criterion: t(`criterion.${criterion}`),
                })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
