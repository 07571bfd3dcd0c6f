/** What axe finds on a page: WCAG 2.0 to 2.2 at A and AA, and its best practices. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Reads the page as it is once nothing in it moves or loads any more. */
export async function problemsOf(page: Page, screen: string): Promise<string[]> {
  await expect(page.locator('.skeleton, [aria-busy=true]')).toHaveCount(0);
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    // What is right is not told element by element: to name each takes longer than to look at it.
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    // Said and heard already: for seven seconds React Aria keeps the name of a button that may be gone since.
    .exclude('[data-live-announcer] [role=img]')
    // No frames here: without this, axe opens a second page each time to put the frames' findings together.
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all, none }) => {
      const reason = [...any, ...all, ...none][0]?.message ?? '';
      return `${screen}: ${id}: ${html.slice(0, 200)}: ${reason}`;
    }),
  );
}

/** The same screen, light and dark. */
export async function problemsInBothThemes(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await problemsOf(page, `${screen}, ${colorScheme}`)));
  }
  return found;
}
