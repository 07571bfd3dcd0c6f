import { Gavel, GitMerge, History, PencilLine, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RegisterMoment } from '../../../../shared/contract/index.ts';
import { pick } from '../../../../shared/domain/languages.ts';
import { useCall } from '../../../app/calls.ts';
import { setQueryParam } from '../../../app/router.ts';
import { useFormat, useLang } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState, ErrorState, Notice, Skeleton } from '../../../ui/states.tsx';

const ICONS = { work: PencilLine, merge: GitMerge, session: Gavel } as const;

const lookTo = (moment: number | undefined): void =>
  setQueryParam('asOf', moment === undefined ? undefined : String(moment));

function useMomentName(): (moment: RegisterMoment) => string {
  const { t } = useTranslation('register');
  const lang = useLang();
  const format = useFormat();
  return ({ kind, at, session }) => {
    const when = format.dateTime(at);
    if (kind === 'work') return t('asOf.work', { when });
    if (kind === 'merge') return t('asOf.merge', { when });
    return t('asOf.session', { name: pick(session ?? undefined, lang)?.value ?? t('asOf.untitled'), when });
  };
}

/** Moments of the past to choose from, the latest first. */
export function LookBackDialog({
  dossierId,
  asOf,
  onClose,
}: {
  readonly dossierId: string;
  readonly asOf: number | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('register');
  const nameOf = useMomentName();
  const { data, error, refetch } = useCall('register.moments', { dossier: dossierId });
  return (
    <Dialog title={t('asOf.title')} isOpen onClose={onClose}>
      <p className="muted">
        {t('asOf.text')} {t('asOf.names')}
      </p>
      {error ? (
        <ErrorState error={error} size="inline" onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={5} height={40} />
      ) : data.length === 0 ? (
        <EmptyState title={t('asOf.none')} icon={<History size={28} strokeWidth={1.5} aria-hidden />} />
      ) : (
        <ul className="deficits-moments" aria-label={t('asOf.moments')}>
          {data.map((moment) => {
            const Icon = ICONS[moment.kind];
            return (
              <li key={moment.moment}>
                <Button
                  variant="quiet"
                  wide
                  icon={<Icon size={15} aria-hidden />}
                  {...(moment.moment === asOf && { 'aria-current': 'true' })}
                  onPress={() => {
                    lookTo(moment.moment);
                    onClose();
                  }}
                >
                  <span className="deficits-moment">
                    <bdi>{nameOf(moment)}</bdi>
                    <span className="muted">
                      {t('asOf.deficits', { count: moment.deficits })} ·{' '}
                      {t('asOf.changes', { count: moment.changes })}
                    </span>
                  </span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}

/** Over a register of the past: which one it is, that nothing can be written, and the way back. */
export function PastNotice({ dossierId, asOf }: { readonly dossierId: string; readonly asOf: number }) {
  const { t } = useTranslation('register');
  const format = useFormat();
  const { data } = useCall('register.moments', { dossier: dossierId });
  const moment = data?.find((one) => one.moment === asOf);
  return (
    <div className="deficits-past" role="status">
      <Notice
        tone="warn"
        icon={<History size={16} aria-hidden />}
        action={
          <Button icon={<Undo2 size={15} aria-hidden className="flip" />} onPress={() => lookTo(undefined)}>
            {t('asOf.back')}
          </Button>
        }
      >
        {moment ? t('asOf.banner', { when: format.dateTime(moment.at) }) : t('asOf.bannerPlain')}{' '}
        {t('asOf.names')}
      </Notice>
    </div>
  );
}
