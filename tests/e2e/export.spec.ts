/** From the dossier to files for others. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { press, reach } from './keyboard.ts';

/** One language keeps a run short. */
async function onlyArabic(page: Page): Promise<void> {
  for (const other of ['English', 'Français', 'Español'])
    await page.getByRole('checkbox', { name: other }).uncheck({ force: true });
}

const exportButton = (page: Page) => page.getByRole('button', { name: 'Export', exact: true });

test('a package is made, saved, verified, and opens as a read-only dossier', async ({ page, hiwar }) => {
  test.slow();
  await goTo(page, 'export');
  await onlyArabic(page);
  await page.getByRole('checkbox', { name: /^Report/ }).uncheck({ force: true });
  await exportButton(page).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 file is ready' })).toBeFocused({ timeout: 60_000 });

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save hiwar-QRW-restricted/ }).click();
  const file = join(hiwar.folder, 'handed-in.zip');
  await (await saving).saveAs(file);
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await expect(page.locator('.export-sha')).toHaveText(sha256);
  expect(JSON.parse(await hiwar.cli('verify', file, '--json'))).toMatchObject({
    ok: true,
    edition: 'restricted',
    illustrative: true,
    records: { deficit: 26, strategy: 6 },
  });

  await page.evaluate(() => {
    location.hash = '#/library';
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a package' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByText('This dossier comes from an imported package and is read only.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand over a copy' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Mandate' })).toContainText('Ministry of Labour');
  await expect(page.getByRole('region', { name: 'Deficits by thematic area' })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await expect(page.locator('.library-list > li')).toHaveCount(2);
  await expect(page.locator('.library-list')).toContainText('From a package, read only');
});

test('the internal edition is shown, cannot be chosen, and says why', async ({ page }) => {
  await goTo(page, 'export');
  const internal = page.getByRole('radio', { name: /^Internal edition/ });
  await expect(internal).toBeDisabled();
  await expect(page.getByText('it never leaves from here')).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Restricted edition/ })).toBeChecked();
});

test('the preview follows the edition: fewer records, and a word on what is left out', async ({
  page,
  hiwar,
}) => {
  await hiwar.stop();
  const batch = join(hiwar.folder, 'one-more.jsonl');
  const set = {
    title: { en: { text: 'For the secretariat', status: 'original' } },
    confidentiality: 'secretariat',
  };
  await writeFile(batch, `${JSON.stringify({ type: 'deficit', set })}\n`);
  await hiwar.cli('apply', hiwar.dossiers()[0] as string, batch);
  await hiwar.open(page);
  await goTo(page, 'export');
  const sections = page.locator('.export-preview > section');
  const deficits = (section: number) =>
    sections.nth(section).locator('div', { hasText: 'Deficits' }).locator('dd');
  await expect(deficits(0)).toHaveText('27');
  await expect(deficits(1)).toHaveCount(0);
  await expect(page.getByText('DRAFT – not agreed')).toBeVisible();
  await expect(page.getByText('العربية: 1 deficit has no title in this language.')).toBeVisible();

  await page.getByRole('radio', { name: /^Public edition/ }).check({ force: true });
  await expect(deficits(0)).toHaveText('26');
  await expect(deficits(1)).toHaveText('1');
  await expect(page.getByText('nothing of what is in them')).toBeVisible();
});

test('nothing is exported without a language or a format', async ({ page }) => {
  await goTo(page, 'export');
  await expect(exportButton(page)).toBeEnabled();
  await onlyArabic(page);
  await page.getByRole('checkbox', { name: 'العربية' }).uncheck({ force: true });
  await expect(exportButton(page)).toBeDisabled();
  await expect(page.getByText('Choose at least one language and one format.')).toBeVisible();
});

test('a running export can be cancelled and leaves no file', async ({ page }) => {
  await goTo(page, 'export');
  await exportButton(page).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The export was cancelled; no half-made file is left.')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.locator('.export-files')).toHaveCount(0);
  await expect(exportButton(page)).toBeFocused();
});

test('whoever works elsewhere meanwhile is told when it is done', async ({ page }) => {
  test.slow();
  await goTo(page, 'export');
  // By keys: the register is printed from here as well, and wordings are printed on request.
  await press(page, page.getByRole('button', { name: 'Print the register…' }));
  const dialog = page.getByRole('dialog', { name: 'Print the register' });
  await expect(dialog.getByRole('button', { name: 'Make the files' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  const wordings = page.getByRole('checkbox', { name: /^Print the wordings/ });
  await reach(page, wordings, 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(wordings).toBeChecked();
  expect(await problemsOf(page, 'export')).toEqual([]);
  await onlyArabic(page);
  await page.getByRole('checkbox', { name: /^Package/ }).uncheck({ force: true });
  await exportButton(page).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await goTo(page, 'settings');
  const toast = page.getByRole('region', { name: 'Notifications' });
  await expect(toast).toContainText('The export is done', { timeout: 60_000 });
  await toast.getByRole('button', { name: 'Show' }).click();
  await expect(
    page.getByRole('button', { name: /^Save hiwar-QRW-restricted.*-wordings-ar\.pdf$/ }),
  ).toBeVisible();
});

test('export waits until the file is checked', async ({ page }) => {
  let isChecked = false;
  await page.route('**/rpc/dossier.info', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { value: { verification: string } };
    if (!isChecked) answer.value.verification = 'pending';
    await route.fulfill({ response, json: answer });
  });
  await page.reload();
  await goTo(page, 'export');
  await expect(page.getByText('Export opens as soon as that ends.')).toBeVisible();
  await expect(exportButton(page)).toBeDisabled();
  isChecked = true;
  await page.reload();
  await expect(exportButton(page)).toBeEnabled();
});
