import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { useSessions } from './queries.ts';

/** One session of the list, or what stands for the screen until it is there. */
export function useRow(
  dossierId: string,
  sessionId: string,
  title: string,
): { readonly row: SessionRow } | { readonly row: undefined; readonly instead: ReactNode } {
  const { t } = useTranslation('sessions');
  const { data, error, refetch } = useSessions(dossierId);
  const row = data?.find(({ id }) => id === sessionId);
  if (row) return { row };
  return {
    row: undefined,
    instead: (
      <div className="screen">
        <h1 className="visually-hidden">{title}</h1>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <p className="muted">{t('inTheBin')}</p>
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    ),
  };
}
