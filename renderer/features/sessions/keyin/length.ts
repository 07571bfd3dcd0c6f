const INDIC = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** `4:30`, `4.30` or `4`, in either kind of digits, as milliseconds; undefined where it is no length of a turn. */
export function lengthOf(text: string): number | undefined {
  const plain = text.trim().replace(INDIC, (digit) => String(digit.charCodeAt(0) & 15));
  const match = /^(\d{1,4})(?:[:.\u066b](\d{2}))?$/.exec(plain);
  if (!match) return undefined;
  const seconds = Number(match[2] ?? 0);
  const ms = (Number(match[1]) * 60 + seconds) * 1000;
  return seconds < 60 && ms <= 86_400_000 ? ms : undefined;
}

/** Milliseconds as minutes and seconds. */
export const partsOf = (ms: number): { readonly minutes: number; readonly seconds: number } => ({
  minutes: Math.floor(ms / 60_000),
  seconds: Math.floor((ms % 60_000) / 1000),
});
