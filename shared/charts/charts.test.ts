import { expect, it } from 'vitest';
import { heatMap } from './heat-map.ts';
import { matrix } from './matrix.ts';
import { spreadPicture } from './spread.ts';
import { escaped } from './svg.ts';

const named = { id: 'a', title: 'Title <1>', description: 'What it "shows"', isRtl: false };
const steps = ['1', '2', '3', '4'] as const;
const drawn = (isRtl: boolean) => [
  spreadPicture({ ...named, isRtl, counts: [1, 0, 2, 0], median: 3, steps }),
  matrix({
    ...named,
    isRtl,
    heading: 'Government',
    severity: 'Severity',
    feasibility: 'Feasibility',
    steps,
    cells: [{ severity: 4, feasibility: 1, names: Array.from({ length: 11 }, (_, n) => `00${n}`) }],
    more: (count) => `+${count}`,
  }),
  heatMap({
    ...named,
    isRtl,
    columns: ['Rights'],
    rows: [{ letter: 'G', name: 'Government' }],
    cells: [
      [
        { step: 3, figure: '3', range: '1–4' },
        { step: null, figure: 'Withheld', range: '' },
      ],
    ],
  }),
];

it('[charts] a picture has a name and a description, and no style of its own', () => {
  for (const svg of drawn(false)) {
    expect(svg).toContain('role="img" aria-labelledby="a-title a-desc"');
    expect(svg).toContain(
      '<title id="a-title">Title &lt;1&gt;</title><desc id="a-desc">What it &quot;shows&quot;</desc>',
    );
    expect(svg).not.toContain('style=');
  }
});

it('[charts] reading from the right mirrors every place and loses nothing', () => {
  const [ltr, rtl] = [drawn(false), drawn(true)];
  ltr.forEach((svg, n) => {
    const other = rtl[n] ?? '';
    expect(other).not.toBe(svg);
    expect(other.match(/<(rect|text)/g)?.length).toBe(svg.match(/<(rect|text)/g)?.length);
    expect(other.match(/ height="[\d.]+"/g)).toEqual(svg.match(/ height="[\d.]+"/g));
  });
});

it('[charts] names that find no room are counted, and what is not shown is said', () => {
  const [, map = '', heat = ''] = drawn(false);
  expect(map).toContain('>+5<');
  expect(heat).toContain('>Withheld<');
});

it('[charts] a text of a dossier cannot break out of a picture', () => {
  expect(escaped('</text><script>"\u0000\u0008&')).toBe('&lt;/text&gt;&lt;script&gt;&quot;&amp;');
  expect(escaped('نص 😀')).toBe('نص 😀');
});
