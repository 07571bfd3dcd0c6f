/** Who takes part: entered by keyboard, counted by constituency and sex, and a name that can be erased. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, type Hiwar, test } from './fixtures.ts';

const rows = (page: Page): Locator => page.locator('.grid-body [role=row]');
const seat = (page: Page, name: RegExp): Locator => page.getByRole('radio', { name });
const chosen = (page: Page): Locator => page.getByRole('complementary');

/** Whether a text lies anywhere in the data folder: dossier, write-ahead log, rolling copies. */
const liesOnDisk = (hiwar: Hiwar, text: string): boolean =>
  readdirSync(hiwar.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text));

test.describe('in Arabic', () => {
  test.use({ language: 'ar' });

  test('twenty people are entered with the keyboard alone', async ({ page }) => {
    await goTo(page, 'participants');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('المشاركون');
    await seat(page, /^العمال/).focus();
    await page.keyboard.press('Space');
    const form = page.getByRole('form', { name: 'إضافة مشارك' });
    const role = form.getByRole('textbox', { name: 'الصفة' });
    // From the seat to the role by Tab, and from then on only words and Enter.
    await form.getByRole('button', { name: /الهيئة/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(role).toBeFocused();
    for (let n = 1; n <= 20; n += 1) {
      await page.keyboard.type(`مندوب نقابي ${n}`);
      await page.keyboard.press('Enter');
      await expect(role).toHaveValue('');
      await expect(role).toBeFocused();
    }
    await expect(page.getByRole('tab', { name: /الأشخاص/ })).toContainText('38');
    await expect(seat(page, /^العمال/)).toContainText('26');
    // Nobody's sex was asked: they are neither men nor women.
    await expect(seat(page, /^العمال/)).toContainText('النساء: 3 من 6');
    await expect(seat(page, /^العمال/)).toContainText('20 بلا بيان');
  });

  test('an absence note written for another constituency is shown as such', async ({ page }) => {
    await goTo(page, 'participants', '?tab=absences');
    const form = page.getByRole('form', { name: 'إضافة ملاحظة غياب' });
    const pick = async (label: RegExp, option: string): Promise<void> => {
      await form.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await pick(/الهيئة الغائبة/, 'العمال');
    await pick(/السبب/, 'اعتذرت عن المشاركة');
    await pick(/كاتب الملاحظة/, 'الحكومة');
    await form.getByRole('button', { name: 'إضافة' }).click();
    await expect(rows(page).filter({ hasText: 'كتبتها: الحكومة' })).toHaveCount(1);
    await expect(chosen(page)).toContainText('كتبت هذه الملاحظة هيئة أخرى (الحكومة) عن العمال');
    await chosen(page)
      .getByRole('textbox', { name: /^الملاحظة/ })
      .fill('لم نتمكن من الحضور.');
    await expect(rows(page).filter({ hasText: 'لم نتمكن من الحضور.' })).toHaveCount(1);
  });
});

test('a line without a role or a name is not added, and says what it needs', async ({ page }) => {
  await goTo(page, 'participants');
  const form = page.getByRole('form', { name: 'Add a participant' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('Write the role or the name.')).toBeVisible();
  await expect(page.getByRole('tab', { name: /People/ })).toContainText('18');
});

test('a seat below 30 per cent women says so', async ({ page }) => {
  await goTo(page, 'participants');
  await expect(page.getByText('below 30 per cent')).toHaveCount(0);
  const form = page.getByRole('form', { name: 'Add a participant' });
  for (const n of [1, 2, 3, 4, 5]) {
    await form.getByRole('textbox', { name: 'Role' }).fill(`Director ${n}`);
    await form.getByRole('button', { name: /Sex/ }).click();
    await page.getByRole('option', { name: 'Man', exact: true }).click();
    await form.getByRole('textbox', { name: 'Role' }).press('Enter');
    await expect(form.getByRole('textbox', { name: 'Role' })).toHaveValue('');
  }
  await expect(seat(page, /^Government/)).toContainText('Women: 3 of 11 (27%)');
  await expect(seat(page, /^Government/)).toContainText('below 30 per cent');
});

test('[L10] a name is shown here alone, and erased for good with a reason', async ({ page, hiwar }) => {
  const name = 'Rapporteur Testname';
  await goTo(page, 'participants');
  await rows(page).first().click();
  await chosen(page).getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await expect(rows(page).filter({ hasText: name })).toHaveCount(1);
  await expect(page.getByText('Personal names are shown on this screen only')).toBeVisible();
  await goTo(page, 'overview');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);

  await goTo(page, 'participants');
  await rows(page).filter({ hasText: name }).click();
  await chosen(page).getByRole('button', { name: 'Erase the name for good…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('This cannot be undone.');
  await dialog.getByRole('button', { name: 'Erase the name' }).click();
  await expect(dialog.getByText('Write the reason.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Asked by the person');
  await dialog.getByRole('button', { name: 'Erase the name' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
    'The name was erased for good.',
  );
  await expect(rows(page).filter({ hasText: name })).toHaveCount(0);

  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(rows(page).filter({ hasText: name })).toHaveCount(0);
  await hiwar.stop();
  expect(liesOnDisk(hiwar, name)).toBe(false);
});

test('organizations and sessions are added in a line and edited beside the list', async ({ page }) => {
  await goTo(page, 'participants', '?tab=organizations');
  const form = page.getByRole('form', { name: 'Add an organization' });
  await form.getByRole('textbox', { name: 'Name of the organization' }).fill('Ministry of Youth');
  await form.getByRole('textbox', { name: 'Acronym' }).fill('MoY');
  await page.keyboard.press('Enter');
  await rows(page).filter({ hasText: 'Ministry of Youth' }).click();
  await chosen(page).getByRole('textbox', { name: 'Acronym' }).fill('MOYA');
  await expect(rows(page).filter({ hasText: 'MOYA' })).toHaveCount(1);
  await chosen(page)
    .getByRole('button', { name: /^Move to the bin/ })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Move to the bin' }).click();
  await expect(rows(page).filter({ hasText: 'MOYA' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(rows(page).filter({ hasText: 'MOYA' })).toHaveCount(1);

  await page.getByRole('tab', { name: /Sessions/ }).click();
  const session = page.getByRole('form', { name: 'Add a session' });
  await session.getByRole('textbox', { name: 'Title of the session' }).fill('Closing plenary');
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: 'Closing plenary' })).toContainText('As in the mandate');
  await chosen(page)
    .getByRole('button', { name: /Attribution/ })
    .click();
  await page.getByRole('option', { name: 'No attribution' }).click();
  await expect(rows(page).filter({ hasText: 'Closing plenary' })).toContainText('No attribution');
});
