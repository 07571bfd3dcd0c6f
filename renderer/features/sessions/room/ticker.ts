import { useEffect, useRef } from 'react';

/** One timer for all that runs on the screen. Nothing counts its ticks: each reads the clock. */
const EVERY_MS = 250;
const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const now = performance.now();
  for (const listener of [...listeners]) listener(now);
}

/** Calls back four times a second, and at once when the window is shown again. Returns the way to stop. */
export function onTick(listener: (now: number) => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    timer = setInterval(tick, EVERY_MS);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

/** The same for a component: draws through refs, so that running time re-renders nothing. */
export function useTick(draw: (now: number) => void): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    latest.current(performance.now());
    return onTick((now) => latest.current(now));
  }, []);
  useEffect(() => draw(performance.now()));
}
