import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatedRow } from '../../../shared/contract/index.ts';
import type { MissingValue } from '../../../shared/domain/fields.ts';
import { apart, SCALES, type Scale, stepOn } from '../../../shared/domain/scales.ts';
import { SIDES, type Side } from '../../../shared/domain/scoring/types.ts';
import { paths } from '../../app/router.ts';
import { BestText } from '../../ui/BestText.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConstituencyTile, Steps } from '../../ui/constituency.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { SegmentedControl } from '../../ui/ToggleButton.tsx';
import { useConstituencyNames } from '../positions/index.ts';
import { HeatFigure } from './parts/HeatFigure.tsx';
import { useCodeWord, useStated } from './parts/words.ts';

/** From here on the three are far apart. */
const FAR = 2;

/** Severity, prevalence and evidence as the constituencies recorded them: always three columns. */
export function Stated({ dossierId }: { readonly dossierId: string }): ReactNode {
  const { t } = useTranslation('priorities');
  const [by, setBy] = useState<Scale | 'any'>('any');
  const stated = useStated(dossierId, by);
  if (stated.error) return <ErrorState error={stated.error} onRetry={() => void stated.refetch()} />;
  if (!stated.data) return <Skeleton lines={8} />;
  const { cells, rows, deficits } = stated.data;
  return (
    <>
      <Card title={t('heat.title')}>
        <p className="muted">{t('heat.stated')}</p>
        <HeatFigure cells={cells} description={t('heat.stated')} nothing={() => t('heat.nothing')} />
      </Card>
      <Card title={t('stated.title')}>
        {deficits === 0 ? (
          <p className="prose">{t('stated.none')}</p>
        ) : (
          <>
            <div className="priorities-by">
              <p className="muted">{t('stated.text')}</p>
              <SegmentedControl
                label={t('stated.by')}
                value={by}
                options={(['any', ...SCALES] as const).map((id) => ({ id, label: t(`stated.${id}`) }))}
                onChange={setBy}
              />
            </div>
            <div className="priorities-scroll" aria-busy={stated.isPlaceholderData}>
              <table className="priorities-table priorities-stated">
                <thead>
                  <tr>
                    <th scope="col">{t('stated.deficit')}</th>
                    {SCALES.map((scale) => (
                      <th key={scale} scope="col">
                        {t(`stated.${scale}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <StatedLine key={row.id} dossierId={dossierId} row={row} />
                  ))}
                </tbody>
              </table>
            </div>
            {deficits > rows.length && (
              <p className="muted">{t('stated.more', { count: deficits - rows.length })}</p>
            )}
          </>
        )}
      </Card>
    </>
  );
}

function StatedLine({ dossierId, row }: { readonly dossierId: string; readonly row: StatedRow }): ReactNode {
  const { t } = useTranslation(['priorities', 'ui']);
  const prevalenceWord = useCodeWord('prevalence');
  const strengthWord = useCodeWord('evidence-strength');
  const severityWord = (value: unknown): string => {
    const step = stepOn('severity', value);
    return step === 0 ? '' : t(`ui:severity.${step}`);
  };
  return (
    <tr>
      <th scope="row">
        <a href={paths.section(dossierId, 'deficits', row.id)}>
          <bdi className="mono">D-{row.number}</bdi> <BestText texts={row.title} isBlock={false} />
        </a>
      </th>
      <td>
        <Three scale="severity" of={row.severity} word={severityWord} />
      </td>
      <td>
        <Three scale="prevalence" of={row.prevalence} word={(value) => prevalenceWord(String(value))} />
      </td>
      <td>
        <Three scale="evidence" of={row.evidenceHeld} word={(value) => strengthWord(String(value))} />
        <Items row={row} />
      </td>
    </tr>
  );
}

type Words = (key: `ui:missing.${MissingValue['missing']}`) => string;
const missingOf = (value: unknown, t: Words): string =>
  typeof value === 'object' && value !== null && 'missing' in value
    ? t(`ui:missing.${(value as MissingValue).missing}`)
    : t('ui:missing.not-asked');

/** One column for each side: who, four boxes, and the word; below them how far they are apart. */
function Three({
  scale,
  of,
  word,
}: {
  readonly scale: Scale;
  readonly of: { readonly [C in Side]?: unknown };
  readonly word: (value: unknown) => string;
}): ReactNode {
  const { t } = useTranslation(['priorities', 'ui']);
  const names = useConstituencyNames();
  const far = apart(scale, of);
  return (
    <>
      <ul className="priorities-three">
        {SIDES.map((side) => {
          const step = stepOn(scale, of[side]);
          return (
            <li key={side} className={`seat-${side}`}>
              <ConstituencyTile seat={side} name={names[side]} size="s" />
              <Steps value={step} />
              <span className={step === 0 ? 'muted' : undefined}>
                {step === 0 ? missingOf(of[side], t) : word(of[side])}
              </span>
            </li>
          );
        })}
      </ul>
      <p className={far !== null && far >= FAR ? 'priorities-apart priorities-far' : 'priorities-apart'}>
        {far === null ? t('stated.notApart') : t('stated.steps', { count: far })}
      </p>
    </>
  );
}

/** What stands behind it: items, who agrees with and who contests some, and a strength that nobody in particular gave. */
function Items({ row }: { readonly row: StatedRow }): ReactNode {
  const { t } = useTranslation('priorities');
  const names = useConstituencyNames();
  const word = useCodeWord('evidence-strength');
  const { evidenceStrength: ofNobody, evidence } = row;
  const who = (standing: 'agreed' | 'contested'): ReactNode => {
    const sides = SIDES.filter((side) => evidence[standing][side] > 0);
    if (sides.length === 0) return null;
    return (
      <span className="seat-line">
        {t(`stated.${standing}`)}
        {sides.map((side) => (
          <ConstituencyTile key={side} seat={side} name={names[side]} size="s" />
        ))}
      </span>
    );
  };
  return (
    <span className="priorities-evidence">
      <span className="muted">
        {evidence.items === 0 ? t('stated.noEvidence') : t('stated.items', { count: evidence.items })}
      </span>
      {who('agreed')}
      {who('contested')}
      {typeof ofNobody === 'string' && (
        <span className="muted">{t('stated.ofNobody', { word: word(ofNobody) })}</span>
      )}
    </span>
  );
}
