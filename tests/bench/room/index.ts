/** A session of six hours on the screen, and its minutes. */
import type { Group } from '../figure.ts';
import { minutesFigures } from './minutes.ts';
import { pageFigures } from './page.ts';

export const roomFigures: Group = { name: 'room', figures: [...pageFigures, ...minutesFigures] };
