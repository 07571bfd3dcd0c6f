import { ArrowLeft, ClipboardPenLine, DoorOpen, FileText, ListChecks, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionRow } from '../../../../shared/contract/index.ts';
import { navigate, paths } from '../../../app/router.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { PapersMenu } from '../../minutes/index.ts';
import { KindIcon, PhaseStatus, useSessionTitle } from './words.tsx';

export type SessionView = 'plan' | 'room' | 'capture' | 'caucus';

/** The screens that a session of this kind has, the one where its work is done first. */
const viewsOf = (row: SessionRow): readonly SessionView[] =>
  row.kind === 'caucus'
    ? ['caucus', 'plan']
    : row.kind === 'breakout'
      ? ['capture', 'room', 'plan']
      : ['room', 'plan'];

const ICONS = { plan: ListChecks, room: DoorOpen, capture: ClipboardPenLine, caucus: Users } as const;

/** What a session is and the ways to its other screens; holds the one h1. */
export function SessionHead({
  dossierId,
  row,
  view,
  actions,
}: {
  readonly dossierId: string;
  readonly row: SessionRow;
  /** The screen this is. */
  readonly view: SessionView;
  readonly actions?: ReactNode;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const named = useSessionTitle();
  const go = (to: SessionView | 'minutes'): void =>
    navigate(paths.section(dossierId, 'sessions', row.id, to === 'plan' ? {} : { view: to }));
  return (
    <header className="sessions-head">
      <a className="sessions-back" href={paths.section(dossierId, 'sessions')}>
        <ArrowLeft size={14} aria-hidden className="flip" /> {t('title')}
      </a>
      <div className="sessions-head-line">
        <h1 tabIndex={-1}>{named(row.title)}</h1>
        <div className="row">
          {actions}
          {viewsOf(row)
            .filter((to) => to !== view)
            .map((to, at) => {
              const Icon = ICONS[to];
              return (
                <Button
                  key={to}
                  variant={at === 0 && view === 'plan' ? 'primary' : 'default'}
                  icon={<Icon size={15} aria-hidden className={to === 'room' ? 'flip' : undefined} />}
                  onPress={() => go(to)}
                >
                  {t(`view.${to}`)}
                </Button>
              );
            })}
          {row.phase !== 'planned' && row.kind !== 'caucus' && (
            <Button icon={<FileText size={15} aria-hidden />} onPress={() => go('minutes')}>
              {t('view.minutes')}
            </Button>
          )}
          <PapersMenu dossierId={dossierId} sessionId={row.id} />
        </div>
      </div>
      <p className="sessions-head-facts">
        <Badge icon={<KindIcon kind={row.kind} size={13} />}>{t(`kind.${row.kind}`)}</Badge>
        <PhaseStatus phase={row.phase} day={row.start} />
        {row.start && <span className="muted">{format.date(row.start, 'long')}</span>}
      </p>
      {row.isLeftOpen && <p className="sessions-left-open">{t('leftOpenText')}</p>}
    </header>
  );
}
