/** Deficits that say the same: suggested, joined, split. */
export const duplicateCalls = {} as const;
