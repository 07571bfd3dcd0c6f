/** Strategies: what they answer, what they cost and what is missing, and the clauses put under them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, test } from './fixtures.ts';

const rows = (page: Page): Locator => page.locator('.grid-body [role=row]');
const side = (page: Page): Locator => page.getByRole('complementary');
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** Opens a strategy of the sample by the number people read. */
async function openStrategy(page: Page, reference: string): Promise<void> {
  await goTo(page, 'strategies');
  await rows(page).filter({ hasText: reference }).dblclick();
  await expect(title(page)).toContainText(reference);
}

/** Types an amount into a year of the open action. */
async function amount(page: Page, what: string, value: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('textbox', { name: what, exact: true });
  await field.fill(value);
  await field.press('Tab');
}

test('a strategy is drafted with costed actions, and the gap is computed', async ({ page }) => {
  await goTo(page, 'strategies');
  await page.getByRole('button', { name: 'New strategy' }).click();
  const name = page.getByRole('textbox', { name: /^Title/ });
  await expect(name).toBeFocused();
  await page.keyboard.type('Wages that keep their value');
  await expect(title(page)).toContainText('S-007 Wages that keep their value');
  await expect(title(page).locator('..')).toContainText('Not put');

  const find = page.getByRole('combobox', { name: 'Add a deficit' });
  await find.fill('D-007');
  await page.getByRole('option', { name: /minimum wage/i }).click();
  await expect(page.locator('.strategies-answered li')).toContainText('D-007');

  const action = page.getByRole('textbox', { name: 'New action' });
  await action.fill('Convene the wage board');
  await action.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Convene the wage board');
  for (const [group, month, year] of [
    ['Start', 'September', '2026'],
    ['End', 'March', '2027'],
  ] as const) {
    const when = dialog.getByRole('group', { name: group });
    await when.getByRole('textbox', { name: 'Year' }).fill(year);
    await when.getByRole('button', { name: /Month/ }).click();
    await page.getByRole('option', { name: month }).click();
  }
  await dialog.getByRole('combobox', { name: 'Currency' }).fill('TND');
  await page.getByRole('option', { name: /TND/ }).click();
  await amount(page, 'Cost, 2026', '1500.250');
  await amount(page, 'Own funds, 2026', '500');
  await amount(page, 'Cost, 2027', '100');
  await amount(page, 'Own funds, 2027', '300');
  // What is left over in one year pays for no other.
  await expect(dialog.getByRole('row', { name: /^2026/ })).toContainText('TND 1,000.250');
  await expect(dialog.getByRole('row', { name: /^2027/ })).toContainText('TND 0');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await action.fill('Publish the index');
  await action.press('Enter');
  const second = page.getByRole('dialog');
  await expect(second.getByRole('heading', { level: 2 })).toHaveText('Publish the index');
  await second.getByRole('combobox', { name: 'Currency' }).fill('EUR');
  await page.getByRole('option', { name: /EUR/ }).click();
  await second.getByRole('button', { name: 'Add a year' }).click();
  const year = String(new Date().getFullYear());
  await amount(page, `Cost, ${year}`, '2000');
  await second.getByRole('button', { name: 'Done' }).click();

  // Two currencies, two tables: never one sum.
  const tables = page.locator('.strategies-editor .strategies-table').filter({ has: page.locator('tfoot') });
  await expect(tables).toHaveCount(2);
  await expect(tables.nth(0).locator('tfoot')).toContainText('2,000');
  await expect(tables.nth(1).locator('tfoot')).toContainText('1,600.250');
  await expect(page.getByText('Different currencies are not added together.')).toBeVisible();
  await goTo(page, 'strategies');
  const row = rows(page).filter({ hasText: 'S-007' });
  await expect(row).toContainText('TND 1,600.250');
  await expect(row).toContainText('EUR 2,000');
});

test('coverage shows the deficits that no strategy answers and leads to them', async ({ page }) => {
  await goTo(page, 'strategies');
  await expect(side(page).getByRole('status')).toHaveText('Every deficit has a strategy that answers it.');
  await openStrategy(page, 'S-001');
  await page.getByRole('button', { name: /^Take “Child labour/ }).click();
  await expect(page.locator('.strategies-answered li')).toHaveCount(3);
  await goTo(page, 'strategies');
  await expect(side(page).getByRole('status')).toHaveText('1 deficit of 24 is answered by no strategy.');
  await side(page).getByRole('link', { name: '1 of 4 without a strategy' }).click();
  await expect(title(page)).toHaveText('Deficit register');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Child labour');
});

test.describe('in Arabic', () => {
  test.use({ language: 'ar' });

  test('a clause is put to the three and keeps its reservation beside it', async ({ page }) => {
    await openStrategy(page, 'S-003');
    const clauses = page.getByRole('region', { name: /^البنود/ });
    await clauses.getByRole('textbox', { name: 'بند جديد' }).fill('تُنشأ لجنة ثلاثية للأجور.');
    await clauses.getByRole('button', { name: 'إضافة البند' }).click();
    await expect(clauses.locator('.strategies-clauses > li')).toHaveCount(1);
    await expect(clauses).toContainText('لم يُعرض بعد');
    await clauses.getByRole('button', { name: 'تسجيل موقف أصحاب العمل' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'موافقة مع تحفظ' }).locator('xpath=ancestor::label').click();
    await dialog
      .getByRole('textbox', { name: /^التحفظ/ })
      .first()
      .fill('بشرط أن تُراعى أوضاع المنشآت الصغيرة.');
    await dialog.getByRole('button', { name: 'تسجيل الموقف' }).click();
    await expect(dialog).toBeHidden();
    await expect(clauses).toContainText('بشرط أن تُراعى أوضاع المنشآت الصغيرة.');
    await expect(clauses).toContainText('بانتظار المواقف');
  });
});

test('changing the text marks the positions that judged the earlier one', async ({ page }) => {
  await openStrategy(page, 'S-001');
  await page.getByRole('textbox', { name: /^Objective/ }).fill('By 2030 unions register within ten days.');
  await expect(side(page).getByText(/The text has changed since/)).toHaveCount(3);
});

test('a strategy goes to the bin and comes back whole', async ({ page }) => {
  await openStrategy(page, 'S-006');
  await page
    .locator('.page-head')
    .getByRole('button', { name: /^Move to the bin/ })
    .click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('Merged into another');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Move to the bin' }).click();
  await expect(rows(page)).toHaveCount(5);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(rows(page)).toHaveCount(6);
  await expect(rows(page).filter({ hasText: 'S-006' })).toContainText('Agreed');
});

test('a read-only dossier shows everything and takes nothing', async ({ page, hiwar }) => {
  await hiwar.stop();
  const [file] = hiwar.dossiers();
  const out = join(hiwar.folder, 'out');
  await hiwar.cli('export', file as string, '--edition', 'restricted', '--lang', 'en', '--out', out);
  const zip = readdirSync(out).find((name) => name.endsWith('.zip')) as string;
  await hiwar.open(page);
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a package' }).click();
  await (await chooser).setFiles(join(out, zip));
  await expect(page.getByText('This dossier comes from an imported package and is read only.')).toBeVisible();

  await openStrategy(page, 'S-001');
  await expect(page.getByRole('textbox', { name: /^Objective/ })).toHaveAttribute('readonly', '');
  for (const name of [/^Move to the bin/, /^Add/])
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  await page.locator('.strategies-open').first().click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Cost, 2025' })).toHaveAttribute(
    'readonly',
    '',
  );
  await page.keyboard.press('Escape');
  await goTo(page, 'mandate');
  await expect(page.getByRole('textbox', { name: /^Convenor/ })).toHaveAttribute('readonly', '');
  await goTo(page, 'participants');
  await expect(page.getByRole('tab', { name: /People/ })).toBeVisible();
  await expect(page.getByRole('form')).toHaveCount(0);
});
