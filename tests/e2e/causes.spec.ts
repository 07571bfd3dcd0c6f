/** The problem tree: written as an outline by keys alone, drawn, and linked to other deficits. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
const tree = (page: Page): Locator => page.getByRole('tree');
const box = (page: Page, text: string): Locator => tree(page).getByRole('treeitem', { name: text });
/** The causes as the boxes of the drawing are named, each set in by its level. */
const boxesStand = (page: Page, lines: readonly string[]): Promise<void> =>
  expect
    .poll(() =>
      tree(page)
        .getByRole('treeitem')
        .evaluateAll((all) =>
          all.slice(1).map((one) => {
            const [, text = ''] = /: (.*?)(?: · |$)/.exec(one.getAttribute('aria-label') ?? '') ?? [];
            return '  '.repeat(Number(one.getAttribute('aria-level')) - 2) + text;
          }),
        ),
    )
    .toEqual(lines);
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
      const picture = page.locator('.causes-picture svg');
      await expect(picture.locator('.causes-box')).toHaveCount(6);
      await boxesStand(page, [borrow, wages, `  ${inspectors}!`, index, board]);
      await reach(page, tree(page).locator('[tabindex="0"]'));
      const before = await picture.evaluate((svg) => svg.getBoundingClientRect().width);
      await page.keyboard.press('+');
      await expect
        .poll(() => picture.evaluate((svg) => svg.getBoundingClientRect().width))
        .toBeGreaterThan(before);
      await page.keyboard.press('0');

      // Arrows go where they point: back to where reading begins, and down to what lies under.
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await expect(box(page, index)).toBeFocused();
      await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft');
      await expect(box(page, wages)).toBeFocused();
      await expect(page.getByRole('complementary')).toContainText(say('causes', 'oneCause'));
      await page.keyboard.press('ArrowDown');
      await expect(box(page, inspectors)).toBeFocused();

      // Written in its box; Enter adds a next one, a letter writes on.
      await page.keyboard.press('Enter');
      await page.keyboard.type('!');
      await page.keyboard.press('Enter');
      await page.keyboard.type('0');
      await page.keyboard.press('Enter');
      await page.keyboard.type(index);
      await page.keyboard.press('Escape');
      await boxesStand(page, [borrow, wages, `  ${inspectors}!!`, '  0', `  ${index}`, index, board]);
      await expect(box(page, index).first()).toBeFocused();
      const adds = await page.getByRole('button', { name: say('causes', 'drawing.addUnder') }).boundingBox();
      const at = await tree(page).locator(':focus').boundingBox();
      if (!adds || !at) throw new Error('nothing to add with at the box');
      expect(adds.x > at.x && adds.x + adds.width < at.x + at.width).toBe(true);
      await page.keyboard.press('7');
      await page.keyboard.press('Escape');
      await boxesStand(page, [borrow, wages, `  ${inspectors}!!`, '  0', `  ${index}7`, index, board]);
      problems.push(...(await problemsOf(page, 'drawing')));

      // Moved as in the outline, withdrawn, and brought back.
      await page.keyboard.press('Alt+ArrowUp');
      await boxesStand(page, [borrow, wages, `  ${inspectors}!!`, `  ${index}7`, '  0', index, board]);
      await page.keyboard.press(language === 'ar' ? 'Alt+ArrowRight' : 'Alt+ArrowLeft');
      await boxesStand(page, [borrow, wages, `  ${inspectors}!!`, '  0', `${index}7`, index, board]);
      await expect(box(page, `${index}7`)).toBeFocused();
      await page.keyboard.press('Delete');
      await press(page, dialog.getByRole('button', { name: say('editing', 'withdraw') }));
      await boxesStand(page, [borrow, wages, `  ${inspectors}!!`, '  0', index, board]);
      await expect(tree(page).locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Control+z');
      await boxesStand(page, [borrow, wages, `  ${inspectors}!!`, '  0', `${index}7`, index, board]);
      await press(page, page.getByRole('button', { name: say('causes', 'drawing.addEffect') }));
      await expect(draft(page, say, 'newEffect')).toBeFocused();
      await page.keyboard.type(board);
      await page.keyboard.press('Escape');
      await boxesStand(page, [borrow, board, wages, `  ${inspectors}!!`, '  0', `${index}7`, index, board]);
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
      const picture = page.locator('.causes-picture');
      await expect(picture.locator('.causes-box').filter({ hasText: 'D-007' })).toHaveCount(1);
      const said = picture.locator('.causes-says').filter({ hasText: say('causes', 'says.blocks') });
      expect(await said.count()).toBeGreaterThan(0);

      // The links of the deficit chosen in the drawing stand beside it, and one is added to them there.
      const option = (name: string): Locator => page.getByRole('option', { name });
      await reach(page, page.getByRole('listbox').locator('[tabindex="0"]'));
      await page.keyboard.press('Home');
      await page.keyboard.press(language === 'ar' ? 'ArrowLeft' : 'ArrowRight');
      await reach(page, option('D-007'), 'ArrowDown', 5);
      const beside = page.getByRole('complementary', { name: say('causes', 'side') });
      await expect(beside.locator('.causes-links > li')).toHaveCount(1);
      problems.push(...(await problemsOf(page, 'across')));
      await find(page, beside.getByRole('combobox', { name: say('causes', 'to') }), 'D-002', 'D-002');
      await press(page, beside.getByRole('button', { name: say('causes', 'link'), exact: true }));
      await expect(beside.locator('.causes-links > li')).toHaveCount(2);
      await expect(option('D-002')).toHaveCount(1);

      // In the register and in the editor the deficit says it too, and leads to its tree.
      await goTo(page, 'deficits', '?search=D-007');
      const causes = page.getByRole('region', { name: say('causes', 'summary.open') });
      await expect(causes).toContainText('D-001');
      await expect(causes).toContainText(say('causes', 'says.blocks'));
      await press(page, causes.getByRole('link', { name: say('causes', 'summary.open') }));
      await expect(outline(page)).toBeVisible();
      const unlink = page.getByRole('button', { name: new RegExp(` ${say('causes', 'says.blocks')} `) });
      await press(page, unlink.first());
      await expect(unlink).toHaveCount(1);
      await press(page, unlink);
      await expect(page.getByText(say('causes', 'linksNone'))).toBeVisible();
      expect(problems).toEqual([]);
    });
  });

test('a box is dragged under another, and a ring is refused where it would close', async ({
  page,
  hiwar,
}) => {
  const say = sayer('en');
  await goTo(page, 'deficits', '?view=causes');
  await press(page, page.locator('.causes-lists').getByRole('link', { name: 'D-005' }).last());
  await expect(outline(page)).toBeVisible();
  await page.getByRole('radio', { name: say('causes', 'as.drawing') }).click();
  await expect(tree(page)).toBeVisible();
  const items = tree(page).getByRole('treeitem');
  const [, sells, children, workers, law, inspection] = await items.evaluateAll((all) =>
    all.map((one) => one.getAttribute('data-key') ?? ''),
  );
  const at = (key = ''): Locator => tree(page).locator(`[data-key="${key}"]`);
  const levels = (): Promise<(string | null)[]> =>
    items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-level')));
  expect(await levels()).toEqual(['1', '2', '3', '2', '3', '2']);
  const drag = async (from: string | undefined, to: string | undefined): Promise<void> => {
    await at(from).hover();
    await page.mouse.down();
    const { x, y, width, height } = (await at(to).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  };
  await drag(sells, children);
  await expect(page.locator('.causes-drop.refused')).toHaveCount(1);
  await expect(page.locator('.causes-dragged')).toContainText(say('causes', 'drawing.refused.ring'));
  await page.mouse.up();
  await expect(page.locator('.causes-dragged')).toHaveCount(0);
  expect(await levels()).toEqual(['1', '2', '3', '2', '3', '2']);

  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await drag(inspection, workers);
  await expect(page.locator('.causes-drop')).toHaveCount(1);
  await page.mouse.up();
  await expect(at(inspection)).toHaveAttribute('aria-level', '3');
  await expect(at(law)).toHaveAttribute('aria-setsize', '2');
  await page.keyboard.press('Control+z');
  await expect(at(inspection)).toHaveAttribute('aria-level', '2');

  // Of a deficit in the bin the drawing is read: chosen in, and nothing else.
  const address = await page.evaluate(() => location.hash);
  await hiwar.stop();
  const batch = join(hiwar.folder, 'bin.jsonl');
  const [, id] = /deficits\/([^?]+)/.exec(address) ?? [];
  await writeFile(batch, `${JSON.stringify({ type: 'deficit', id, set: { withdrawn: true } })}\n`);
  await hiwar.cli('apply', hiwar.dossiers()[0] as string, batch);
  await hiwar.open(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await at(inspection).click();
  await page.keyboard.type('x');
  await page.keyboard.press('Delete');
  await drag(inspection, workers);
  await page.mouse.up();
  await page.keyboard.press('ArrowLeft');
  await expect(at(workers)).toBeFocused();
  await expect(page.locator('.causes-layer').locator('button, textarea, .causes-dragged')).toHaveCount(0);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect(await levels()).toEqual(['1', '2', '3', '2', '3', '2']);
});
