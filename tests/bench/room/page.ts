import type { Figure } from '../figure.ts';

export const pageFigures: readonly Figure[] = [];
