import { useTranslation } from 'react-i18next';
import type { RegisterGroup } from '../../../../shared/domain/register.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { AreaIcon } from '../../../ui/AreaIcon.tsx';
import { useAreaNames } from '../areas.ts';
import type { OUTCOMES } from './address.ts';

type Outcome = (typeof OUTCOMES)[number];
type Band = keyof typeof import('../../../../shared/locales/en/register.json')['band'];

/** What the rows below have in common, and how many they are. */
export function GroupHead({
  by,
  id,
  rows,
}: {
  readonly by: RegisterGroup;
  readonly id: string;
  readonly rows: number;
}) {
  const { t } = useTranslation(['register', 'ui']);
  const format = useFormat();
  const areas = useAreaNames();
  const area = id === 'none' ? null : id;
  return (
    <span className="deficits-group">
      {by === 'area' && <AreaIcon area={area} />}
      <strong>
        {by === 'area'
          ? areas.full(area)
          : by === 'outcome'
            ? t(`ui:outcome.${id as Outcome}`)
            : t(`band.${id as Band}`)}
      </strong>
      <span className="muted num">{format.count(rows)}</span>
    </span>
  );
}
