import { useTranslation } from 'react-i18next';
import { useCall } from '../../../app/calls.ts';
import { Card } from '../../../ui/Card.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';

/** Where the data lies, what runs, and under which licence. */
export function About() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useCall('host.info', {});
  return (
    <Card title={t('about.title')}>
      {error && <ErrorState error={error} size="inline" onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && (
        <dl className="settings-about">
          <div>
            <dt>{t('about.folder')}</dt>
            <dd>
              <bdi dir="ltr">{data.folder}</bdi>
              <p className="muted">{t('about.folderHelp')}</p>
            </dd>
          </div>
          <div>
            <dt>{t('about.version')}</dt>
            <dd>
              <bdi dir="ltr">{data.version}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('about.runs')}</dt>
            <dd>
              {t(data.host === 'desktop' ? 'about.desktop' : 'about.browser')}{' '}
              <bdi dir="ltr" className="muted">
                Node {data.node}, SQLite {data.sqlite}
              </bdi>
            </dd>
          </div>
          <div>
            <dt>{t('about.licence')}</dt>
            <dd>
              <bdi dir="ltr">Apache-2.0</bdi>
              <p className="muted">{t('about.licenceHelp')}</p>
            </dd>
          </div>
          <div>
            <dt>{t('about.network')}</dt>
            <dd>{t('about.none')}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
}
