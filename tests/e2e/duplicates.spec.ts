import type { Locator, Page } from '@playwright/test';
import { ask, dossierOf } from '../fixtures/ask.ts';
import { sayer } from '../fixtures/words.ts';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { pick, press, reach, write } from './keyboard.ts';

const WAGES = {
  title: { ar: 'تأخر صرف أجور عمال النظافة في البلديات', en: 'Wages of municipal cleaners are paid late' },
  statement: {
    ar: 'يتأخر صرف أجور عمال النظافة في البلديات ثلاثة أشهر في الغالب، ولا تُدفع عنها تعويضات.',
    en: 'Municipal cleaners wait three months for their wages and get no compensation for the delay.',
  },
  area: 'TA3',
  confidentiality: 'public',
};
const SAME = {
  title: {
    ar: 'عدم صرف أجور عمال النظافة بالبلديات في مواعيدها',
    en: 'Late payment of municipal cleaners’ wages',
  },
  statement: {
    ar: 'لا تصرف البلديات أجور عمال النظافة في مواعيدها، وقد يدوم التأخير شهورا.',
    en: 'Municipalities pay cleaners their wages months late, without compensation.',
  },
  area: 'TA1',
  confidentiality: 'secretariat',
};
interface Made {
  readonly id: string;
  readonly ref: string;
}
interface View {
  readonly record: { readonly id: string; readonly number: string; readonly joinedInto?: string };
}

async function make(page: Page, members: object): Promise<Made> {
  const { record } = await ask<View>(page, 'record.create', {
    dossier: dossierOf(page),
    type: 'deficit',
    members,
  });
  return { id: record.id, ref: `D-${record.number}` };
}

const joinedInto = async (page: Page, { id }: Made): Promise<string | undefined> =>
  (await ask<View>(page, 'record.get', { dossier: dossierOf(page), type: 'deficit', id })).record.joinedInto;

for (const language of ['ar', 'en'] as const)
  test.describe(`in ${language}, by keyboard alone`, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });
    const say = sayer(language);
    const t = (key: string, values?: object): string => say('duplicates', key, values);
    const button = (within: Page | Locator, key: string): Locator =>
      within.getByRole('button', { name: t(key) });

    test('two wordings are joined, objected to, taken apart, and said not to be the same', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const problems: string[] = [];
      const a = await make(page, WAGES);
      const b = await make(page, SAME);
      await ask(page, 'record.edit', {
        dossier: dossierOf(page),
        type: 'deficit',
        id: a.id,
        members: { position: { W: { value: 'does-not-agree' } } },
      });
      const both = [a.ref, b.ref];
      const item = page
        .getByRole('list', { name: t('list') })
        .getByRole('button')
        .filter({ hasText: a.ref })
        .filter({ hasText: b.ref });

      await goTo(page, 'deficits');
      const link = page.getByRole('link', { name: say('deficits', 'views.duplicates') });
      await press(page, link);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('title'));
      // The list is one stop of the Tab key; arrows move in it.
      await reach(page, page.getByRole('list', { name: t('list') }).locator('[aria-current=true]'));
      await reach(page, item, 'ArrowDown', 40);
      for (const ref of both)
        await expect(page.getByRole('region', { name: ref, exact: true })).toBeVisible();
      await expect(
        page.getByRole('region', { name: a.ref, exact: true }).locator('mark').first(),
      ).toBeVisible();
      problems.push(...(await problemsOf(page, 'pairs')));

      await page.keyboard.press('j');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(t('join.stays', { a: a.ref, b: b.ref }));
      const native = language === 'ar' ? 'العربية' : 'English';
      await pick(
        page,
        dialog.getByRole('radiogroup', { name: t('join.wording', { language: native }) }),
        b.ref,
      );
      await expect(dialog.getByRole('textbox').first()).toHaveValue(SAME.title[language]);
      problems.push(...(await problemsOf(page, 'joining')));
      await press(page, button(dialog, 'join.confirm'));
      await expect(dialog).toHaveCount(0);
      await expect(item).toHaveCount(0);
      const into = (await joinedInto(page, a)) as string;
      expect(await joinedInto(page, b)).toBe(into);

      await goTo(page, `deficits/${into}`);
      const line = page.getByRole('region', { name: t('lineage.title') });
      for (const ref of both) await expect(line).toContainText(ref);
      for (const { title } of [WAGES, SAME]) await expect(line).toContainText(title[language]);
      await press(page, button(line, 'lineage.object'));
      await pick(page, dialog.getByRole('radiogroup'), say('ui', 'seat.W'));
      const objection = language === 'ar' ? 'التأخير غير مقدار الأجر.' : 'A delay is not a rate.';
      await write(page, dialog.getByRole('textbox', { name: t('object.body') }), objection);
      await press(page, button(dialog, 'object.confirm'));
      await expect(line).toContainText(objection);
      problems.push(...(await problemsOf(page, 'lineage')));

      await press(page, button(line, 'lineage.separate'));
      const objections = t('separate.kind.objection');
      await expect(dialog).toContainText(objections);
      await write(page, dialog.getByRole('textbox'), 'Two things');
      await press(page, button(dialog, 'separate.confirm'));
      await expect(dialog).toHaveCount(0);
      await expect(page.locator('.toast').filter({ hasText: objections })).toHaveCount(1);
      for (const each of [a, b]) await expect.poll(() => joinedInto(page, each)).toBeUndefined();

      await goTo(page, 'deficits', '?view=duplicates');
      await reach(page, page.getByRole('list', { name: t('list') }).locator('[aria-current=true]'));
      await reach(page, item, 'ArrowDown', 40);
      await page.keyboard.press('x');
      await expect(item).toHaveCount(0);
      await press(page, button(page, 'recall'));
      await expect(item).toHaveCount(1);
      expect(problems).toEqual([]);
    });

    test('a deficit that says two things is split, and one step of undo takes the parts back', async ({
      page,
    }) => {
      const a = await make(page, WAGES);
      const count = async (): Promise<number> =>
        (await ask<View[]>(page, 'record.list', { dossier: dossierOf(page), type: 'deficit' })).length;
      const before = await count();
      await goTo(page, `deficits/${a.id}`);
      await press(page, page.getByRole('button', { name: say('deficits', 'editor.more') }));
      await reach(page, page.getByRole('menuitem', { name: t('act.split') }), 'ArrowDown', 5);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      for (const n of [1, 2])
        await write(
          page,
          dialog.getByRole('textbox', {
            name: t('split.partTitle', {
              n: new Intl.NumberFormat(language === 'ar' ? 'ar-MA' : 'en').format(n),
            }),
          }),
          `${n}`,
        );
      // What is pasted into a part is compared as anywhere, and comes into its record with the cleaned text.
      await reach(page, dialog.getByRole('textbox').nth(1), 'Shift+Tab');
      await page.keyboard.insertText('حـــق');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+x');
      await page.keyboard.press('Control+v');
      await press(page, dialog.getByRole('button', { name: say('pasting', 'open') }));
      const comparing = page.getByRole('dialog', { name: say('pasting', 'title') });
      await press(page, comparing.getByRole('button', { name: say('pasting', 'accept') }), 'Shift+Tab');
      await expect(dialog.getByRole('textbox').nth(1)).toHaveValue('حق');
      expect(await problemsOf(page, 'split')).toEqual([]);
      await press(page, button(dialog, 'split.confirm'));
      await expect(dialog).toHaveCount(0);
      await expect.poll(count).toBe(before + 2);
      await expect(page.getByRole('region', { name: t('lineage.title') })).toContainText(
        t('lineage.intoSplit'),
      );
      const all = await ask<{ record: object }[]>(page, 'record.list', {
        dossier: dossierOf(page),
        type: 'deficit',
      });
      expect(all.map(({ record }) => record)).toContainEqual(
        expect.objectContaining({
          statement: { [language]: { text: 'حق', status: 'original' } },
          pasted: { [language]: { text: 'حـــق', status: 'original' } },
        }),
      );
      await page.keyboard.press('Control+z');
      await expect.poll(count).toBe(before);
    });
  });
