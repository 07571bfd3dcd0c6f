/** The problem tree: causes, effects, and links among deficits. */
export const causeCalls = {} as const;
