import { useEffect, useRef, useState } from 'react';
import type { RoomClock } from '../../../../shared/contract/index.ts';
import { Two } from './Two.tsx';
import { useFirst } from './words.ts';

/** Minutes and seconds in the digits of a language. */
export function useMinutes(): (ms: number) => string {
  const { formats } = useFirst();
  return (ms) => {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    const two = (value: number): string =>
      formats.number(value, { minimumIntegerDigits: 2, useGrouping: false });
    return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  };
}

/** Counts on from what came, by a clock that nobody sets. A page that was hidden is right again at once. */
export function Timer({ clock }: { readonly clock: RoomClock }) {
  const minutes = useMinutes();
  const arrived = useRef({ clock, at: performance.now() });
  if (arrived.current.clock !== clock) arrived.current = { clock, at: performance.now() };
  const [, draw] = useState(0);
  useEffect(() => {
    if (!clock.isRunning) return;
    const timer = setInterval(() => draw((n) => n + 1), 250);
    return () => clearInterval(timer);
  }, [clock.isRunning]);
  const passed = clock.isRunning ? performance.now() - arrived.current.at : 0;
  const elapsed = clock.elapsedMs + passed;
  const over = clock.limitMs === null ? 0 : elapsed - clock.limitMs;
  return (
    <div className={over > 0 ? 'wall-clock over' : 'wall-clock'}>
      <span className="wall-timer" dir="ltr">
        {minutes(elapsed)}
      </span>
      {clock.limitMs !== null && (
        <span className="wall-limit">
          <Two
            say={({ t }) =>
              over > 0
                ? t('over', { time: minutes(over) })
                : t('limit', { time: minutes(clock.limitMs as number) })
            }
          />
        </span>
      )}
      {!clock.isRunning && (
        <span className="wall-limit">
          <Two say={({ t }) => t('held')} />
        </span>
      )}
    </div>
  );
}
