import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/Badge.tsx';
import type { DeficitNames } from './words.ts';

/** Its number and title, and what has become of it since it was scored. */
export function DeficitName({ names, id }: { readonly names: DeficitNames; readonly id: string }): ReactNode {
  const { t } = useTranslation('priorities');
  const row = names.row(id);
  return (
    <>
      <bdi className="mono">{names.reference(id)}</bdi> {names.title(id)}
      {row?.withdrawn && (
        <>
          {' '}
          <Badge>{t('results.inBin')}</Badge>
        </>
      )}
      {row?.joinedInto && (
        <>
          {' '}
          <Badge>{t('results.joinedInto', { ref: `D-${row.joinedInto}` })}</Badge>
        </>
      )}
    </>
  );
}
