/** A table of others brought in, by keys alone: chosen, mapped, checked, imported, taken back. */
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import ar from '../../shared/locales/ar/importing.json' with { type: 'json' };
import errors from '../../shared/locales/en/errors.json' with { type: 'json' };
import en from '../../shared/locales/en/importing.json' with { type: 'json' };
import { ask, dossierOf } from '../fixtures/ask.ts';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { find, press, reach, select } from './keyboard.ts';

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Opens the screen, presses the button and gives the file as the system's dialog would. */
async function choose(page: Page, words: typeof en, name: string, buffer: Buffer): Promise<void> {
  await goTo(page, 'deficits', '?view=import');
  const chooser = page.waitForEvent('filechooser');
  await press(page, button(page, words.choose.button));
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

const card = (page: Page, name: string): Locator => page.getByRole('region', { name });
/** How many rows the register says it has; read anew after an import. */
const register = async (page: Page): Promise<Locator> => {
  await goTo(page, 'deficits');
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', /\d+/);
  return grid;
};
const registered = async (page: Page): Promise<number> =>
  Number(await (await register(page)).getAttribute('aria-rowcount'));
const expectRegistered = async (page: Page, count: number): Promise<void> =>
  expect(await register(page)).toHaveAttribute('aria-rowcount', String(count));

/** Arabic letters in Windows-1256 are where this says; the rest is ASCII. */
function windows1256(text: string): Buffer {
  const table = new Map<string, number>();
  for (let byte = 128; byte < 256; byte += 1)
    table.set(new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte);
  return Buffer.from([...text].map((char) => table.get(char) ?? char.charCodeAt(0)));
}

test.describe('in Arabic', () => {
  test.use({ language: 'ar' });

  test('a table in Windows-1256 is mapped, told row by row, imported in part and taken back in one step', async ({
    page,
  }) => {
    const before = await registered(page);
    const dossier = dossierOf(page);
    const members = { widerGrounds: 'not-asked' };
    await ask(page, 'record.edit', { dossier, type: 'dossier', id: dossier, members });
    const csv = [
      'العنوان;المجال;الشدة – العمال;أثر ذلك;أسباب التمييز',
      'غياب الحضانات قرب المصانع الكبرى;TA1;3;تترك العاملات العمل;الجنس',
      'تأخر صرف أجور المقاولات;مجال لا وجود له;9;تراكم الديون;',
      'ضعف تفتيش المقالع;6;2;حوادث;',
      'إقصاء من لهم إعاقة من التشغيل;1;2;بطالة;الإعاقة',
    ].join('\r\n');
    await choose(page, ar, 'جدول.csv', windows1256(csv));

    await expect(card(page, ar.columns.title)).toBeVisible();
    await expect(page.locator('.importing-file')).toBeFocused();
    await expect(page.locator('.importing-file')).toHaveText('جدول.csv');
    await expect(page.getByRole('button', { name: 'Windows-1256' })).toBeVisible();
    await expect(card(page, ar.columns.title).getByRole('row').nth(1)).toContainText('غياب الحضانات');
    const target = page.getByRole('button', { name: ar.columns.targetOf.replace('{{name}}', 'أثر ذلك') });
    await expect(target).toContainText(ar.columns.none);
    await select(page, target, 'الوصف');
    expect(await problemsOf(page, 'mapping')).toEqual([]);

    await press(page, button(page, ar.check.button));
    const problems = card(page, ar.problems.title);
    await expect(problems.getByRole('row')).toHaveCount(4);
    const unasked = problems.getByRole('row').filter({ hasText: ar.problem['ground-not-asked'] });
    await expect(unasked).toContainText('أسباب التمييز');
    await expect(unasked).toContainText('5');
    await expect(unasked).toContainText(ar.problems.decision);
    // Taken without it where a person says so, and left out otherwise.
    const accept = page.getByRole('checkbox', { name: ar.accept_one });
    await reach(page, accept);
    await page.keyboard.press('Space');
    await expect(button(page, ar.start_few.replace('{{count}}', '3'))).toBeEnabled();
    await page.keyboard.press('Space');
    await expect(problems.getByRole('row').nth(1)).toContainText('مجال لا وجود له');
    await expect(problems.getByRole('rowheader').nth(1)).toHaveText('الشدة – العمال');
    expect(await problemsOf(page, 'problems')).toEqual([]);
    await press(page, button(page, ar.start_two));
    await expect(page.getByRole('heading', { name: ar.done_two })).toBeFocused();
    await press(page, button(page, ar.doneUndo));
    await expect(page.getByText(ar.undone)).toBeVisible();
    await expectRegistered(page, before);
  });
});

test.describe('in English', () => {
  test('formulas, merged cells and what is there already in a workbook are told, and a person decides', async ({
    page,
  }) => {
    const before = await registered(page);
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Deficits',
          rows: [
            ['Deficits of the table'],
            // The rows are counted from 1: they are not our D-001 and D-002.
            ['Title', 'Area', 'ILO instruments', 'Severity – Workers', 'No'],
            ['Quarry inspections are rare', 'TA6', 'C81; C.176', null, 1],
            ['quarry  INSPECTIONS are rare!', 'TA6', 'C081', 2, 2],
            ['Ports have no night clinic', 'TA9', null, null, 3],
            [null, 'TA1', null, null, 4],
          ],
          cells: new Map([
            ['2,3', { value: 3, type: 'formula', formula: '1+2', formulaResult: 3 }],
            ['4,3', { value: null, type: 'formula', formula: 'Other!A1' }],
          ]),
          merges: [{ startRow: 4, endRow: 5, startCol: 0, endCol: 0 }],
        },
      ],
    });
    await choose(page, en, 'table.xlsx', Buffer.from(bytes));
    await expect(page.getByRole('textbox', { name: en.source.headerRow })).toHaveValue('2');
    await press(page, button(page, en.check.button));
    const problems = card(page, en.problems.title);
    for (const [row, column, what] of [
      ['3', 'Severity – Workers', en.problem['formula-value']],
      ['5', 'Area', en.problem['code-unknown']],
      ['5', 'Severity – Workers', en.problem['formula-empty']],
      ['6', 'Title', en.problem.merged],
      ['6', 'Title', en.problem.required],
    ] as const)
      await expect(
        problems.getByRole('row').filter({ hasText: what }).filter({ hasText: column }).first(),
      ).toContainText(row);
    const repeated = card(page, en.repeated.title);
    await expect(repeated.getByRole('row')).toHaveCount(2);
    await expect(repeated.getByRole('row').nth(1)).toContainText(en.repeated.ofRow.replace('{{row}}', '3'));
    const otherwise = repeated.getByRole('checkbox');
    await reach(page, otherwise);
    await page.keyboard.press('Space');
    expect(await problemsOf(page, 'duplicates')).toEqual([]);
    await press(page, button(page, en.start_other.replace('{{count}}', '2')));
    await expect(page.getByRole('heading', { name: en.done_other.replace('{{count}}', '2') })).toBeFocused();
    await expectRegistered(page, before + 2);
  });

  test('ten thousand rows: the page answers meanwhile, and cancelling leaves nothing', async ({ page }) => {
    const before = await registered(page);
    const rows = Array.from({ length: 10_000 }, (_, n) => `Deficit ${n} of a long table,TA${1 + (n % 6)}`);
    await choose(page, en, 'long.csv', Buffer.from(['title,area', ...rows].join('\n')));
    await press(page, button(page, en.check.button));
    await press(page, button(page, 'Import 10,000 rows'));
    const cancel = button(page, 'Cancel');
    await expect(page.getByRole('progressbar')).toBeVisible();
    await expect(cancel).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: en.cancelled })).toBeFocused();
    await expectRegistered(page, before);
  });

  test('statistics of ILOSTAT become evidence of a deficit that is found by typing', async ({ page }) => {
    const csv = [
      'ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,note_source',
      'QRW,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_F,AGE_YTHADULT_YGE15,2023,11.40,B,R1:2050',
      'FRA,BA:475,UNE_DEAP_SEX_AGE_RT,SEX_F,AGE_YTHADULT_YGE15,2023,7.3,,',
    ].join('\n');
    await choose(page, en, 'ilostat.csv', Buffer.from(csv));
    await expect(page.getByText(en.missing.deficit)).toBeVisible();
    const field = page.getByRole('combobox', { name: en.source.deficit });
    await find(page, field, 'child lab', 'Child labour');
    await expect(field).toHaveValue(/^D-\d{3} · /);
    await press(page, button(page, en.check.button));
    await expect(page.getByText(en.result.beside)).toBeVisible();
    await press(page, button(page, en.start_one.replace('{{count}}', '1')));
    await expect(page.getByRole('heading', { name: en.done_one.replace('{{count}}', '1') })).toBeFocused();
  });

  test('a file that is no table, and one that is too large, are refused in words', async ({
    page,
    hiwar,
  }) => {
    await choose(page, en, 'notes.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]));
    await expect(page.locator('.error-state')).toContainText(errors.import['not-a-table'].what);
    const chooser = page.waitForEvent('filechooser');
    await press(page, button(page, en.choose.button));
    // A gigabyte that takes no room on the disk.
    const huge = join(hiwar.folder, 'huge.csv');
    await writeFile(huge, '');
    await truncate(huge, 1024 ** 3);
    await (await chooser).setFiles(huge);
    await expect(page.locator('.error-state')).toContainText(errors.import['too-large'].what);
  });
});
