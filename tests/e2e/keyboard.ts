/** Working the page by keys alone: nothing here points, clicks or sets the focus by script. */
import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test';

/** After so many keys the target is looked up again: another one may fit by then. */
const LOOK_AGAIN = 15;

type WayKey = 'Tab' | 'Shift+Tab' | 'F6' | 'ArrowDown';
/** `gone`: what was looked for is drawn anew, and has to be looked up again. */
type Way = 'there' | 'gone';

/**
 * Watches in the page until the focus is on one of the elements, and from then on lets no more of the keys through:
 * they are pressed without asking after each where the focus is, and the one that comes too late must not lead on.
 */
const watchWay = (page: Page, elements: ElementHandle<Node>[]): Promise<Way> =>
  page.evaluate((wanted) => {
    const now = (): Way | undefined =>
      wanted.some((element) => element === document.activeElement)
        ? 'there'
        : wanted.every(({ isConnected }) => isConnected)
          ? undefined
          : 'gone';
    return new Promise<Way>((resolve) => {
      const check = (event?: Event): void => {
        const way = now();
        if (!way) return;
        if (event?.type === 'keydown') {
          event.preventDefault();
          event.stopImmediatePropagation();
        }
        resolve(way);
      };
      const end = (): void => {
        removeEventListener('focusin', check, true);
        removeEventListener('keydown', check, true);
        removeEventListener('hiwar-way-end', end);
        resolve('gone');
      };
      addEventListener('focusin', check, true);
      addEventListener('keydown', check, true);
      addEventListener('hiwar-way-end', end);
      check();
    });
  }, elements);

/** The keys count again. Answers whether the focus is where it was wanted. */
const endWay = (page: Page, elements: ElementHandle<Node>[]): Promise<boolean> =>
  page.evaluate((wanted) => {
    dispatchEvent(new Event('hiwar-way-end'));
    return wanted.some((element) => element === document.activeElement);
  }, elements);

/**
 * Goes on with a key until the focus is on the target; fails where it is never reached. The target is looked up once
 * and held: to find it by its role anew for each key takes longer than all the keys.
 */
export async function reach(page: Page, target: Locator, key: WayKey = 'Tab', most = 90): Promise<void> {
  await target.first().waitFor({ state: 'attached' });
  for (let pressed = 0; pressed < most; ) {
    const held = await target.elementHandles();
    let way: Way | undefined;
    const watched = watchWay(page, held).then(
      (seen) => {
        way = seen;
      },
      // The page went elsewhere meanwhile.
      () => {
        way = 'gone';
      },
    );
    // Answered after the watch was begun: no key is ahead of it.
    await page.evaluate(() => undefined);
    const until = Math.min(most, pressed + LOOK_AGAIN);
    for (; way === undefined && pressed < until; pressed += 1) await page.keyboard.press(key);
    const isThere = await endWay(page, held);
    await watched;
    // What was drawn anew may have the focus already.
    if (isThere || (way === 'gone' && (await isFocused(target)))) return;
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
  await reach(page, group.getByRole('radio'), 'Tab', 40);
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
