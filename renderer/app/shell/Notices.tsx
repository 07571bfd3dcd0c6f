import { GitMerge, Lock, Power, ShieldAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/states.tsx';
import { type DossierFacts, useOptionalTallies } from '../dossier.tsx';
import { paths } from '../router.ts';

/** What everyone working on this dossier must know, above the screen. */
export const Notices = memo(function Notices({
  dossierId,
  info,
  isStopped,
}: {
  readonly dossierId: string | undefined;
  readonly info: DossierFacts | undefined;
  readonly isStopped: boolean;
}) {
  const { t } = useTranslation('shell');
  const tallies = useOptionalTallies();
  const isDamaged = info?.verification === 'failed' || info?.readOnly === 'damaged';
  return (
    <>
      {isStopped && (
        <Notice tone="bad" icon={<Power size={16} aria-hidden />}>
          {t('notice.stopped')}
        </Notice>
      )}
      {isDamaged && (
        <Notice
          tone="bad"
          icon={<ShieldAlert size={16} aria-hidden />}
          action={<a href={paths.library()}>{t('notice.toLibrary')}</a>}
        >
          {t('notice.damaged')}
        </Notice>
      )}
      {info && !isDamaged && info.readOnly && (
        <Notice tone="accent" icon={<Lock size={16} aria-hidden />}>
          {t(`notice.${info.readOnly}`)}
        </Notice>
      )}
      {tallies && tallies.conflicts > 0 && (
        <Notice
          tone="warn"
          icon={<GitMerge size={16} aria-hidden />}
          action={dossierId && <a href={paths.section(dossierId, 'history')}>{t('notice.toConflicts')}</a>}
        >
          {t('notice.conflicts', { count: tallies.conflicts })}
        </Notice>
      )}
      {tallies && tallies.gaps > 0 && (
        <Notice tone="warn" icon={<GitMerge size={16} aria-hidden />}>
          {t('notice.gaps', { count: tallies.gaps })}
        </Notice>
      )}
    </>
  );
});
