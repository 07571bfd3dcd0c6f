/** A month or a day, in parts: plans often know only the month. */
export interface DateParts {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
}

export function partsOf(iso: string | undefined): DateParts {
  const [year, month, day] = (iso ?? '').split('-').map((part) => (part ? Number(part) : undefined));
  return { year, month, day };
}

const two = (n: number): string => String(n).padStart(2, '0');
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The ISO value; null where the parts are all empty, undefined while they make no date. */
export function isoOf({ year, month, day }: DateParts): string | null | undefined {
  if (year === undefined && month === undefined && day === undefined) return null;
  if (year === undefined || month === undefined || year < 1900 || year > 2199) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  return day >= 1 && day <= daysIn(year, month) ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** The years a plan touches, at most twenty: a typing slip must not draw a table of centuries. */
export function yearsBetween(start: string | undefined, end: string | undefined): string[] {
  const from = partsOf(start ?? end).year;
  const to = partsOf(end ?? start).year;
  if (from === undefined || to === undefined || to < from || to - from > 20) return [];
  return Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
}
