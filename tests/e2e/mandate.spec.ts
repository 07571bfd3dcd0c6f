/** The mandate: five questions, rules that can be computed, and a keeper agreed by all three. */
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, test } from './fixtures.ts';

const side = (page: Page): Locator => page.getByRole('complementary');
const paper = (page: Page): Locator => page.locator('.mandate-paper');
/** What the top bar says once everything typed lies in the file. */
const saved = (page: Page, text: string): Locator => page.getByText(text);
/** A press on the words beside the button, as people do it. */
const choose = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('radio', { name }).locator('xpath=ancestor::label').click();

test.describe('a new dossier in Arabic', () => {
  test.use({ language: 'ar', start: 'empty' });

  test('says which of the five questions are open, and closes them one by one', async ({ page, hiwar }) => {
    await page.getByRole('button', { name: 'حوار جديد' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('الحوار الوطني في روضانيا');
    await dialog.getByRole('button', { name: /^إنشاء/ }).click();
    await expect(dialog).toBeHidden();
    await goTo(page, 'mandate');

    await expect(side(page).getByRole('status')).toHaveText('5 أسئلة ما زالت مفتوحة');
    await expect(paper(page)).toContainText('مسودة – غير متفق عليها');
    await expect(paper(page).locator('.mandate-missing').first()).toHaveText('لم يُسأل عنه');

    // The question leads to the place where it is answered.
    await side(page).getByRole('button', { name: 'من يدعو إلى الحوار؟' }).click();
    const convenor = page.getByRole('textbox', { name: /^الجهة الداعية/ });
    await expect(convenor).toBeFocused();
    await page.keyboard.type('وزارة العمل');
    await expect(side(page).getByRole('status')).toHaveText('4 أسئلة ما زالت مفتوحة');
    await expect(paper(page)).toContainText('وزارة العمل');

    await page.getByRole('textbox', { name: /^النطاق/ }).fill('البلد كله');
    await choose(page, /^توافق الآراء/);
    await choose(page, /^بالهيئة/);
    await expect(side(page).getByRole('status')).toHaveText('سؤال واحد ما زال مفتوحاً');
    await page.getByRole('textbox', { name: /^استخدام النتائج/ }).fill('تُرسل إلى مجلس الوزراء');
    await expect(side(page).getByRole('status')).toHaveText('أُجيب عن الأسئلة الخمسة كلها.');
    await expect(saved(page, 'محفوظ على هذا الجهاز')).toBeVisible();

    const { hash } = new URL(page.url());
    await hiwar.stop();
    await hiwar.open(page);
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(side(page).getByRole('status')).toHaveText('أُجيب عن الأسئلة الخمسة كلها.');
    await expect(convenor).toHaveValue('وزارة العمل');
  });
});

test('a decision rule says what it means, and outcomes follow it', async ({ page }) => {
  await goTo(page, 'mandate');
  await choose(page, /^Qualified majority/);
  const card = page.locator('#mandate-decisionRule');
  await expect(card.getByText('at least 2 of every 3 votes of those present')).toBeVisible();

  const numerator = card.getByRole('textbox', { name: 'Numerator' }).first();
  await numerator.fill('5');
  await numerator.press('Tab');
  await expect(card.getByText('The share cannot be more than the whole.')).toBeVisible();
  await numerator.fill('3');
  await numerator.press('Tab');
  const denominator = card.getByRole('textbox', { name: 'Denominator' }).first();
  await denominator.fill('4');
  await denominator.press('Tab');
  await expect(paper(page)).toContainText('at least 3 of every 4 votes of those present');

  await goTo(page, 'strategies');
  await expect(page.getByRole('row', { name: /S-001/ })).toContainText('Needs a count');
  await expect(async () => {
    await page.getByRole('button', { name: 'Undo' }).click({ timeout: 1000 });
    await expect(page.getByRole('row', { name: /S-001/ })).toContainText('Agreed', { timeout: 1000 });
  }).toPass();
});

test('that all three agreed on the keeper is computed from three marks', async ({ page }) => {
  await goTo(page, 'mandate');
  const keeper = page.getByRole('group', { name: /keeper/ });
  await expect(keeper.getByRole('status')).toContainText('Agreed by all three constituencies.');
  await keeper.getByText('Workers: agreed').click();
  await expect(keeper.getByRole('status')).toContainText('No agreement recorded yet: Workers');
  await expect(paper(page)).toContainText('Agreed by: Government and Employers');
  await keeper.getByText('Workers: agreed').click();
  await expect(keeper.getByRole('status')).toContainText('Agreed by all three constituencies.');
});

test('shares of speaking time say what they come to, and the room sees the balance only when it is agreed', async ({
  page,
}) => {
  await goTo(page, 'mandate');
  const shares = page.getByRole('group', { name: 'Shares of speaking time' });
  const give = async (who: string, share: string): Promise<void> => {
    await shares.getByRole('textbox', { name: `Share: ${who}` }).fill(share);
    await page.keyboard.press('Tab');
  };
  await give('Government', '30');
  await expect(shares.getByRole('status')).toContainText('one left empty counts as none');
  await give('Employers', '30');
  await give('Workers', '30');
  await expect(shares.getByRole('status')).toContainText('Together they are 90');
  await give('Workers', '40');
  await expect(shares.getByRole('status')).toHaveText('Together they are one hundred.');
  const shown = page.getByRole('checkbox', { name: 'The balance of speaking time may be shown to the room' });
  await expect(shown).not.toBeChecked();
  await shown.locator('xpath=ancestor::label').click();
  await expect(shown).toBeChecked();
  await choose(page, /^Alternating/);
  await expect(saved(page, 'Saved on this device')).toBeVisible();
  await page.reload();
  await expect(shares.getByRole('status')).toHaveText('Together they are one hundred.');
  await expect(shown).toBeChecked();
  await expect(page.getByRole('radio', { name: /^Alternating/ })).toBeChecked();
});

test.describe('national names', () => {
  test.use({ language: 'ar' });

  test('of a constituency appear on the other screens; an area keeps its code', async ({ page }) => {
    await goTo(page, 'mandate');
    await page.getByRole('textbox', { name: 'تسمية «أصحاب العمل» – العربية' }).fill('المشغّلون');
    await page
      .getByRole('textbox', { name: /^تسمية «توفير الحماية/ })
      .first()
      .fill('الحماية الاجتماعية');
    await page.keyboard.press('Tab');
    await expect(saved(page, 'محفوظ على هذا الجهاز')).toBeVisible();
    await expect(page.getByRole('group', { name: /حافظ الملف/ })).toContainText('المشغّلون');
    await goTo(page, 'participants');
    await expect(page.getByRole('radio', { name: /المشغّلون/ })).toBeVisible();
    await goTo(page, 'strategies');
    await expect(side(page)).toContainText('الحماية الاجتماعية');
  });
});
