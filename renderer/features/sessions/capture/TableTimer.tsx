import { Pause, Play, Timer } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { useAgenda } from '../plan/queries.ts';
import { useSpan } from '../plan/times.ts';
import { useItemTitle } from '../plan/words.tsx';
import { LiveTime } from '../room/LiveTime.tsx';
import { useTick } from '../room/ticker.ts';
import { AT_ZERO, itemAt, passedOf, paused, started, type TableTime } from './table-time.ts';

/** By session: outlives a look at another screen, and is gone with the page. */
const times = new Map<string, TableTime>();

/** How long the table has sat, and where its plan would be by now. */
export function TableTimer({
  dossierId,
  sessionId,
}: {
  readonly dossierId: string;
  readonly sessionId: string;
}): ReactNode {
  const { t } = useTranslation('sessions');
  const span = useSpan();
  const titleOf = useItemTitle();
  const { views } = useAgenda(dossierId, sessionId);
  const [time, setTime] = useState(() => times.get(sessionId) ?? AT_ZERO);
  const [passedMin, setPassedMin] = useState(() => minutesOf(time, performance.now()));
  // Drawn anew once a minute: the seconds run in a field of their own.
  useTick((now) => setPassedMin(minutesOf(time, now)));
  const change = (next: TableTime): void => {
    times.set(sessionId, next);
    setTime(next);
  };
  const items = useMemo(
    () =>
      (views ?? [])
        .map(({ record }) => record)
        .sort((a, b) => (a.order ?? 1_000_000) - (b.order ?? 1_000_000)),
    [views],
  );
  const planned = items.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const item = itemAt(items, passedMin * 60_000);
  const isRunning = time.since !== null;
  const isAtZero = !isRunning && time.passedMs === 0;
  return (
    <section className="sessions-timer" aria-label={t('capture.timer.title')}>
      <Timer size={18} aria-hidden />
      <p>
        <strong role="timer" aria-label={t('capture.timer.title')}>
          <LiveTime ms={time.passedMs} at={time.since ?? 0} isRunning={isRunning} />
        </strong>{' '}
        {planned > 0 && <span className="muted">{t('capture.timer.of', { span: span(planned) })}</span>}
      </p>
      {planned > 0 && !isAtZero && (
        <p className="grow">
          {item
            ? t('capture.timer.item', { name: titleOf(item), span: span(item.minutes ?? 0) })
            : t('capture.timer.over')}
        </p>
      )}
      <div className="row">
        <Button
          icon={isRunning ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden />}
          onPress={() => change((isRunning ? paused : started)(time, performance.now()))}
        >
          {t(isRunning ? 'capture.timer.pause' : isAtZero ? 'capture.timer.start' : 'capture.timer.goOn')}
        </Button>
        {!isRunning && !isAtZero && (
          <Button variant="quiet" onPress={() => change(AT_ZERO)}>
            {t('capture.timer.reset')}
          </Button>
        )}
      </div>
      <p className="muted sessions-note">{t('capture.timer.note')}</p>
    </section>
  );
}

const minutesOf = (time: TableTime, now: number): number => Math.floor(passedOf(time, now) / 60_000);
