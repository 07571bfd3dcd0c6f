/** When the machine may go: paper is offered on a low battery, a copy at a break, and paper comes back in. */
import { sayer } from '../fixtures/words.ts';
import { problemsInBothThemes } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { press, reach, select, write } from './keyboard.ts';

test.describe('in Arabic, by keyboard alone', () => {
  test.use({ language: 'ar' });
  const of = sayer('ar');

  test('a low battery offers paper, a break a copy, and what was on paper is typed in', async ({ page }) => {
    test.setTimeout(120_000);
    await page.evaluate(() => {
      const battery = Object.assign(new EventTarget(), { charging: false, level: 0.15 });
      Object.assign(navigator, { getBattery: async () => battery, battery });
    });
    await page.keyboard.press('Alt+Digit4');
    await press(page, page.getByRole('button', { name: of('sessions', 'new.action') }));
    await page.keyboard.type('P1');
    await page.keyboard.press('Enter');
    const room = page.getByRole('button', { name: of('sessions', 'view.room'), exact: true });
    await press(page, room);
    const main = page.getByRole('main');
    const print = page.getByRole('button', { name: of('sessions', 'help.printSet') });
    await expect(main).toContainText('15');
    await expect(print).toBeVisible();
    const printing = page.waitForEvent('download', { timeout: 60_000 });
    await press(page, print);
    expect((await printing).suggestedFilename()).toMatch(/\.pdf$/);
    await expect(print).toHaveCount(0);
    await press(page, page.getByRole('button', { name: of('room', 'head.open') }));

    const suspend = page.getByRole('button', { name: of('room', 'head.suspend') });
    const copy = page.getByRole('button', { name: of('sessions', 'help.copy'), exact: true });
    await expect(copy).toHaveCount(0);
    await press(page, suspend);
    await reach(page, page.getByRole('menuitem', { name: of('room', 'why.meal') }), 'ArrowDown', 5);
    await page.keyboard.press('Enter');
    await expect(copy).toBeVisible();
    const saving = page.waitForEvent('download');
    await press(page, copy);
    expect((await saving).suggestedFilename()).toMatch(/\.hiwar$/);
    await expect(main).toContainText(of('sessions', 'help.copySaved'));
    await press(page, page.getByRole('button', { name: of('room', 'head.resume') }));
    await expect(main).not.toContainText(of('sessions', 'help.copySaved'));

    await press(page, page.getByRole('button', { name: of('room', 'head.close') }));
    const closing = page.getByRole('alertdialog');
    await press(page, closing.getByRole('button').filter({ hasText: of('minutes', 'close.action') }));
    await expect(closing).toHaveCount(0);
    await expect(page).toHaveURL(/view=minutes/);
    await page.evaluate(() => {
      location.hash = location.hash.replace('view=minutes', 'view=room');
    });

    await press(page, page.getByRole('button', { name: of('room', 'head.keyIn') }));
    const dialog = page.getByRole('dialog', { name: of('sessions', 'keyIn.title') });
    const enter = dialog.getByRole('button', { name: of('sessions', 'keyIn.enter') });
    await expect(enter).toBeDisabled();
    const turns = dialog.getByRole('region', { name: of('sessions', 'keyIn.turns') });
    await select(
      page,
      turns.getByRole('button', { name: new RegExp(of('sessions', 'keyIn.who')) }),
      of('ui', 'seat.W'),
    );
    const length = turns.getByRole('textbox', { name: of('sessions', 'keyIn.length') });
    await write(page, length, '4:60');
    await page.keyboard.press('Enter');
    await expect(turns).toContainText(of('sessions', 'keyIn.noLength'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('٤:٣٠');
    await page.keyboard.press('Enter');
    await expect(turns.getByRole('listitem')).toHaveCount(1);
    await expect(turns.getByRole('listitem')).toContainText(of('ui', 'seat.W'));
    await write(
      page,
      dialog.getByRole('textbox', {
        name: of('sessions', 'keyIn.countOf', {
          who: of('ui', 'seat.G'),
          what: of('sessions', 'standing.titular'),
        }),
      }),
      '3',
    );
    await write(
      page,
      dialog.getByRole('textbox', { name: of('sessions', 'keyIn.text') }),
      'Written by hand.',
    );
    const points = dialog.getByRole('region', { name: of('sessions', 'keyIn.points') });
    await press(page, points.getByRole('button', { name: of('common', 'add') }));
    const problems = await problemsInBothThemes(page, 'key in');
    await press(page, enter);
    await expect(dialog).toHaveCount(0);
    await expect(main).toContainText('Written by hand.');
    expect(problems).toEqual([]);
  });
});
