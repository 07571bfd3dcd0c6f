/** Typed here, since the schemas would bring their parser into the page. */
export const AREA_CODES = ['TA1', 'TA2', 'TA3', 'TA4', 'TA5', 'TA6'] as const;
export type AreaCode = (typeof AREA_CODES)[number];
