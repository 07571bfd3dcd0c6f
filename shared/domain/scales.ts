/** The three scales on which a constituency states something of a deficit. Free of schemas, since the page imports it. */

/** Codes of the four steps, lowest first; severity is its own step. */
export const STEP_CODES = {
  prevalence: ['isolated', 'localized', 'widespread', 'systemic'],
  evidence: ['anecdotal', 'limited', 'moderate', 'strong'],
} as const;
export const SCALES = ['severity', 'prevalence', 'evidence'] as const;
export type Scale = (typeof SCALES)[number];

/** 1 to 4; 0 where none was given, a code says why there is none, or this version does not know the code. */
export function stepOn(scale: Scale, value: unknown): 0 | 1 | 2 | 3 | 4 {
  const step = scale === 'severity' ? value : (STEP_CODES[scale] as readonly unknown[]).indexOf(value) + 1;
  return step === 1 || step === 2 || step === 3 || step === 4 ? step : 0;
}

type By = { readonly G?: unknown; readonly E?: unknown; readonly W?: unknown };

/** Steps between the lowest and the highest of those that stated it, 0 to 3; null where fewer than two did. */
export function apart(scale: Scale, { G, E, W }: By = {}): number | null {
  const steps = [G, E, W].map((value) => stepOn(scale, value)).filter((step) => step > 0);
  return steps.length < 2 ? null : Math.max(...steps) - Math.min(...steps);
}

/** What is stated of one deficit on each scale. */
export type OnScales = { readonly [S in Scale]: By };

/**
 * One number by which those furthest apart come first when it falls: how far on the scale asked for, or on whichever
 * they are furthest apart; then how far on severity, on prevalence and on evidence.
 */
export function distanceOn(by: Scale | 'any', stated: OnScales): number {
  const distances = SCALES.map((scale) => (apart(scale, stated[scale]) ?? -1) + 1);
  const first = by === 'any' ? Math.max(...distances) : (distances[SCALES.indexOf(by)] as number);
  return distances.reduce((sum, distance) => sum * 5 + distance, first);
}
