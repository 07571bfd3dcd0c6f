import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import type { Outcome } from '../../../../shared/domain/position.ts';
import { paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { OutcomeStatus } from '../../../ui/Badge.tsx';
import { Card } from '../../../ui/Card.tsx';

const OUTCOMES = [
  'agreed',
  'agreed-with-reservation',
  'no-agreement',
  'awaiting',
  'needs-count',
  'not-put',
] as const satisfies readonly Outcome[];

/** Where the room stands, outcome by outcome. They are never added up into one figure. */
export function Outcomes({
  dossierId,
  overview,
}: {
  readonly dossierId: string;
  readonly overview: Overview;
}) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const { byOutcome, strategyOutcomes } = overview;
  const shown = OUTCOMES.filter(
    (outcome) => outcome !== 'needs-count' || byOutcome[outcome] || strategyOutcomes[outcome],
  );
  return (
    <Card title={t('outcomes.title')}>
      <table className="overview-table">
        <thead>
          <tr>
            <th scope="col">{t('outcomes.outcome')}</th>
            <th scope="col" className="end">
              {t('holds.deficit')}
            </th>
            <th scope="col" className="end">
              {t('holds.strategy')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">
                <a href={paths.section(dossierId, 'deficits', undefined, { outcome })}>
                  <OutcomeStatus outcome={outcome} />
                </a>
              </th>
              <td className="num end">{format.count(byOutcome[outcome] ?? 0)}</td>
              <td className="num end">{format.count(strategyOutcomes[outcome] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted overview-note">{t('outcomes.computed')}</p>
    </Card>
  );
}
