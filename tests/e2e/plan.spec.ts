import type { Locator, Page } from '@playwright/test';
import { ask as call } from '../fixtures/ask.ts';
import { sayer } from '../fixtures/words.ts';
import { problemsInBothThemes, problemsOf } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { find, pick, press, reach, select, write } from './keyboard.ts';

const NATIVE = { ar: 'العربية', en: 'English' } as const;

type Say = ReturnType<typeof sayer>;

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const rows = (page: Page): Locator => page.locator('.sessions-agenda tbody tr');
const isSaved = (page: Page, say: Say): Promise<void> =>
  expect(page.getByRole('banner').getByText(say('shell', 'saved.saved'))).toBeVisible();
const title = (say: Say, key: string): string => say('sessions', `template.item.${key}`);

/** Opens the list and makes a session of a kind; ends on its plan. */
async function makeSession(
  page: Page,
  say: Say,
  name: string,
  kind: 'plenary' | 'breakout' | 'caucus',
): Promise<void> {
  await page.keyboard.press('Alt+Digit4');
  await expect(heading(page)).toHaveText(say('sessions', 'title'));
  await press(page, page.getByRole('button', { name: say('sessions', 'new.action') }));
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: say('sessions', 'field.title') });
  await expect(field).toBeFocused();
  await page.keyboard.type(name);
  await pick(
    page,
    dialog.getByRole('radiogroup', { name: say('sessions', 'field.kind') }),
    new RegExp(`^${say('sessions', `kind.${kind}`)}`),
  );
  if (kind === 'caucus')
    await select(
      page,
      dialog.getByRole('button', { name: new RegExp(say('sessions', 'field.constituency')) }),
      say('ui', 'seat.W'),
    );
  await press(page, dialog.getByRole('button', { name: say('sessions', 'new.make') }));
  await expect(heading(page)).toHaveText(name);
}

for (const language of ['ar', 'en'] as const)
  test.describe(`in ${language}, by keyboard alone`, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });
    const say = sayer(language);

    test('a day is planned from a template, changed, and its times follow', async ({ page }) => {
      test.setTimeout(240_000);
      const name = language === 'ar' ? 'الجلسة العامة الثانية' : 'Second plenary';
      const problems: string[] = [];
      await makeSession(page, say, name, 'plenary');

      await press(
        page,
        page.getByRole('button', { name: new RegExp(say('sessions', 'template.name.plenary-day')) }),
      );
      await expect(rows(page)).toHaveCount(11);
      await expect(rows(page).nth(0)).toContainText(title(say, 'opening'));
      await expect(rows(page).nth(0)).toContainText('09:00');
      await expect(rows(page).nth(5)).toContainText('12:15');
      await expect(page.locator('.sessions-agenda tfoot')).toContainText('17:00');

      // An item goes up by Alt and an arrow, keeps the focus, and comes back with one step of undo.
      const reports = page.getByRole('button', { name: title(say, 'reports'), exact: true });
      await reach(page, reports);
      await page.keyboard.press('Alt+ArrowUp');
      await expect(rows(page).nth(1)).toContainText(title(say, 'reports'));
      await expect(rows(page).nth(1)).toContainText('09:15');
      await expect(reports).toBeFocused();
      await page.keyboard.press('Control+z');
      await expect(rows(page).nth(2)).toContainText(title(say, 'reports'));
      // The button that can go no further hands the focus on instead of losing it.
      const up = page.getByRole('button', {
        name: say('sessions', 'agenda.up', { name: title(say, 'agenda') }),
      });
      await press(page, up, 'Shift+Tab');
      await expect(rows(page).nth(0)).toContainText(title(say, 'agenda'));
      await expect(rows(page).nth(0).locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Control+z');
      await expect(rows(page).nth(0)).toContainText(title(say, 'opening'));

      const minutes = page.getByRole('textbox', {
        name: say('sessions', 'agenda.minutesOf', { name: title(say, 'opening') }),
      });
      await reach(page, minutes, 'Shift+Tab');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect(rows(page).nth(1)).toContainText('09:25');

      // A break needs no title.
      const form = page.getByRole('form', { name: say('sessions', 'item.new') });
      await select(
        page,
        form.getByRole('button', { name: new RegExp(say('sessions', 'item.kind')) }),
        say('sessions', 'itemKind.prayer'),
      );
      await press(page, form.getByRole('button', { name: say('common', 'add') }));
      await expect(rows(page)).toHaveCount(12);
      await expect(rows(page).nth(11)).toContainText('17:10');
      // An item does.
      await page.keyboard.press('Enter');
      await expect(form).toContainText(say('sessions', 'item.needsTitle'));
      await expect(rows(page)).toHaveCount(12);
      problems.push(...(await problemsOf(page, `plan ${language}`)));

      // Notes and what is on the table.
      await press(page, reports, 'Shift+Tab');
      const dialog = page.getByRole('dialog');
      const notes = dialog.getByRole('textbox', {
        name: say('ui', 'multi.textIn', { name: say('sessions', 'item.notes'), language: NATIVE[language] }),
      });
      await write(page, notes, 'Two reports, ten minutes each.');
      await find(
        page,
        dialog.getByRole('combobox', {
          name: say('ui', 'tags.addTo', { name: say('sessions', 'item.deficits') }),
        }),
        'D-001',
        'D-001',
      );
      // The list stays for the next one; going back closes it.
      await page.keyboard.press('Shift+Tab');
      await expect(dialog.getByRole('row', { name: /D-001/ })).toBeVisible();
      problems.push(...(await problemsOf(page, `item ${language}`)));
      await press(page, dialog.getByRole('button', { name: say('common', 'done') }));
      await expect(reports).toBeFocused();
      await expect(rows(page).nth(2)).toContainText(say('sessions', 'item.hasNotes'));

      // How the session is held: what the level means for what is kept is said at once.
      const side = page.getByRole('complementary', { name: say('sessions', 'settings.title') });
      for (let pressed = 0; pressed < 4 && (await side.locator(':focus').count()) === 0; pressed += 1)
        await page.keyboard.press('F6');
      await expect(side.locator(':focus'), 'F6 leads to how the session is held').toHaveCount(1);
      await pick(
        page,
        side.getByRole('radiogroup', { name: say('sessions', 'level.title') }),
        say('sessions', 'level.name.none'),
      );
      await expect(side).toContainText(say('sessions', 'level.stored.none'));
      const budget = side.getByRole('textbox', {
        name: say('sessions', 'field.budgetOf', { who: say('ui', 'seat.E') }),
      });
      await write(page, budget, '45');
      await page.keyboard.press('Tab');
      await isSaved(page, say);

      // What was planned is in the list, and another session can take its shape.
      await makeSession(page, say, `${name} 2`, 'plenary');
      await find(page, page.getByRole('combobox', { name: say('sessions', 'template.like') }), name, name);
      await expect(rows(page)).toHaveCount(12);
      await expect(rows(page).nth(2)).not.toContainText(say('sessions', 'item.hasNotes'));
      await page.keyboard.press('Alt+Digit4');
      const row = page.locator('.grid-body [role=row]').filter({ hasText: name }).first();
      await expect(row).toContainText(say('sessions', 'phase.planned'));
      await expect(row).toContainText(say('sessions', 'level.name.none'));
      problems.push(...(await problemsOf(page, `sessions ${language}`)));
      expect(problems).toEqual([]);
    });
  });

test.describe('in Arabic, by keyboard alone', () => {
  test.use({ language: 'ar', theme: 'light' });
  const say = sayer('ar');

  test('a table writes cards; a caucus leaves its times and a count', async ({ page }) => {
    test.setTimeout(120_000);
    const problems: string[] = [];
    await makeSession(page, say, 'T1', 'breakout');
    await press(page, page.getByRole('button', { name: say('sessions', 'view.capture') }));
    // The time of the table runs in the page, started and held by a button.
    const timer = page.getByRole('timer', { name: say('sessions', 'capture.timer.title') });
    const first = await timer.textContent();
    await press(page, page.getByRole('button', { name: say('sessions', 'capture.timer.start') }));
    await expect(timer).not.toHaveText(first ?? '');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: say('sessions', 'capture.timer.reset') })).toBeVisible();
    await press(page, page.getByRole('button', { name: say('sessions', 'capture.new') }));
    const field = page.getByRole('textbox', { name: say('capture', 'field.title') });
    await expect(field).toBeFocused();
    await page.keyboard.type('No night bus');
    await page.keyboard.press('Enter');
    await page.keyboard.type('3');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    const cards = page.locator('.sessions-cards li');
    await expect(cards).toHaveCount(1);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
    // How grave each constituency finds it is asked of a card that is there.
    await press(page, cards.getByRole('button'));
    const severity = page.getByRole('button', {
      name: new RegExp(say('sessions', 'capture.field.severityOf', { who: say('ui', 'seat.W') })),
    });
    await press(page, severity);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(severity).not.toContainText(say('ui', 'missing.not-asked'));
    await isSaved(page, say);
    await expect(page.locator('.sessions-cards')).toContainText('No night bus');
    problems.push(...(await problemsInBothThemes(page, 'capture')));
    await makeSession(page, say, 'C1', 'caucus');
    await press(page, page.getByRole('button', { name: say('sessions', 'view.caucus'), exact: true }));
    const main = page.getByRole('main');
    for (const key of ['nothingHere', 'paperText', 'machineText', 'answerText'])
      await expect(main).toContainText(say('sessions', `caucus.${key}`));
    await press(page, page.getByRole('button', { name: say('sessions', 'caucus.begin') }));
    const more = page.getByRole('button', { name: say('sessions', 'caucus.oneMore') });
    await press(page, more);
    await press(page, more);
    await expect(main).toContainText(
      say('sessions', 'caucus.present_two', {
        who: say('ui', 'seat.W'),
        count: 2,
      }),
    );
    problems.push(...(await problemsInBothThemes(page, 'caucus')));
    await press(page, page.getByRole('button', { name: say('sessions', 'caucus.end'), exact: true }));
    await expect(main).toContainText(say('sessions', 'caucus.over'));
    await expect(main).toContainText(say('sessions', 'phase.closed'));
    expect(problems).toEqual([]);
  });
});

test.describe('by the pointer', () => {
  test.use({ language: 'en', theme: 'light' });
  const say = sayer('en');

  test('an item is drawn to its place, and a session that runs says when each is expected', async ({
    page,
  }) => {
    await makeSession(page, say, 'Third plenary', 'plenary');
    await press(
      page,
      page.getByRole('button', { name: new RegExp(say('sessions', 'template.name.plenary-day')) }),
    );
    await expect(rows(page)).toHaveCount(11);
    const draw = async (from: number, to: number, side: 'top' | 'bottom'): Promise<void> => {
      const handle = await rows(page).nth(from).locator('.sessions-drag').boundingBox();
      const target = await rows(page).nth(to).boundingBox();
      if (!handle || !target) throw new Error('the rows are not drawn');
      await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
      await page.mouse.down();
      const y = side === 'top' ? target.y + 3 : target.y + target.height - 3;
      await page.mouse.move(target.x + 20, y, { steps: 5 });
      await expect(page.locator('.sessions-agenda .is-before, .sessions-agenda .is-after')).toHaveCount(1);
      await page.mouse.up();
    };
    await draw(2, 0, 'top');
    await expect(rows(page).nth(0)).toContainText(title(say, 'reports'));
    await draw(0, 10, 'bottom');
    await expect(rows(page).nth(10)).toContainText(title(say, 'reports'));
    await expect(rows(page).nth(0)).toContainText(title(say, 'opening'));
    // Let go where it was taken, it stays.
    await rows(page).nth(1).locator('.sessions-drag').click();
    await expect(rows(page).nth(1)).toContainText(title(say, 'agenda'));

    await expect(rows(page).nth(1)).not.toContainText('expected');
    const [, dossier = '', session = ''] = /#\/d\/([^/]+)\/sessions\/([^/?]+)/.exec(page.url()) ?? [];
    const act = (one: unknown) => call(page, 'floor.act', { dossier, session, act: one });
    await act({ kind: 'open' });
    const state = await call<{ items: { id: string }[] }>(page, 'floor.state', { dossier, session });
    await act({ kind: 'item', item: state.items[0]?.id });
    await expect(rows(page).nth(0)).toContainText(say('sessions', 'agenda.underWay'));
    for (const at of [1, 10]) await expect(rows(page).nth(at)).toContainText(/expected \d/);
    await expect(page.locator('.sessions-agenda tfoot')).toContainText(say('sessions', 'agenda.onTime'));
    expect(await problemsOf(page, 'plan of a running session')).toEqual([]);
  });
});
