import type { Figure } from '../figure.ts';

export const minutesFigures: readonly Figure[] = [];
