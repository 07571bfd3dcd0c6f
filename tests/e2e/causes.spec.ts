/** The problem tree: written as an outline by keys alone, drawn, and linked to other deficits. */
import type { Locator, Page } from '@playwright/test';
import { sayer } from '../fixtures/words.ts';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { find, press, reach } from './keyboard.ts';

type Say = ReturnType<typeof sayer>;

const TEXTS = {
  ar: [
    'أجور لا تلحق بالأسعار',
    'لا مؤشر متفقاً عليه',
    'تفتيش العمل قليل العدد',
    'اللجنة لا تجتمع',
    'أسر تستدين',
  ],
  en: [
    'Wages lag behind prices',
    'No agreed index',
    'Few labour inspectors',
    'The board never meets',
    'Families borrow',
  ],
} as const;

const outline = (page: Page): Locator => page.getByRole('treegrid');
/** The causes as an indented text, as they stand on the screen. */
const drawn = (page: Page): Promise<string[]> =>
  outline(page)
    .locator('[role=row].cause')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          '  '.repeat(Number(row.getAttribute('aria-level')) - 2) +
          row.querySelector('.causes-text')?.textContent,
      ),
    );
const stands = (page: Page, lines: readonly string[]): Promise<void> =>
  expect.poll(() => drawn(page)).toEqual(lines);
const draft = (page: Page, say: Say, kind: 'newCause' | 'newEffect' = 'newCause'): Locator =>
  page.getByRole('textbox', { name: say('causes', kind) });

/** From the text to the drawing: one group of choices, one tab stop, arrows within. */
async function draw(page: Page, say: Say, now: 'outline' | 'list', rtl: boolean): Promise<void> {
  await reach(page, page.getByRole('radio', { name: say('causes', `as.${now}`) }), 'Shift+Tab');
  await page.keyboard.press(rtl ? 'ArrowLeft' : 'ArrowRight');
  await page.keyboard.press('Space');
}

/** Goes to the causes of a deficit by the views of the register and the picker there. */
async function openTree(page: Page, say: Say, typed: string): Promise<void> {
  await goTo(page, 'deficits');
  await press(page, page.getByRole('link', { name: say('deficits', 'views.causes'), exact: true }));
  await find(page, page.getByRole('combobox', { name: say('causes', 'openTree') }), typed, typed);
  await expect(outline(page)).toBeVisible();
}

for (const language of ['ar', 'en'] as const)
  test.describe(`in ${language}, by keyboard alone`, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });
    const say = sayer(language);
    const [wages, index, inspectors, board, borrow] = TEXTS[language];

    test('a tree is written, moved, withdrawn, undone and drawn', async ({ page }) => {
      const problems: string[] = [];
      await openTree(page, say, 'D-007');
      await reach(page, outline(page).locator('.causes-row.head').last());

      await page.keyboard.press('Enter');
      await expect(draft(page, say)).toBeFocused();
      await page.keyboard.type(wages);
      await page.keyboard.press('Enter');
      // Nobody waits for what was typed before to be stored.
      await page.keyboard.type(index);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await stands(page, [wages, index]);
      await expect(outline(page).locator('.causes-row.draft')).toHaveAttribute('aria-level', '3');
      await page.keyboard.type(inspectors);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await stands(page, [wages, index, `  ${inspectors}`]);
      await expect(outline(page).getByText(say('causes', 'flag.no-evidence'))).toHaveCount(3);

      // Out and in with Tab, up with Alt, in with Alt towards the end of reading.
      const row = (name: string): Locator => outline(page).getByRole('row').filter({ hasText: name });
      await expect(row(inspectors)).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      await stands(page, [wages, index, inspectors]);
      await expect(row(inspectors)).toBeFocused();
      await page.keyboard.press('Alt+ArrowUp');
      await stands(page, [wages, inspectors, index]);
      await expect(row(inspectors)).toBeFocused();
      await page.keyboard.press(language === 'ar' ? 'Alt+ArrowLeft' : 'Alt+ArrowRight');
      await stands(page, [wages, `  ${inspectors}`, index]);
      await expect(row(inspectors)).toBeFocused();

      // F2 writes, and a branch closes.
      await page.keyboard.press('F2');
      await page.keyboard.type('!');
      await page.keyboard.press('Escape');
      await stands(page, [wages, `  ${inspectors}!`, index]);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft');
      await stands(page, [wages, index]);
      await expect(row(wages)).toHaveAttribute('aria-expanded', 'false');
      await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
      problems.push(...(await problemsOf(page, 'outline')));

      // What lay under a withdrawn cause takes its place; one undo brings all back.
      await expect(row(wages)).toBeFocused();
      await page.keyboard.press('Delete');
      const dialog = page.getByRole('alertdialog');
      await expect(dialog).toContainText(say('causes', 'lifts_one'));
      await press(page, dialog.getByRole('button', { name: say('editing', 'withdraw') }));
      await stands(page, [`${inspectors}!`, index]);
      await page.keyboard.press('Control+z');
      await stands(page, [wages, `  ${inspectors}!`, index]);

      // An effect, kept by leaving its line; then Escape and Tab leave the outline.
      await reach(page, outline(page).locator('[tabindex="0"]'));
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await page.keyboard.type(borrow);
      await page.keyboard.press('Escape');
      await stands(page, [borrow, wages, `  ${inspectors}!`, index]);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type(board);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await stands(page, [borrow, wages, `  ${inspectors}!`, index, board]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await expect(outline(page).locator(':focus')).toHaveCount(0);

      await draw(page, say, 'outline', language === 'ar');
      const picture = page
        .getByRole('img', { name: new RegExp(board) })
        .or(page.locator('.causes-frame svg'));
      await expect(picture.locator('.causes-box')).toHaveCount(6);
      const frame = page.getByRole('group', { name: say('causes', 'zoom.keys') });
      await reach(page, frame);
      const before = await picture.evaluate((svg) => svg.getBoundingClientRect().width);
      await page.keyboard.press('+');
      await expect
        .poll(() => picture.evaluate((svg) => svg.getBoundingClientRect().width))
        .toBeGreaterThan(before);
      problems.push(...(await problemsOf(page, 'drawing')));
      expect(problems).toEqual([]);
    });

    test('deficits are linked in words, a ring is refused, and each says what it is part of', async ({
      page,
    }) => {
      const problems: string[] = [];
      await goTo(page, 'deficits', '?view=causes');
      const link = async (from: string, to: string): Promise<void> => {
        await find(page, page.getByRole('combobox', { name: say('causes', 'from') }), from, from);
        await find(page, page.getByRole('combobox', { name: say('causes', 'to') }), to, to);
        await press(page, page.getByRole('button', { name: say('causes', 'link'), exact: true }));
      };
      await link('D-007', 'D-001');
      const links = page.locator('.causes-links > li').filter({ hasText: 'D-007' });
      await expect(links).toHaveCount(1);
      await expect(links).toContainText(say('causes', 'says.blocks'));
      await find(page, page.getByRole('combobox', { name: say('causes', 'from') }), 'D-001', 'D-001');
      await find(page, page.getByRole('combobox', { name: say('causes', 'to') }), 'D-007', 'D-007');
      await press(page, page.getByRole('button', { name: say('causes', 'link'), exact: true }));
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        say('errors', 'causes.cycle.what'),
      );
      await expect(links).toHaveCount(1);
      problems.push(...(await problemsOf(page, 'links')));

      await draw(page, say, 'list', language === 'ar');
      const frame = page.locator('.causes-frame');
      await expect(frame.locator('.causes-box').filter({ hasText: 'D-007' })).toHaveCount(1);
      const said = frame.locator('.causes-says').filter({ hasText: say('causes', 'says.blocks') });
      expect(await said.count()).toBeGreaterThan(0);
      problems.push(...(await problemsOf(page, 'across')));

      // In the register and in the editor the deficit says it too, and leads to its tree.
      await goTo(page, 'deficits', '?search=D-007');
      const causes = page.getByRole('region', { name: say('causes', 'summary.open') });
      await expect(causes).toContainText('D-001');
      await expect(causes).toContainText(say('causes', 'says.blocks'));
      await press(page, causes.getByRole('link', { name: say('causes', 'summary.open') }));
      await expect(outline(page)).toBeVisible();
      await press(page, page.getByRole('button', { name: new RegExp(` ${say('causes', 'says.blocks')} `) }));
      await expect(page.getByText(say('causes', 'linksNone'))).toBeVisible();
      expect(problems).toEqual([]);
    });
  });
