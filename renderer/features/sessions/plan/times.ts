import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';

/** Minutes since midnight of a time of day `HH:MM`. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

export interface Slot {
  /** Minutes after the beginning. */
  readonly from: number;
  readonly to: number;
}

/** When each item comes, reckoned from the planned minutes of those before it. */
export function slotsOf(items: readonly { readonly minutes?: number | undefined }[]): readonly Slot[] {
  let at = 0;
  return items.map(({ minutes = 0 }) => {
    const from = at;
    at += minutes;
    return { from, to: at };
  });
}

/** `90` -> "1 h 30 min", as the reader writes it. */
export function useSpan(): (minutes: number) => string {
  const { t } = useTranslation('sessions');
  return useCallback(
    (minutes) => {
      const h = Math.floor(minutes / 60);
      const m = minutes % 60;
      if (h === 0) return t('span.minutes', { m });
      return m === 0 ? t('span.hours', { h }) : t('span.both', { h, m });
    },
    [t],
  );
}

/**
 * The time of day so many minutes after the beginning; past midnight it says so. Without a time to begin at, how long
 * after the beginning.
 */
export function useReckoned(startTime: string | undefined): (after: number) => string {
  const { t } = useTranslation('sessions');
  const format = useFormat();
  const span = useSpan();
  return useCallback(
    (after) => {
      if (startTime === undefined) return t('span.after', { span: span(after) });
      const minutes = minutesOf(startTime) + after;
      const day = Math.floor(minutes / 1440);
      // Any winter day: only hours and minutes are shown.
      const time = format.time(
        new Date(2000, 0, 1, Math.floor(minutes / 60) % 24, minutes % 60).toISOString(),
      );
      return day === 0 ? time : t('span.nextDay', { time });
    },
    [startTime, format, span, t],
  );
}
