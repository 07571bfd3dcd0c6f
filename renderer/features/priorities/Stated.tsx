import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatedRow } from '../../../shared/contract/index.ts';
import type { MissingValue } from '../../../shared/domain/fields.ts';
import { heatOfStated } from '../../../shared/domain/scoring/grids.ts';
import { SIDES, type Side, STEPS } from '../../../shared/domain/scoring/types.ts';
import { paths } from '../../app/router.ts';
import { BestText } from '../../ui/BestText.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConstituencyTile, Steps } from '../../ui/constituency.tsx';
import { useConstituencyNames } from '../positions/index.ts';
import { HeatFigure } from './parts/HeatFigure.tsx';
import { AREA_CODES, useCodeWord } from './parts/words.ts';

/** A register as people keep it; what is beyond is found in the register itself. */
const MOST_SHOWN = 300;
const PREVALENCES = ['isolated', 'localized', 'widespread', 'systemic'] as const;

/** Between the lowest and the highest of those that stated it; null where fewer than two did. */
function apart({ severity }: StatedRow): number | null {
  const steps = SIDES.flatMap((side) => (typeof severity[side] === 'number' ? [severity[side]] : []));
  return steps.length < 2 ? null : Math.max(...steps) - Math.min(...steps);
}

/** Severity, prevalence and evidence as the constituencies recorded them: always three columns. */
export function Stated({
  dossierId,
  stated,
}: {
  readonly dossierId: string;
  readonly stated: readonly StatedRow[];
}): ReactNode {
  const { t } = useTranslation('priorities');
  const sorted = [...stated].sort((a, b) => (apart(b) ?? -1) - (apart(a) ?? -1));
  const cells = heatOfStated(stated, AREA_CODES);
  return (
    <>
      <Card title={t('heat.title')}>
        <p className="muted">{t('heat.stated')}</p>
        <HeatFigure cells={cells} description={t('heat.stated')} nothing={() => t('heat.nothing')} />
      </Card>
      <Card title={t('stated.title')}>
        {stated.length === 0 ? (
          <p className="prose">{t('stated.none')}</p>
        ) : (
          <>
            <p className="muted">{t('stated.text')}</p>
            <div className="priorities-scroll">
              <table className="priorities-table priorities-stated">
                <thead>
                  <tr>
                    {(['deficit', 'severity', 'apart', 'prevalence', 'evidence'] as const).map((column) => (
                      <th key={column} scope="col">
                        {t(`stated.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {sorted.slice(0, MOST_SHOWN).map((row) => (
                    <StatedLine key={row.id} dossierId={dossierId} row={row} />
                  ))}
                </tbody>
              </table>
            </div>
            {stated.length > MOST_SHOWN && (
              <p className="muted">{t('stated.more', { count: stated.length - MOST_SHOWN })}</p>
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
  const far = apart(row);
  return (
    <tr>
      <th scope="row">
        <a href={paths.section(dossierId, 'deficits', row.id)}>
          <bdi className="mono">D-{row.number}</bdi> <BestText texts={row.title} isBlock={false} />
        </a>
      </th>
      <td>
        <Three
          of={(side) => {
            const value = row.severity[side];
            const step = STEPS.find((each) => each === value);
            return step ? { step, word: t(`ui:severity.${step}`) } : { step: 0, word: missingOf(value, t) };
          }}
        />
      </td>
      <td className={far !== null && far >= 2 ? 'priorities-far' : 'muted'}>
        {far === null ? t('stated.notApart') : t('stated.steps', { count: far })}
      </td>
      <td>
        <Three
          of={(side) => {
            const value = row.prevalence[side];
            const step = (PREVALENCES as readonly unknown[]).indexOf(value) + 1;
            return step > 0
              ? { step, word: prevalenceWord(String(value)) }
              : { step: 0, word: missingOf(value, t) };
          }}
        />
      </td>
      <td>
        <EvidenceCell row={row} />
      </td>
    </tr>
  );
}

type Words = (key: `ui:missing.${MissingValue['missing']}`) => string;
const missingOf = (value: unknown, t: Words): string =>
  typeof value === 'object' && value !== null && 'missing' in value
    ? t(`ui:missing.${(value as MissingValue).missing}`)
    : t('ui:missing.not-asked');

/** One column for each side: who, four boxes, and the word. */
function Three({
  of,
}: {
  readonly of: (side: Side) => { readonly step: number; readonly word: string };
}): ReactNode {
  const names = useConstituencyNames();
  return (
    <ul className="priorities-three">
      {SIDES.map((side) => {
        const { step, word } = of(side);
        return (
          <li key={side} className={`seat-${side}`}>
            <ConstituencyTile seat={side} name={names[side]} size="s" />
            <Steps value={step} />
            <span className={step === 0 ? 'muted' : undefined}>{word}</span>
          </li>
        );
      })}
    </ul>
  );
}

function EvidenceCell({ row }: { readonly row: StatedRow }): ReactNode {
  const { t } = useTranslation('priorities');
  const names = useConstituencyNames();
  const word = useCodeWord('evidence-strength');
  const { evidenceStrength: strength, evidence } = row;
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
      {typeof strength === 'string' && <span>{word(strength)}</span>}
      <span className="muted">
        {evidence.items === 0 ? t('stated.noEvidence') : t('stated.items', { count: evidence.items })}
      </span>
      {who('agreed')}
      {who('contested')}
    </span>
  );
}
