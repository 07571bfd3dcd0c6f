import {
  CircleCheck,
  GitMerge,
  ShieldAlert,
  ShieldCheck,
  ShieldEllipsis,
  Trash2,
  Unplug,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierInfo } from '../../../../shared/contract/index.ts';
import { useCall } from '../../../app/calls.ts';
import { paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Card } from '../../../ui/Card.tsx';

const CHECKED = {
  ok: <ShieldCheck size={16} aria-hidden className="overview-ok" />,
  pending: <ShieldEllipsis size={16} aria-hidden />,
  failed: <ShieldAlert size={16} aria-hidden className="overview-bad" />,
} as const;

/** Whether the file is sound, what waits for a person, and the id of the state it is in. */
export function StateOfFile({ dossierId, info }: { readonly dossierId: string; readonly info: DossierInfo }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const version = useCall('dossier.version', { dossier: dossierId });
  return (
    <Card title={t('state.title')}>
      <ul className="overview-state">
        <Line icon={CHECKED[info.verification]}>{t(`state.verification.${info.verification}`)}</Line>
        {info.conflicts > 0 ? (
          <Line icon={<GitMerge size={16} aria-hidden className="overview-warn" />}>
            <a href={paths.section(dossierId, 'history')}>
              {t('state.conflicts', { count: info.conflicts })}
            </a>
          </Line>
        ) : (
          <Line icon={<CircleCheck size={16} aria-hidden className="overview-ok" />}>
            {t('state.noConflicts')}
          </Line>
        )}
        {info.gaps > 0 && (
          <Line icon={<Unplug size={16} aria-hidden className="overview-warn" />}>
            {t('state.gaps', { count: info.gaps })}
          </Line>
        )}
        {info.withdrawn > 0 && (
          <Line icon={<Trash2 size={16} aria-hidden />}>
            <a href={paths.section(dossierId, 'bin')}>{t('state.withdrawn', { count: info.withdrawn })}</a>
          </Line>
        )}
      </ul>
      {version.data && (
        <div className="overview-version">
          <p>
            {t('state.version')}{' '}
            <bdi className="mono" title={version.data.versionId}>
              {version.data.versionId.slice(0, 8)}
            </bdi>
          </p>
          <p className="muted">
            {t('state.versionHelp')} {t('state.changes', { count: version.data.changes })}{' '}
            {t('state.asOf', { when: format.date(version.data.asOf) })}
          </p>
        </div>
      )}
    </Card>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
    </li>
  );
}
