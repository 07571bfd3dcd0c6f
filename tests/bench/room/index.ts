/** A long session: acts at its end beside acts at its beginning, and the minutes. */
import type { Group } from '../figure.ts';
import { minutesFigures } from './minutes.ts';
import { pageFigures } from './page.ts';

export const roomFigures: Group = { name: 'room', figures: [...pageFigures, ...minutesFigures] };
