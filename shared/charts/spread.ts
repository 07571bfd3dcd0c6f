/** How often each step was given, by one side: four columns, the median marked. */
import { STEPS } from '../domain/scoring/types.ts';
import { element, label, mirror, type Picture, picture } from './svg.ts';

export interface SpreadPicture extends Picture {
  readonly counts: readonly [number, number, number, number];
  readonly median: number;
  readonly steps: readonly [string, string, string, string];
}

const COLUMN = 18;
const HEIGHT = 34;
const FOOT = 14;

export function spreadPicture(spread: SpreadPicture): string {
  const width = 4 * COLUMN;
  const at = mirror(spread.isRtl, width);
  const most = Math.max(1, ...spread.counts);
  const columns = STEPS.flatMap((step) => {
    const size = Math.round(((spread.counts[step - 1] as number) / most) * HEIGHT);
    const isMedian = step === spread.median;
    const start = (step - 1) * COLUMN;
    return [
      element('rect', {
        class: isMedian ? 'chart-median' : 'chart-bar',
        x: at(start + 2, COLUMN - 4),
        y: HEIGHT - Math.max(size, 1),
        width: COLUMN - 4,
        height: Math.max(size, 1),
        fill: isMedian ? '#0b5a5f' : '#7fb1b1',
      }),
      label(
        {
          class: isMedian ? 'chart-text' : 'chart-soft',
          x: at(start + COLUMN / 2),
          y: HEIGHT + FOOT - 2,
          'text-anchor': 'middle',
          'font-size': 11,
          'font-weight': isMedian ? 700 : 400,
          ...(isMedian ? { 'text-decoration': 'underline' } : {}),
        },
        spread.steps[step - 1] ?? '',
      ),
    ];
  });
  return picture(spread, width, HEIGHT + FOOT, ...columns);
}
