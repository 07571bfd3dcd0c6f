/** The deficit register and the editor of one deficit, as a person meets them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, goTo, test } from './fixtures.ts';

const rows = (page: Page): Locator => page.locator('.grid-body [role=row]');
const selectedRow = (page: Page): Locator => page.locator('[role=row][aria-selected=true]');
const grid = (page: Page): Locator => page.locator('.deficits-register .grid');
/** The one row that Tab reaches. */
const tabStop = (page: Page): Locator => page.locator('.grid-body [role=row][tabindex="0"]');
/** Opens a deficit of the sample by the number people read. */
async function openDeficit(page: Page, ref: string): Promise<void> {
  await goTo(page, 'deficits');
  await rows(page).filter({ hasText: ref }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

test.describe('the register in Arabic', () => {
  test.use({ language: 'ar' });

  test('finds a word in any of its written forms and marks it', async ({ page }) => {
    await goTo(page, 'deficits');
    await expect(page.getByRole('status').filter({ hasText: 'موطن عجز' })).toContainText('24');
    await page.keyboard.press('Control+f');
    const search = page.getByRole('searchbox');
    await expect(search).toBeFocused();
    // Typed with its article the word is marked with it; typed bare, without.
    for (const [form, marked] of [
      ['الضمان', 'الضمان'],
      ['الضّمان', 'الضمان'],
      ['ضمـــان', 'ضمان'],
      ['ألضمان', 'الضمان'],
    ] as const) {
      await search.fill(form);
      await expect(rows(page)).toHaveCount(5);
      await expect(rows(page).first().locator('mark').first()).toHaveText(marked);
    }
    await search.press('Escape');
    await expect(search).toHaveValue('');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '25');
  });

  test('reads from right to left: the arrow keys follow', async ({ page }) => {
    await goTo(page, 'deficits', '?group=area');
    await expect(grid(page)).toHaveRole('treegrid');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '31');
    await tabStop(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '27');
    await page.keyboard.press('ArrowLeft');
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '31');
  });
});

test('filters narrow the register together and lie in the address', async ({ page }) => {
  await goTo(page, 'deficits');
  await page
    .getByRole('button', { name: /^Outcome/ })
    .or(page.getByLabel('Outcome'))
    .first()
    .click();
  await page.getByRole('option', { name: /^Agreed with reservation/ }).click();
  const found = page.getByRole('status').filter({ hasText: /matching deficit/ });
  await expect(found).toBeVisible();
  await expect(rows(page).filter({ hasText: 'D-007' })).toHaveCount(1);
  expect(page.url()).toContain('outcome=agreed-with-reservation');
  await page.getByRole('radio', { name: /Productive employment/ }).click();
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '25');
  expect(page.url()).not.toContain('outcome=');
});

test('groups by area and keeps closed groups closed', async ({ page }) => {
  await goTo(page, 'deficits');
  await page
    .getByRole('button', { name: /^Group/ })
    .or(page.getByLabel('Group', { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: 'By area' }).click();
  await expect(grid(page)).toHaveRole('treegrid');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '31');
  const first = rows(page).first();
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await tabStop(page).focus();
  await page.keyboard.press('Control+Home');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await expect(first).toBeFocused();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '27');
  await expect(rows(page).filter({ hasText: 'D-001' })).toHaveCount(0);
});

test('is walked, read and opened with the keyboard alone', async ({ page }) => {
  await goTo(page, 'deficits');
  const detail = page.getByRole('complementary', { name: 'Chosen deficit' });
  await tabStop(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(selectedRow(page)).toContainText('D-003');
  await expect(detail).toContainText('D-003');
  await page.keyboard.press('Control+End');
  await expect(selectedRow(page)).toContainText('D-024');
  await expect(selectedRow(page)).toBeFocused();
  await page.keyboard.press('[');
  await expect(selectedRow(page)).toContainText('D-023');
  await expect(selectedRow(page)).toBeFocused();
  await expect(detail).toContainText('D-023');
  await page.keyboard.press(']');
  await expect(detail).toContainText('D-024');
  await expect(page).toHaveURL(/selected=/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(selectedRow(page)).toContainText('D-024');
  await expect(selectedRow(page)).toBeFocused();
});

test('makes a deficit at once, saves what is typed and finds it again after a restart', async ({
  page,
  hiwar,
}) => {
  await goTo(page, 'deficits');
  await page.getByRole('button', { name: 'New deficit' }).click();
  const title = page.getByRole('textbox', { name: 'Title – English' });
  await expect(title).toBeFocused();
  await page.keyboard.type('Night work without transport home');
  await page.getByLabel('Thematic area').click();
  await page.getByRole('option', { name: 'Providing protection and building resilience' }).click();
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const row = rows(page).filter({ hasText: 'Night work without transport home' });
  await expect(row).toContainText('D-027');
  await expect(row).toContainText('Not put');
  await expect(row.getByRole('img', { name: 'Confidentiality: Coalition secretariat only' })).toBeVisible();

  await hiwar.stop();
  await hiwar.open(page);
  await goTo(page, 'deficits');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '26');
  await page.getByRole('searchbox').fill('transport home');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Night work without transport home');
});

test('a position agrees with reservation only with its reservation, and says when the text changed', async ({
  page,
}) => {
  await openDeficit(page, 'D-001');
  const employers = page.locator('[data-seat=E]');
  await employers.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Agrees with reservation' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Record the position' }).click();
  await expect(dialog.getByText('Write the reservation', { exact: false }).first()).toBeVisible();
  await dialog
    .getByRole('textbox', { name: /Reservation – English/ })
    .fill('Provided that the threshold is phased in.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await employers.getByRole('button').click();
  await expect(dialog.getByRole('textbox', { name: /Reservation – English/ })).toHaveValue(/phased in/);
  await dialog.getByRole('button', { name: 'Read back now' }).click();
  await dialog.getByRole('button', { name: 'Record the position' }).click();
  await expect(dialog).toBeHidden();
  await expect(employers).toContainText('Agrees with reservation');
  await expect(employers).toContainText('Provided that the threshold is phased in.');
  await expect(employers).toContainText('Text read back');
  await expect(page.locator('.deficits-editor-head')).toContainText('Agreed with reservation');

  await page.getByRole('textbox', { name: 'Title – English' }).fill('Unions cannot register');
  await expect(employers).toContainText('The text has changed since this position was recorded.');
  await page.keyboard.press('Escape');
  const row = rows(page).filter({ hasText: 'Unions cannot register' });
  await expect(row.getByRole('img', { name: /text changed since/i }).first()).toBeVisible();
});

test('takes a step back and forward again', async ({ page }) => {
  await openDeficit(page, 'D-002');
  const title = page.getByRole('textbox', { name: 'Title – English' });
  const before = await title.inputValue();
  await title.fill('Another title');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Another title');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect(title).toHaveValue(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(title).toHaveValue('Another title');
});

test('withdraws a deficit with the reason and restores it from the bin', async ({ page }) => {
  await openDeficit(page, 'D-003');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to the bin…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Move to the bin', exact: true }).click();
  await expect(dialog.getByText('Write the reason.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Merged with another card in plenary');
  await dialog.getByRole('button', { name: 'Move to the bin', exact: true }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '24');

  await goTo(page, 'bin');
  const entry = page.getByRole('listitem').filter({ hasText: title });
  await expect(entry).toContainText('Merged with another card in plenary');
  await entry.getByRole('button', { name: /Restore/ }).click();
  await expect(page.getByText('Nothing here')).toBeVisible();
  await goTo(page, 'deficits');
  await expect(rows(page).filter({ hasText: title })).toHaveCount(1);
});

test('a deficit is coded to indicators of the goals and to the session it came from', async ({ page }) => {
  await openDeficit(page, 'D-003');
  const form = page.getByRole('region', { name: 'The deficit' });
  const indicators = form.getByRole('combobox', { name: /SDG indicators/ });
  await indicators.fill('8.8.2');
  await page
    .getByRole('option', { name: /labour rights/ })
    .first()
    .click();
  await expect(form.locator('.tag').filter({ hasText: '8.8.2' })).toBeVisible();
  await page.keyboard.press('Tab');
  const session = form.getByRole('button', { name: /Session it came from/ });
  await session.click();
  await page.getByRole('option', { name: /Employment, equality/ }).click();
  await expect(session).toContainText('Employment, equality');
  await page.keyboard.press('Escape');
  const coding = page.locator('.deficits-facts');
  await expect(coding).toContainText('8.8.2');
  await expect(coding).toContainText('Employment, equality');

  await page.keyboard.press('Enter');
  await session.click();
  await page.getByRole('option', { name: 'No session' }).click();
  await expect(session).toContainText('Choose the session');
  await page.keyboard.press('Escape');
  await expect(coding).not.toContainText('Session it came from');
});

test('keeps evidence, a comment and a clause with the deficit', async ({ page }) => {
  await openDeficit(page, 'D-004');
  const side = page.getByRole('complementary');
  await side.getByRole('tab', { name: /Evidence/ }).click();
  const items = side.locator('.deficits-items > li');
  const before = await items.count();
  await side.getByRole('button', { name: 'Add evidence' }).click();
  await page.keyboard.press('Escape');
  await expect(items).toHaveCount(before);
  await side.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Figure').fill('1,234');
  await dialog.getByLabel('Figure').blur();
  await expect(
    dialog.getByText('Write a number without thousands separators', { exact: false }),
  ).toBeVisible();
  await dialog.getByLabel('Figure').fill('11.40');
  await dialog.getByLabel('Figure').blur();
  await dialog.getByLabel('Unit').fill('%');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(items).toHaveCount(before + 1);
  await expect(items.filter({ hasText: '11.40 %' })).toHaveCount(1);

  await side.getByRole('tab', { name: /Clauses/ }).click();
  await side.getByRole('button', { name: 'Add a clause' }).click();
  await dialog
    .getByRole('textbox', { name: /Text of the clause – English/ })
    .fill('A wage board is convened.');
  await dialog.getByRole('button', { name: 'Record a position: Workers' }).click();
  const position = page.getByRole('dialog', { name: 'Position: Workers' });
  await position.getByRole('radio', { name: 'Does not agree' }).check({ force: true });
  await position.getByRole('button', { name: 'Record the position' }).click();
  await expect(position).toBeHidden();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(items.filter({ hasText: 'A wage board is convened.' })).toContainText('No agreement');
});

test('shows what two copies wrote differently and records what a person decides', async ({ page, hiwar }) => {
  await hiwar.stop();
  const [file] = hiwar.dossiers();
  const other = join(hiwar.folder, 'table-two.hiwar');
  const { records } = JSON.parse(await hiwar.cli('inspect', file as string, '--json')) as {
    records: { deficit: number };
  };
  expect(records.deficit).toBe(26);
  await hiwar.cli('copy', file as string, other);
  await hiwar.open(page);
  await openDeficit(page, 'D-005');
  const id = page.url().match(/deficits\/([0-9a-f-]{36})/)?.[1] as string;
  await hiwar.stop();
  const edit = async (dossier: string, title: string): Promise<void> => {
    const batch = join(hiwar.folder, 'batch.jsonl');
    await writeFile(batch, `${JSON.stringify({ type: 'deficit', id, set: { title: { en: title } } })}\n`);
    await hiwar.cli('apply', dossier, batch);
  };
  await edit(file as string, 'Most workers have no social insurance');
  await edit(other, 'Two workers in three lack social insurance');
  await hiwar.cli('merge', file as string, other);

  await hiwar.open(page);
  await openDeficit(page, 'D-005');
  await expect(page.getByText('One field was written in more than one way', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title – English' })).not.toBeEditable();
  await page.getByRole('button', { name: 'Resolve: Title – English' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('ins').first()).toBeVisible();
  await expect(dialog.locator('del').first()).toBeVisible();
  await expect(dialog.getByRole('columnheader')).toHaveCount(3);
  await dialog
    .getByRole('textbox', { name: 'The text that stands' })
    .fill('Two workers in three have no social insurance');
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await expect(dialog.getByText('Write the reason.')).toBeVisible();
  await dialog
    .getByRole('textbox', { name: /Reason for this decision/ })
    .fill('Agreed wording of both tables');
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Two workers in three have no social insurance',
  );
  await expect(page.getByRole('textbox', { name: 'Title – English' })).toBeEditable();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByText('Agreed wording of both tables')).toBeVisible();
});
