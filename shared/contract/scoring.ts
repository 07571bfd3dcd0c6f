/** Sealed rounds of scoring, and what they say once they are opened. */
export const scoringCalls = {} as const;
