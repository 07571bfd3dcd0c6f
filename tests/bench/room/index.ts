/** The minutes of a long session. */
import type { Group } from '../figure.ts';
import { minutesFigures } from './minutes.ts';

export const roomFigures: Group = { name: 'room', figures: minutesFigures };
