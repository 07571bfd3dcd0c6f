import { expect, it } from 'vitest';
import { aContent, aDeficit, say, stableId } from '../../../../tests/fixtures/content/build.ts';
import { makeContext } from './context.ts';
import { problemTreeView } from './problem-tree.ts';

const view = (causes: number, lang: 'ar' | 'en' = 'en') => {
  const deficit = aDeficit({
    causes: Array.from({ length: causes }, (_, at) => ({
      id: stableId(`cause ${at}`),
      kind: 'cause',
      under: at % 4 === 0 ? null : stableId(`cause ${at - 1}`),
      order: at + 1,
      body: say({ en: `Cause ${at} <of> some length`, ar: `سبب ${at} من الأسباب` }),
    })),
  });
  return problemTreeView(deficit, makeContext(aContent({ deficits: [deficit] }), lang));
};

it('a problem tree is a picture in its report, no wider than the page and with words for those who do not see it', () => {
  for (const lang of ['ar', 'en'] as const) {
    const picture = view(12, lang);
    expect(picture?.width).toBeLessThanOrEqual(481);
    expect(picture?.svg.match(/<rect/g)).toHaveLength(13);
    expect(picture?.svg).not.toContain('<of>');
    expect(picture?.alt).toContain('D-');
  }
});

it('what cannot be read on one page is left to the outline', () => {
  expect(view(0)).toBeNull();
  expect(view(120)).toBeNull();
});
