/** The start screen: the ways into a dossier, and what is promised about the files. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, type Hiwar, test } from './fixtures.ts';

const SAMPLE = 'National dialogue on social justice 2025';
const entries = (page: Page): Locator => page.locator('.library-list > li');
const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });

async function toLibrary(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await expect(title(page)).toHaveText(/^(Hiwar|حوار)$/);
}

/** Opens the menu of the only dossier of the list and chooses from it. */
async function choose(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: /^(Options for|خيارات)/ }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Gives the dialogue another English title from outside, as a colleague with the file would. */
async function retitle(hiwar: Hiwar, file: string, dossier: string, text: string): Promise<void> {
  const batch = join(hiwar.folder, 'retitle.jsonl');
  const set = { title: { en: { text, status: 'original' } } };
  await writeFile(batch, `${JSON.stringify({ type: 'dossier', id: dossier, set })}\n`);
  await hiwar.cli('apply', file, batch);
  await rm(batch);
}

const dossierOf = (page: Page): string => new URL(page.url()).hash.split('/')[2] ?? '';

test.describe('on a new device', () => {
  test.use({ start: 'empty' });

  test('the sample opens, says that it is illustrative, and is listed from then on', async ({ page }) => {
    await expect(page.getByText('No dossier has been opened on this device yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await expect(title(page)).toHaveText(SAMPLE);
    await expect(page.getByText('This is an illustrative case')).toBeVisible();
    await toLibrary(page);
    await expect(entries(page)).toHaveCount(1);
    await expect(entries(page)).toContainText('Rawdania (imaginary country)');
    await expect(entries(page)).toContainText('Illustrative case');
    await expect(entries(page)).toContainText('No backup copy yet');
  });

  test('a title is needed in one language only, and says so', async ({ page }) => {
    await page.getByRole('button', { name: 'New dialogue' }).click();
    await page.getByRole('button', { name: 'Create the dossier' }).click();
    await expect(page.getByText('Write a title in at least one language.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Français' }).check({ force: true });
    await page.getByRole('textbox', { name: /Français$/ }).fill('Dialogue national');
    await page.getByRole('button', { name: 'Create the dossier' }).click();
    await expect(title(page)).toHaveText('Dialogue national');
  });

  test('a file that is no dossier is refused in words, and nothing is listed', async ({ page, hiwar }) => {
    const file = join(hiwar.folder, 'letter.hiwar');
    await writeFile(file, 'Dear colleagues');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles(file);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('This file is not a dossier.');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert).toHaveCount(0);
    await expect(entries(page)).toHaveCount(0);
  });
});

test.describe('in Arabic, by keyboard alone', () => {
  test.use({ language: 'ar', start: 'empty' });

  test('a new dialogue is made, with its country found by typing', async ({ page }) => {
    const start = page.getByRole('button', { name: 'حوار جديد' });
    await expect(start).toBeVisible();
    for (let pressed = 0; pressed < 30; pressed += 1) {
      if (await start.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(start).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('عنوان الحوار – العربية')).toBeFocused();
    await page.keyboard.type('حوار وطني حول العمل اللائق');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'البلد' })).toBeFocused();
    await page.keyboard.type('المغر');
    await expect(page.getByRole('option', { name: /المغرب/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'البلد' })).toHaveValue('المغرب');
    await page.getByRole('button', { name: 'إنشاء الملف' }).focus();
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('حوار وطني حول العمل اللائق');
    await expect(page.getByRole('main')).toContainText('المغرب');
    await expect(page.getByRole('heading', { name: 'من أين تبدأ؟' })).toBeVisible();
  });
});

test('a backup copy takes the place of the file, which stays beside it', async ({ page, hiwar }) => {
  const dossier = dossierOf(page);
  await expect(title(page)).toHaveText(SAMPLE);
  await toLibrary(page);
  await choose(page, 'Close the file');
  await expect(entries(page)).toContainText('1 backup copy');
  const [file] = hiwar.dossiers().filter((path) => path.includes('rawdania-sample'));
  await retitle(hiwar, file as string, dossier, 'Written over by mistake');
  await page
    .getByRole('button', { name: new RegExp(SAMPLE) })
    .first()
    .click();
  await expect(title(page)).toHaveText('Written over by mistake');

  await toLibrary(page);
  await choose(page, 'Restore a backup copy…');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Nothing is erased');
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Restore this copy' }).click();
  await expect(title(page)).toHaveText(SAMPLE);
  const kept = hiwar.dossiers().filter((path) => path.includes('before restore'));
  expect(kept).toHaveLength(1);
  expect(await hiwar.cli('check', kept[0] as string)).not.toBe('');
});

test('the menu of the host leads to the dialog of a new dialogue, once', async ({ page }) => {
  await page.evaluate(() => {
    location.hash = '#/library?do=new';
  });
  await expect(page.getByRole('dialog', { name: 'New dialogue' })).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/library');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('taken off the list, the file stays where it is', async ({ page, hiwar }) => {
  await toLibrary(page);
  const before = hiwar.dossiers().filter((path) => path.includes('rawdania-sample'));
  await choose(page, 'Take off the list');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take off the list' }).click();
  await expect(page.getByText('No dossier has been opened on this device yet.')).toBeVisible();
  expect(hiwar.dossiers()).toEqual(expect.arrayContaining(before));
});

test('a copy handed over comes back with its changes', async ({ page, hiwar }) => {
  const dossier = dossierOf(page);
  await page.getByRole('button', { name: 'Hand over a copy' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save the copy' }).click();
  const copy = join(hiwar.folder, 'table-two.hiwar');
  await (await saving).saveAs(copy);
  await expect(page.getByRole('dialog')).toContainText('The copy is saved');
  await page.keyboard.press('Escape');

  await retitle(hiwar, copy, dossier, 'Title from table two');
  await page.getByRole('button', { name: 'Merge a returned copy' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'Choose the file…' }).click();
  await (await chooser).setFiles(copy);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('new change');
  await page.keyboard.press('Escape');
  await expect(title(page)).toHaveText('Title from table two');
});

test('a dossier whose file is gone is marked, and its backup copy brings it back', async ({
  page,
  hiwar,
}) => {
  await toLibrary(page);
  await choose(page, 'Close the file');
  await expect(entries(page)).toContainText('1 backup copy');
  const [file] = hiwar.dossiers().filter((path) => path.includes('rawdania-sample'));
  await rm(file as string);
  await page.reload();
  await expect(entries(page)).toContainText('The file is not where it was');
  await page
    .getByRole('button', { name: new RegExp(SAMPLE) })
    .first()
    .click();
  await page
    .getByRole('main')
    .getByRole('alert')
    .getByRole('button', { name: 'Restore a backup copy…' })
    .click();
  await page.getByRole('button', { name: 'Restore this copy' }).click();
  await expect(title(page)).toHaveText(SAMPLE);
});
