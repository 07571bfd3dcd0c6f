import { useMemo } from 'react';
import { useFormat } from '../../../i18n/useFormat.ts';

const SECOND = 1000;
export const MINUTE = 60_000;

/** Whole minutes, rounded away from nothing: a drift of 40 seconds is one minute. */
export const minutesOf = (ms: number): number => Math.round(ms / MINUTE);

/**
 * Running time as people write it, in the digits of the reader: `02:14`, above an hour `1:02:14`. A negative
 * time is written as nothing passed.
 */
export function useClockText(): (ms: number) => string {
  const format = useFormat();
  return useMemo(() => {
    const two = { minimumIntegerDigits: 2, useGrouping: false } as const;
    const one = { useGrouping: false } as const;
    return (ms) => {
      const seconds = Math.max(0, Math.floor(ms / SECOND));
      const hours = Math.floor(seconds / 3600);
      const minutes = format.number(Math.floor((seconds % 3600) / 60), two);
      const rest = format.number(seconds % 60, two);
      return hours > 0 ? `${format.number(hours, one)}:${minutes}:${rest}` : `${minutes}:${rest}`;
    };
  }, [format]);
}
