import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../../shared/contract/index.ts';
import { paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';

/** Where each finding can be looked at: the register with the filter that shows it, or the mandate. */
const PLACES = {
  conflict: { flag: 'conflict' },
  'changed-since': { flag: 'changed-since' },
  'mandate-open': undefined,
  'no-area': { area: 'none' },
  'not-put': { outcome: 'not-put' },
  'no-severity': { sort: 'severity' },
  'no-strategy': { flag: 'no-strategy' },
  'no-evidence': { flag: 'no-evidence' },
  'no-level': {},
} as const satisfies { readonly [code: string]: { readonly [name: string]: string } | undefined };
type Code = keyof typeof PLACES;
const isKnown = (code: string): code is Code => Object.hasOwn(PLACES, code);

/** What a reader of the export will miss, the gravest first; each line leads to the records it speaks of. */
export function Findings({
  dossierId,
  findings,
}: {
  readonly dossierId: string;
  readonly findings: Overview['findings'];
}) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const known = findings.flatMap(({ code, count }) => (isKnown(code) ? [{ code, count }] : []));
  return (
    <Card title={t('findings.title')}>
      {known.length === 0 ? (
        <p className="overview-line">
          <CircleCheck size={16} aria-hidden className="overview-ok" /> {t('findings.none')}
        </p>
      ) : (
        <ul className="overview-findings">
          {known.map(({ code, count }) => (
            <li key={code}>
              <a
                href={
                  code === 'mandate-open'
                    ? paths.section(dossierId, 'mandate')
                    : paths.section(dossierId, 'deficits', undefined, PLACES[code])
                }
              >
                <span className="overview-finding-count num">{format.count(count)}</span>
                <span>{t(`findings.${code}`, { count })}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
