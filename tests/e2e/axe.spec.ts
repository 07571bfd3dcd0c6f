/** axe finds nothing on any screen: WCAG 2.0 to 2.2 at A and AA, and its best practices. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { problemsOf } from './axe.ts';
import { expect, goTo, type Hiwar, test } from './fixtures.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens what lies behind a row of a grid. */
async function openRow(page: Page, reference: string): Promise<void> {
  await page.locator('.grid-body [role=row]').filter({ hasText: reference }).dblclick();
}

/** The theme that a person chooses for its contrast; the others follow the system here. */
async function chooseContrast(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.locator('input[value=contrast]').first().locator('xpath=ancestor::label').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await goTo(page, 'overview');
}

/** Writes one statement and one position differently in a copy, and merges it: two fields are in conflict. */
async function makeConflicts(hiwar: Hiwar, id: string): Promise<void> {
  await hiwar.stop();
  const [file] = hiwar.dossiers();
  const copy = join(hiwar.folder, 'table-two.hiwar');
  await hiwar.cli('copy', file as string, copy);
  for (const [target, text, value] of [
    [file as string, 'Wages are two months late.', 'agree'],
    [copy, 'Wages are three months late.', 'does-not-agree'],
  ] as const) {
    const batch = join(hiwar.folder, 'batch.jsonl');
    const set = {
      statement: { ar: { text, status: 'draft' }, en: { text, status: 'draft' } },
      position: { E: { value } },
    };
    await writeFile(batch, `${JSON.stringify({ type: 'deficit', id, set })}\n`);
    await hiwar.cli('apply', target, batch);
  }
  await hiwar.cli('merge', file as string, copy);
}

for (const [language, theme] of [
  ['ar', 'light'],
  ['ar', 'dark'],
  ['ar', 'contrast'],
  ['en', 'light'],
  ['en', 'dark'],
  ['fr', 'light'],
  ['es', 'light'],
] as const)
  test.describe(`${language}, ${theme}`, () => {
    test.use({ language, theme: theme === 'dark' ? 'dark' : 'light' });

    test('axe finds nothing on any screen', async ({ page }) => {
      test.setTimeout(150_000);
      if (theme === 'contrast') await chooseContrast(page);
      const found: string[] = [];
      const look = async (screen: string): Promise<void> => {
        found.push(...(await problemsOf(page, screen)));
      };

      await page.locator('.overview-columns').waitFor();
      await look('overview');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await look('palette');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await look('keys');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await goTo(page, 'mandate');
      await page.locator('.mandate-paper').waitFor();
      await look('mandate');
      for (const tab of ['people', 'organizations', 'absences', 'sessions']) {
        await goTo(page, 'participants', `?tab=${tab}`);
        await page.locator('.grid-body [role=row]').first().click();
        await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
        await look(`participants, ${tab}`);
      }

      await goTo(page, 'deficits', '?group=area');
      await page.locator('[role=treegrid] [role=row]').first().waitFor();
      await look('register, grouped');
      await goTo(page, 'deficits');
      await page.locator('[role=grid] [role=row]').first().waitFor();
      await look('register');
      await openRow(page, 'D-007');
      await expect(heading(page)).toBeFocused();
      await look('deficit');
      await page.locator('.positions-edit').nth(1).click();
      await page.getByRole('dialog').waitFor();
      await look('position');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await goTo(page, 'strategies');
      await page.locator('.grid-body [role=row]').first().waitFor();
      await look('strategies');
      await openRow(page, 'S-001');
      await page.locator('.strategies-open').first().waitFor();
      await look('strategy');
      await page.locator('.strategies-open').first().click();
      await page.getByRole('dialog').waitFor();
      await look('action');
      await page.locator('.dialog-foot button').first().click();
      await page.getByRole('alertdialog').waitFor();
      await look('withdrawal');
      await page.getByRole('alertdialog').locator('.dialog-foot button').last().click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('alertdialog')).toHaveCount(0);
      await look('strategy, after a withdrawal');

      await goTo(page, 'export');
      await page.locator('.export-preview').waitFor();
      await look('export');
      await goTo(page, 'settings');
      await page.locator('.settings, main .card').first().waitFor();
      await look('settings');
      await goTo(page, 'history');
      await page.locator('main li').first().waitFor();
      await look('history');
      await goTo(page, 'bin');
      await page.locator('.bin-list > li').waitFor();
      await look('bin');
      await page.evaluate(() => {
        location.hash = '#/library';
      });
      await page.locator('.library-list > li').waitFor();
      await look('library');
      await page.locator('.library-way').first().click();
      await page.getByRole('dialog').waitFor();
      await look('new dialogue');
      expect(found).toEqual([]);
    });

    test('axe finds nothing where copies differ', async ({ page, hiwar }) => {
      test.setTimeout(150_000);
      const found: string[] = [];
      await goTo(page, 'deficits');
      await page.locator('[role=grid] [role=row]').first().waitFor();
      await openRow(page, 'D-007');
      await expect(heading(page)).toBeFocused();
      const id = new URL(page.url()).hash.split('/')[4]?.split('?')[0] ?? '';
      await makeConflicts(hiwar, id);
      await hiwar.open(page);
      if (theme === 'contrast') await chooseContrast(page);
      await goTo(page, `deficits/${id}`);
      const ways = page.locator('.conflict-list').getByRole('button');
      await ways.first().waitFor();
      found.push(...(await problemsOf(page, 'deficit with conflicts')));
      const count = await ways.count();
      expect(count).toBeGreaterThanOrEqual(3);
      for (let way = 0; way < count; way += 1) {
        await ways.nth(way).click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('.history-resolve').waitFor();
        found.push(...(await problemsOf(page, `conflict ${way}`)));
        await dialog.locator('.dialog-foot button').last().click();
        await dialog.locator('.field-error').first().waitFor();
        found.push(...(await problemsOf(page, `conflict ${way}, refused`)));
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(ways.nth(way), 'the focus comes back to where the dialog was opened').toBeFocused();
      }
      await goTo(page, 'history');
      await page.locator('main li').first().waitFor();
      found.push(...(await problemsOf(page, 'history with conflicts')));
      expect(found).toEqual([]);
    });
  });
