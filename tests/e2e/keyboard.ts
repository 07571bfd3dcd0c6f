/** Working the page by keys alone: nothing here points, clicks or sets the focus by script. */
import { expect, type Locator, type Page } from '@playwright/test';

/** After so many keys the target is looked up again: another one may fit by then. */
const LOOK_AGAIN = 15;

/**
 * Goes on with a key until the focus is on the target; fails where it is never reached. The target is looked up once
 * and held: to find it by its role anew for each key takes longer than all the keys.
 */
export async function reach(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' | 'F6' | 'ArrowDown' = 'Tab',
  most = 90,
): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  let held = await target.elementHandles();
  for (let pressed = 1; pressed <= most; pressed += 1) {
    const [isThere, isHeld] = await page.evaluate(
      (elements) => [
        elements.some((element) => element === document.activeElement),
        elements.length > 0 && elements.every(({ isConnected }) => isConnected),
      ],
      held,
    );
    if (isThere) return;
    if (!isHeld || pressed % LOOK_AGAIN === 0) {
      held = await target.elementHandles();
      // What was drawn anew may have the focus already.
      if (!isHeld && (await isFocused(target))) return;
    }
    await page.keyboard.press(key);
  }
  await expect(target, `reached with ${key}`).toBeFocused();
}

/** Asked without waiting: an open list hides the rest of the page from the roles by which it is found. */
const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0;

export async function press(page: Page, button: Locator, way?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await reach(page, button, way);
  await page.keyboard.press('Enter');
}

export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** One of a group of radio buttons; Tab enters the group and the arrows move in it. */
export async function pick(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  const wanted = group.getByRole('radio', { name });
  const inside = group.locator(':focus');
  for (let pressed = 0; pressed < 40 && (await inside.count()) === 0; pressed += 1)
    await page.keyboard.press('Tab');
  await reach(page, wanted, 'ArrowDown', 12);
  if (!(await wanted.isChecked())) await page.keyboard.press('Space');
  await expect(wanted).toBeChecked();
}

/** One option of a list that a button opens. */
export async function select(page: Page, button: Locator, option: string | RegExp): Promise<void> {
  await press(page, button);
  const wanted = page.getByRole('option', { name: option }).first();
  await reach(page, wanted, 'ArrowDown', 15);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

/** One option of a long list, found by typing. */
export async function find(
  page: Page,
  field: Locator,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(typed);
  const options = page.getByRole('option');
  await expect(options.first()).toContainText(option);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
