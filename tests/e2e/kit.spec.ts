/** The kit in a real Chromium: keyboard of the grid in both directions, fields, autosave, accessibility. */
import { expect, type Page, test } from '@playwright/test';
import { problemsOf } from './axe.ts';
import { serveKit } from './kit/serve.ts';

let kit: Awaited<ReturnType<typeof serveKit>> | undefined;
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  kit = await serveKit();
});
test.afterAll(async () => {
  await kit?.stop();
});

const open = async (page: Page, query: string): Promise<void> => {
  await page.goto(`${kit?.address}?${query}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

/** The focused place as `row` or `row/column`; -1 is the header. */
const place = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const row = focused?.closest<HTMLElement>('[data-index]');
    const cell = focused?.closest('[aria-colindex]');
    return row ? `${row.dataset.index}${cell ? `/${cell.getAttribute('aria-colindex')}` : ''}` : 'lost';
  });

const press = async (page: Page, key: string, expected: string): Promise<void> => {
  await page.keyboard.press(key);
  await expect.poll(() => place(page), { message: key }).toBe(expected);
};

for (const [lang, forward, backward] of [
  ['en', 'ArrowRight', 'ArrowLeft'],
  ['ar', 'ArrowLeft', 'ArrowRight'],
] as const) {
  test(`the grid of 10,000 rows is worked by keyboard alone (${lang})`, async ({ page }) => {
    await open(page, `lang=${lang}`);
    const grid = page.getByRole('grid', { name: 'Rows' });
    await expect(grid).toHaveAttribute('aria-rowcount', '10001');
    await expect(grid).toHaveAttribute('aria-colcount', '4');
    await page.keyboard.press('Tab');
    expect(await place(page)).toBe('0');
    await press(page, 'ArrowDown', '1');
    await press(page, forward, '1/1');
    await press(page, forward, '1/2');
    await press(page, backward, '1/1');
    await press(page, 'End', '1/4');
    await press(page, 'Home', '1/1');
    await press(page, backward, '1');
    await press(page, 'Control+End', '9999');
    await expect(page.getByTestId('state')).toHaveText('selected r9999, opened -');
    await press(page, 'Control+Home', '0');
    await page.keyboard.press('PageDown');
    await expect.poll(async () => Number(await place(page))).toBeGreaterThan(5);
    await press(page, 'PageUp', '0');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('state')).toHaveText('selected r0, opened r0');
    // The header is part of the same tab stop, and sorts.
    await press(page, 'ArrowUp', '-1/1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Ref' })).toHaveAttribute('aria-sort', 'descending');
    await press(page, forward, '-1/2');
    await press(page, 'ArrowDown', '0/2');
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  });

  test(`groups fold and unfold by keyboard, and the focus is never lost (${lang})`, async ({ page }) => {
    await open(page, `lang=${lang}&group`);
    const grid = page.getByRole('treegrid', { name: 'Rows' });
    await page.keyboard.press('Tab');
    await press(page, 'Space', '0');
    await expect(grid).toHaveAttribute('aria-rowcount', '7505');
    await press(page, forward, '0');
    await expect(grid).toHaveAttribute('aria-rowcount', '10005');
    await press(page, 'Control+End', '10003');
    await press(page, 'Control+Home', '0');
    await press(page, backward, '0');
    await expect(grid.getByRole('row', { expanded: false })).toHaveCount(1);
  });
}

test('rows that are not read yet are waited for, with the focus kept', async ({ page }) => {
  await open(page, 'windowed');
  await expect(page.getByText('Row number 3', { exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await press(page, 'Control+End', '9999');
  await expect(page.getByText('Row number 9999', { exact: true })).toBeVisible();
  expect(await place(page)).toBe('9999');
  await expect(page.getByTestId('state')).toHaveText('selected r9999, opened -');
  await press(page, 'ArrowUp', '9998');
  await expect(page.getByTestId('state')).toHaveText('selected r9998, opened -');
});

const values = async (page: Page): Promise<Record<string, unknown>> =>
  JSON.parse((await page.getByTestId('values').textContent()) ?? '{}');

test('a number is taken in either kind of digits, and what is none stays in the field', async ({ page }) => {
  await open(page, 'form&lang=ar&digits=arab');
  const amount = page.getByLabel('Amount');
  for (const typed of ['1234.5', '١٢٣٤٫٥']) {
    await amount.fill(typed);
    await page.keyboard.press('Tab');
    await expect(amount).toHaveValue('١٬٢٣٤٫٥');
    expect(await values(page)).toMatchObject({ number: 1234.5 });
  }
  await amount.fill('12x');
  await page.keyboard.press('Tab');
  await expect(amount).toHaveValue('12x');
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  expect(await values(page)).toMatchObject({ number: 1234.5 });
});

test('a code is found in any Arabic spelling, added and removed by keyboard', async ({ page }) => {
  await open(page, 'form&lang=ar');
  await page.getByRole('combobox', { name: /Codes/ }).focus();
  await page.keyboard.type('المسنُّون');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => values(page)).toMatchObject({ tags: ['elderly'] });
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: 'العمال المسنّون' }).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => values(page)).toMatchObject({ tags: [] });
});

test('the first text is the original, the next a draft translation', async ({ page }) => {
  await open(page, 'form&lang=en');
  await page.getByRole('tab', { name: 'العربية' }).click();
  const text = page.getByRole('textbox', { name: /Statement/ });
  await expect(text).toHaveAttribute('dir', 'rtl');
  await text.fill('نص');
  await page.getByRole('tab', { name: 'English' }).click();
  await page.getByRole('textbox', { name: /Statement/ }).fill('text');
  expect(await values(page)).toMatchObject({
    texts: { ar: { text: 'نص', status: 'original' }, en: { text: 'text', status: 'draft' } },
  });
});

test('a refused save keeps what was typed and is made good on retry', async ({ page }) => {
  await open(page, 'form');
  const field = page.getByLabel('Autosaved');
  await field.fill('kept');
  await expect.poll(() => values(page)).toMatchObject({ saving: 'failed', stored: '' });
  await expect(field).toHaveValue('kept');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => values(page)).toMatchObject({ saving: 'saved', stored: 'kept' });
  await expect(field).toHaveValue('kept');
});

for (const query of [
  'lang=ar&group',
  'lang=en&theme=dark',
  'lang=ar&form&theme=dark',
  'lang=fr&form',
  'lang=es&theme=contrast',
])
  test(`axe finds nothing (${query})`, async ({ page }) => {
    await open(page, query);
    expect(await problemsOf(page, 'kit')).toEqual([]);
  });
