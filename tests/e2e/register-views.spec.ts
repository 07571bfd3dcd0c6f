/** The register looked at in other ways, by keys alone: columns, groups, views, coding of many, its past, its print. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { sayer } from '../fixtures/words.ts';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { press, reach, select, write } from './keyboard.ts';

const rows = (page: Page): Locator => page.locator('.grid-body [role=row]');
const tabStop = (page: Page): Locator => page.locator('.grid-body [role=row][tabindex="0"]');
const dialog = (page: Page): Locator => page.getByRole('dialog');
const closed = (page: Page): Promise<void> => expect(dialog(page)).toHaveCount(0);

for (const language of ['ar', 'en'] as const) {
  const say = sayer(language);

  test.describe(`the register in other ways, ${language}`, () => {
    test.use({ language });

    test('columns are chosen and put in order, groups follow, and a name keeps it all', async ({ page }) => {
      await goTo(page, 'deficits');
      await press(page, page.getByRole('button', { name: say('register', 'columns.button') }));
      const priority = say('register', 'column.priority');
      const wanted = dialog(page).getByRole('checkbox', { name: priority });
      await reach(page, wanted);
      await page.keyboard.press('Space');
      const earlier = dialog(page).getByRole('button', {
        name: say('register', 'columns.up', { name: priority }),
      });
      await press(page, earlier);
      await expect(page).toHaveURL(/columns=severity%2Cpositions%2Coutcome%2Cpriority%2Cflags/);
      expect(await problemsOf(page, 'columns')).toEqual([]);
      await page.keyboard.press('Escape');
      await closed(page);
      await expect(page.getByRole('columnheader', { name: priority })).toBeVisible();

      const group = page.getByRole('button', { name: say('register', 'group.label') });
      await select(page, group, say('register', 'group.priority'));
      await expect(rows(page).first()).toContainText(say('register', 'band.1-5'));
      await expect(rows(page).nth(1)).toContainText('D-005');

      const views = page.getByRole('button', { name: say('register', 'views.button'), exact: true });
      await press(page, views);
      await reach(page, page.getByRole('menuitem', { name: say('register', 'views.save') }), 'ArrowDown');
      await page.keyboard.press('Enter');
      const name = language === 'ar' ? 'بحسب الأولوية' : 'Ranks first';
      await write(page, dialog(page).getByRole('textbox'), name);
      await page.keyboard.press('Enter');
      await closed(page);
      await press(page, views);
      await reach(page, page.getByRole('menuitem', { name: say('register', 'views.whole') }), 'ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(/group=/);
      await press(page, views);
      await reach(page, page.getByRole('menuitem', { name }), 'ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/group=priority/);
      await expect(page).toHaveURL(/columns=/);

      await press(page, views);
      await reach(page, page.getByRole('menuitem', { name: say('register', 'views.manage') }), 'ArrowDown');
      await page.keyboard.press('Enter');
      const field = dialog(page).getByRole('textbox');
      await reach(page, field);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('2025');
      await page.keyboard.press('Enter');
      const remove = dialog(page).getByRole('button', {
        name: say('register', 'views.remove', { name: '2025' }),
      });
      await expect(remove).toBeVisible();
      expect(await problemsOf(page, 'views')).toEqual([]);
      await press(page, remove);
      await expect(dialog(page).getByText(say('register', 'views.none'))).toBeVisible();
    });

    test('many are marked and coded in one step, after saying what it would do', async ({ page }) => {
      await goTo(page, 'deficits');
      await reach(page, tabStop(page));
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
      const third = say('register', 'mark.one', { ref: 'D-003' });
      await expect(page.getByRole('checkbox', { name: third })).toBeChecked();
      const bar = page.getByRole('region', { name: say('register', 'mark.bar') });
      const clear = bar.getByRole('button', { name: say('register', 'mark.clear') });
      await page.keyboard.press('Control+a');
      await expect(bar.getByRole('status')).toContainText('24');
      await press(page, clear, 'Shift+Tab');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);

      // An answer that comes after the marks were cleared marks nothing.
      const late = Promise.withResolvers<void>();
      await page.route('**/rpc/register.ids', (route) => late.promise.then(() => route.continue()));
      await reach(page, tabStop(page));
      await page.keyboard.press('Space');
      const answered = page.waitForResponse('**/rpc/register.ids');
      await page.keyboard.press('Control+a');
      await press(page, clear, 'Shift+Tab');
      late.resolve();
      await answered;
      await page.unroute('**/rpc/register.ids');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);

      await reach(page, tabStop(page));
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Shift+ArrowDown');
      expect(await problemsOf(page, 'marked')).toEqual([]);
      await press(page, page.getByRole('button', { name: say('register', 'mark.code') }), 'Shift+Tab');
      const confirm = dialog(page).getByRole('button', {
        name: say('register', 'code.confirm'),
        exact: true,
      });
      await expect(confirm).toBeDisabled();
      await select(
        page,
        dialog(page).getByRole('button', { name: say('register', 'code.field') }),
        say('deficits', 'field.formality'),
      );
      const formality = dialog(page)
        .getByRole('button', { name: say('deficits', 'field.formality') })
        .last();
      await press(page, formality);
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect(dialog(page).locator('strong')).toBeVisible();
      // Who may read them is coded as well, and opening what was closed is said before it is done.
      const what = dialog(page).getByRole('button', { name: say('register', 'code.field') });
      await reach(page, what, 'Shift+Tab');
      await select(page, what, say('deficits', 'field.confidentiality'));
      const level = dialog(page)
        .getByRole('button', { name: say('deficits', 'field.confidentiality') })
        .last();
      await press(page, level);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(dialog(page).locator('.notice.warn')).toContainText(
        say('register', language === 'ar' ? 'code.opened_two' : 'code.opened_other', { count: 2 }),
      );
      const reason = language === 'ar' ? 'اتُّفق عليه في المجموعة' : 'Agreed in the group';
      await write(page, dialog(page).getByRole('textbox', { name: say('register', 'code.reason') }), reason);
      expect(await problemsOf(page, 'coding')).toEqual([]);
      await press(page, confirm);
      await closed(page);
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);

      await reach(page, tabStop(page));
      await page.keyboard.press('Enter');
      const history = page.getByRole('tab', { name: say('deficits', 'detail.history') });
      await expect(history).toBeVisible();
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toBeFocused();
      // The history of one field, from the field: who, when, and why.
      await reach(page, page.getByRole('button', { name: say('deficits', 'field.formality') }).first());
      await page.keyboard.press('Alt+h');
      await expect(dialog(page)).toContainText(reason);
      await expect(dialog(page).locator('.history-entry').first()).toContainText(say('history', 'kind.edit'));
      expect(await problemsOf(page, 'history of a field')).toEqual([]);
      await page.keyboard.press('Escape');
      await closed(page);
    });

    test('[L13] the register is read as it was, and nothing is written there', async ({ page, hiwar }) => {
      await hiwar.stop();
      const [file] = hiwar.dossiers() as [string];
      const other = join(hiwar.folder, 'table-two.hiwar');
      const batch = join(hiwar.folder, 'batch.jsonl');
      const title = language === 'ar' ? 'موطن عجز من الطاولة الثانية' : 'From the second table';
      const line = JSON.stringify({ type: 'deficit', set: { title: { [language]: title } } });
      await writeFile(batch, `${line}\n`);
      await hiwar.cli('copy', file, other);
      await hiwar.cli('apply', other, batch);
      await hiwar.cli('merge', file, other);
      await hiwar.open(page);
      await goTo(page, 'deficits');
      await expect(rows(page).filter({ hasText: title })).toHaveCount(1);
      await press(page, page.getByRole('button', { name: say('register', 'asOf.button') }));
      const moments = dialog(page).getByRole('list', { name: say('register', 'asOf.moments') });
      await expect(moments.getByRole('listitem').first()).toContainText('24');
      expect(await problemsOf(page, 'moments')).toEqual([]);
      await press(page, moments.getByRole('button').first());
      await closed(page);
      const back = page.getByRole('button', { name: say('register', 'asOf.back') });
      await expect(back).toBeVisible();
      await expect(page.locator('.grid')).toHaveAttribute('aria-rowcount', '25');
      await expect(rows(page).filter({ hasText: title })).toHaveCount(0);
      await expect(page.getByRole('button', { name: say('deficits', 'new') })).toHaveCount(0);
      await expect(page.getByRole('checkbox')).toHaveCount(0);
      await reach(page, tabStop(page));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/deficits\?/);
      expect(await problemsOf(page, 'the past')).toEqual([]);
      await press(page, back, 'Shift+Tab');
      await expect(rows(page).filter({ hasText: title })).toHaveCount(1);
    });
  });
}

test.describe('the register on paper', () => {
  test.use({ language: 'ar' });
  const say = sayer('ar');

  test('its pages are made in the languages that are chosen', async ({ page }) => {
    await goTo(page, 'deficits');
    await press(page, page.getByRole('button', { name: say('register', 'print.button') }));
    await expect(dialog(page)).toBeVisible();
    for (const other of ['Français', 'Español']) {
      await reach(page, dialog(page).getByRole('checkbox', { name: other }));
      await page.keyboard.press('Space');
    }
    const wordings = dialog(page).getByRole('checkbox', { name: say('common', 'wordings') });
    await expect(wordings).not.toBeChecked();
    await reach(page, wordings);
    await page.keyboard.press('Space');
    await expect(wordings).toBeChecked();
    expect(await problemsOf(page, 'print')).toEqual([]);
    await press(page, dialog(page).getByRole('button', { name: say('register', 'print.make') }));
    await expect(dialog(page).getByText(/-register-wordings-ar\.pdf/)).toBeVisible({ timeout: 40_000 });
    await expect(dialog(page).getByText(/-register-wordings-en\.pdf/)).toBeVisible();
  });
});
