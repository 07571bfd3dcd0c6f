import { useRef } from 'react';
import { useTick } from './ticker.ts';
import { useClockText } from './times.ts';

/** A time that goes on by itself between two answers. Not read out as it runs. */
export function LiveTime({
  ms,
  at,
  isRunning,
  className,
}: {
  /** As it was at `at`. */
  readonly ms: number;
  readonly at: number;
  readonly isRunning: boolean;
  readonly className?: string;
}) {
  const ref = useRef<HTMLSpanElement>(null);
  const text = useClockText();
  useTick((now) => {
    const next = text(isRunning ? ms + (now - at) : ms);
    if (ref.current && ref.current.textContent !== next) ref.current.textContent = next;
  });
  return <span ref={ref} dir="ltr" className={`num sitting-time${className ? ` ${className}` : ''}`} />;
}
