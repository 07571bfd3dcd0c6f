/** What one person chooses: it shows at once, and is still there after a restart. */
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, test } from './fixtures.ts';

/** The example of a date, a number or an amount: 1, 2, 3. */
const example = (page: Page, line: number): Locator => page.locator('.settings-example dd').nth(line - 1);
/** A press on the words beside the button, as people do it. */
const choose = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('radio', { name }).locator('xpath=ancestor::label').click();
const html = (page: Page): Locator => page.locator('html');

test.describe('from Arabic', () => {
  test.use({ language: 'ar' });

  test('language, region, digits and calendar each change what they should and nothing else', async ({
    page,
  }) => {
    await goTo(page, 'settings');
    await expect(example(page, 1)).toHaveText('الجمعة، 20 مارس 2026');

    await choose(page, '٠١٢٣');
    await expect(example(page, 1)).toHaveText('الجمعة، ٢٠ مارس ٢٠٢٦');
    await expect(example(page, 2)).toContainText('٥٦٧');

    await choose(page, /الهجري/);
    await expect(example(page, 1)).toHaveText('الجمعة، ٢٠ مارس ٢٠٢٦ (١ شوال ١٤٤٧ هـ)');

    const region = page.getByRole('combobox', { name: 'البلد الذي تُتَّبع عاداته' });
    await region.fill('العراق');
    await page.getByRole('option', { name: /العراق/ }).click();
    await expect(example(page, 1)).toContainText('آذار');

    await choose(page, 'English');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
    await expect(html(page)).toHaveAttribute('lang', 'en');
    await expect(html(page)).toHaveAttribute('dir', 'ltr');
    await expect(example(page, 1)).toContainText('1447 AH');
    await expect(example(page, 2)).toHaveText('1,234,567.5');
    await expect(page.getByRole('radio', { name: '٠١٢٣' })).toBeDisabled();
  });
});

test('what was chosen is there after a restart', async ({ page, hiwar }) => {
  await goTo(page, 'settings');
  await choose(page, 'Dark');
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  const name = page.getByLabel('Name that colleagues see in the history');
  await name.fill('Rapporteur of table two');
  await name.blur();
  await page.getByText('Single-letter keys').click();
  await expect(page.getByRole('switch')).not.toBeChecked();

  await hiwar.stop();
  await hiwar.open(page);
  await goTo(page, 'settings');
  await expect(html(page)).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByLabel('Name that colleagues see in the history')).toHaveValue(
    'Rapporteur of table two',
  );
  await expect(page.getByRole('switch')).not.toBeChecked();
});

test('high contrast is a theme of its own', async ({ page }) => {
  await goTo(page, 'settings');
  await choose(page, 'High contrast');
  await expect(html(page)).toHaveAttribute('data-theme', 'contrast');
});

test('the folder of the data, the versions and the licence are shown, and the keys explained', async ({
  page,
  hiwar,
}) => {
  await goTo(page, 'settings');
  const about = page.getByRole('region', { name: 'About the application' });
  await expect(about).toContainText(hiwar.folder);
  await expect(about).toContainText('Apache-2.0');
  await expect(about).toContainText('SQLite');
  await page.getByRole('button', { name: 'All keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
