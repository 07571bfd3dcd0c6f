/**
 * The main job, from a library without a dossier to files for the secretariat, worked by keyboard alone: every
 * step is a key press, and every control is one that Tab, F6, the arrows or a shortcut reach.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { sayer } from '../fixtures/words.ts';
import { expect, type Hiwar, test } from './fixtures.ts';
import { find, pick, press, reach, select, write } from './keyboard.ts';

type Language = 'ar' | 'en';

const NATIVE = { ar: 'العربية', en: 'English' } as const;
const DRAFT = { ar: 'مسودة – غير متفق عليها', en: 'DRAFT – not agreed' } as const;
const RESERVATION = 'The rate is reviewed only once productivity figures for the sector are published.';

/** What is written into the dossier, by the language of the person who keeps it. */
const CASES = {
  ar: {
    title: { ar: 'الحوار الوطني من أجل العمل اللائق', en: 'National dialogue for decent work' },
    country: { typed: 'الأرد', name: 'الأردن' },
    currency: 'JOD',
    convenor: 'وزارة العمل بالتشاور مع اللجنة الثلاثية',
    deficits: [
      ['تأخر صرف الأجور', 'تتأخر أجور عمال المقاولات الصغيرة أكثر من شهرين.'],
      ['عمال الزراعة بلا تغطية', 'لا تشمل الحماية الاجتماعية العمال الموسميين في الزراعة.'],
      ['ندرة فرص العمل للشباب', 'يبقى خريجو المعاهد سنتين في المتوسط قبل أول عمل.'],
      ['فجوة الأجور بين الجنسين', 'تتقاضى النساء أجراً أقل عن عمل متساوي القيمة.'],
      ['ورش بلا خطة انتقال', 'تغلق ورش الصباغة من دون تدريب بديل للعاملين فيها.'],
      ['لجان لا تجتمع', 'لم تجتمع لجنة الأجور منذ ثلاث سنوات.'],
    ],
    strategy: 'أجور تصرف في موعدها',
    objective: 'أن تصرف الأجور في مواعيدها في قطاع المقاولات بنهاية السنة الثانية.',
    action: 'منصة للتبليغ عن تأخر الأجور',
  },
  en: {
    title: { en: 'National dialogue for decent work', ar: 'الحوار الوطني من أجل العمل اللائق' },
    country: { typed: 'Tunis', name: 'Tunisia' },
    currency: 'TND',
    convenor: 'Ministry of Labour, with the tripartite committee',
    deficits: [
      ['Wages paid late', 'Wages in small building firms are more than two months late.'],
      ['Farm workers without cover', 'Social protection does not reach seasonal farm workers.'],
      ['Few first jobs', 'Graduates of institutes wait two years on average for a first job.'],
      ['Pay gap between women and men', 'Women are paid less for work of equal value.'],
      ['Workshops without a transition plan', 'Dye works close without training for those who work there.'],
      ['Committees that do not meet', 'The wage committee has not met for three years.'],
    ],
    strategy: 'Wages paid on time',
    objective: 'Wages in building are paid on time by the end of the second year.',
    action: 'A platform for reporting late wages',
  },
} as const;

type Say = ReturnType<typeof sayer>;

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const rows = (page: Page): Locator => page.locator('.grid-body [role=row]');
const isSaved = (page: Page, say: Say): Promise<void> =>
  expect(page.getByRole('banner').getByText(say('shell', 'saved.saved'))).toBeVisible();

/** A section by its number on the rail. */
async function goTo(page: Page, say: Say, number: number, section: string): Promise<void> {
  await page.keyboard.press(`Alt+Digit${number}`);
  await expect(heading(page)).toHaveText(say(section, 'title'));
}

async function createDossier(page: Page, say: Say, language: Language): Promise<void> {
  const { title, country } = CASES[language];
  const other = language === 'ar' ? 'en' : 'ar';
  await press(page, page.getByRole('button', { name: say('library', 'new.action') }).first());
  const dialog = page.getByRole('dialog');
  const titleIn = (lang: Language) =>
    dialog.getByRole('textbox', { name: say('library', 'new.titleIn', { language: NATIVE[lang] }) });
  await expect(titleIn(language)).toBeFocused();
  await page.keyboard.type(title[language]);
  await reach(page, dialog.getByRole('checkbox', { name: NATIVE[other] }), 'Shift+Tab');
  await page.keyboard.press('Space');
  await write(page, titleIn(other), title[other]);
  const field = dialog.getByRole('combobox', { name: say('common', 'country') });
  await find(page, field, country.typed, country.name);
  await expect(field).toHaveValue(country.name);
  await press(page, dialog.getByRole('button', { name: say('library', 'new.create') }));
  await expect(heading(page)).toHaveText(title[language]);
}

async function fillMandate(page: Page, say: Say, language: Language): Promise<void> {
  await goTo(page, say, 2, 'mandate');
  const convenor = page.getByRole('textbox', { name: say('mandate', 'field.convenor') });
  await write(page, convenor, CASES[language].convenor);
  await pick(
    page,
    page.getByRole('radiogroup', { name: say('mandate', 'field.decisionRule') }),
    new RegExp(`^${say('mandate', 'decision.name.each-constituency')}`),
  );
  await isSaved(page, say);
}

async function recordDeficits(page: Page, say: Say, language: Language): Promise<void> {
  await goTo(page, say, 5, 'deficits');
  const make = page.getByRole('button', { name: say('deficits', 'new') }).first();
  const inLanguage = (field: string) =>
    page.getByRole('textbox', {
      name: say('ui', 'multi.textIn', { name: say('deficits', field), language: NATIVE[language] }),
    });
  const area = page.getByRole('button', { name: new RegExp(say('deficits', 'field.area')) });
  for (const [index, [title, statement]] of CASES[language].deficits.entries()) {
    await press(page, make, index === 0 ? 'Tab' : 'Shift+Tab');
    await expect(inLanguage('field.title')).toBeFocused();
    await page.keyboard.type(title);
    await write(page, inLanguage('field.statement'), statement);
    const name = areaName(index, language);
    await select(page, area, name);
    await expect(area).toContainText(name);
    if (index === 0) {
      // The last step comes off and on again, while the text typed before it stays.
      await isSaved(page, say);
      await page.keyboard.press('Control+z');
      await expect(area).not.toContainText(name);
      await expect(inLanguage('field.statement')).toHaveValue(statement);
      await page.keyboard.press('Control+Shift+z');
      await expect(area).toContainText(name);
    }
    await isSaved(page, say);
    await page.keyboard.press('Escape');
    await expect(rows(page).filter({ hasText: title })).toBeFocused();
  }
  await expect(rows(page)).toHaveCount(6);
}

/** The six thematic areas in their order, as the codelist names them. */
function areaName(index: number, language: Language): string {
  const path = join(import.meta.dirname, '../../shared/reference/thematic-areas.json');
  const { items } = JSON.parse(readFileSync(path, 'utf8')) as {
    items: { id: string; labels: Record<Language, string> }[];
  };
  return items.find(({ id }) => id === `TA${index + 1}`)?.labels[language] ?? '';
}

async function takePositions(page: Page, say: Say, language: Language): Promise<void> {
  await page.keyboard.press('Control+Home');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  const side = page.getByRole('complementary', { name: say('deficits', 'editor.side') });
  const head = page.locator('.deficits-editor-head');
  await expect(head).toContainText(say('ui', 'outcome.not-put'));
  await reach(page, side.getByRole('tab', { name: say('deficits', 'detail.positions') }), 'F6', 8);
  for (const [seat, stance] of [
    ['G', 'agree'],
    ['E', 'agree-with-reservation'],
    ['W', 'agree'],
  ] as const) {
    const who = say('ui', `seat.${seat}`);
    await press(page, side.getByRole('button', { name: say('positions', 'recordOf', { who }) }));
    const dialog = page.getByRole('dialog', { name: say('positions', 'dialogTitle', { who }) });
    await pick(
      page,
      dialog.getByRole('radiogroup', { name: say('positions', 'value') }),
      new RegExp(`^${say('ui', `stance.${stance}`)}$`),
    );
    if (stance === 'agree-with-reservation') {
      const label = say('positions', 'reservation');
      if (language === 'ar') {
        await reach(page, dialog.getByRole('tab', { name: NATIVE.ar }));
        // To the left is onwards from right to left.
        await page.keyboard.press('ArrowLeft');
        await expect(dialog.getByRole('tab', { name: NATIVE.en })).toBeFocused();
      }
      await write(
        page,
        dialog.getByRole('textbox', {
          name: say('ui', 'multi.textIn', { name: label, language: NATIVE.en }),
        }),
        RESERVATION,
      );
    }
    await press(page, dialog.getByRole('button', { name: say('positions', 'recordIt') }));
    await expect(dialog).toHaveCount(0);
    await expect(
      side.getByRole('button', { name: say('positions', 'changeOf', { who }) }),
      'the focus comes back to where the dialog was opened',
    ).toBeFocused();
  }
  await expect(side).toContainText(RESERVATION);
  await expect(head).toContainText(say('ui', 'outcome.agreed-with-reservation'));
  await isSaved(page, say);
}

async function draftStrategy(page: Page, say: Say, language: Language): Promise<void> {
  const { strategy, objective, action, currency, deficits } = CASES[language];
  await goTo(page, say, 6, 'strategies');
  await press(page, page.getByRole('button', { name: say('strategies', 'new') }).first());
  const inLanguage = (name: string) =>
    page.getByRole('textbox', { name: say('ui', 'multi.textIn', { name, language: NATIVE[language] }) });
  await expect(inLanguage(say('strategies', 'field.title'))).toBeFocused();
  await page.keyboard.type(strategy);
  await write(page, inLanguage(say('strategies', 'field.objective')), objective);
  const answered = page.getByRole('combobox', { name: say('strategies', 'answers.add') });
  await find(page, answered, deficits[0][0], new RegExp(deficits[0][0]));
  await expect(page.locator('.strategies-answered li')).toContainText('D-001');
  await write(page, page.getByRole('textbox', { name: say('strategies', 'action.new') }), action);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: action });
  for (const [group, year] of [
    ['start', '2026'],
    ['end', '2027'],
  ] as const) {
    const when = dialog.getByRole('group', { name: say('strategies', `action.${group}`) });
    await select(
      page,
      when.getByRole('button', { name: say('strategies', 'when.month') }),
      monthIn(language),
    );
    await write(page, when.getByRole('textbox', { name: say('strategies', 'when.year') }), year);
  }
  await find(
    page,
    dialog.getByRole('combobox', { name: say('strategies', 'costs.currency') }),
    currency,
    new RegExp(currency),
  );
  for (const [what, year, amount] of [
    ['cost', '2026', '900'],
    ['ownFunds', '2026', '300'],
    ['cost', '2027', '500'],
    ['ownFunds', '2027', '380'],
  ] as const) {
    const of = { what: say('strategies', `money.${what}`), year };
    await write(page, dialog.getByRole('textbox', { name: say('strategies', 'costs.of', of) }), amount);
  }
  await page.keyboard.press('Tab');
  // The gap is computed: 900 - 300, and 500 - 380.
  await expect(dialog.getByRole('row', { name: /^2026/ }).locator('.strategies-gap')).toContainText('600');
  await expect(dialog.getByRole('row', { name: /^2027/ }).locator('.strategies-gap')).toContainText('120');
  await press(page, dialog.getByRole('button', { name: say('common', 'done') }));
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.strategies-actions')).toContainText('720');
  await isSaved(page, say);
}

/** March, as the page writes it. */
const monthIn = (language: Language): string => ({ ar: 'مارس', en: 'March' })[language];

async function exportFiles(page: Page, say: Say, hiwar: Hiwar): Promise<Map<string, string>> {
  await goTo(page, say, 7, 'export');
  const restricted = page.getByRole('radio', { name: say('export', 'edition.restricted.name') });
  await expect(restricted).toBeChecked();
  for (const chosen of [
    NATIVE.ar,
    NATIVE.en,
    say('export', 'format.package.name'),
    say('export', 'format.pdf.holds'),
  ])
    await expect(page.getByRole('checkbox', { name: chosen })).toBeChecked();
  await press(
    page,
    page.getByRole('main').getByRole('button', { name: say('export', 'start'), exact: true }),
  );
  await expect(page.locator('.export-files h3')).toBeFocused({ timeout: 90_000 });
  const files = new Map<string, string>();
  for (const save of await page.locator('.export-files').getByRole('button').all()) {
    await reach(page, save);
    const saving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const download = await saving;
    const path = join(hiwar.folder, download.suggestedFilename());
    await download.saveAs(path);
    const name = download.suggestedFilename();
    files.set(name.endsWith('.zip') ? 'package' : (/-(ar|en)\.pdf$/.exec(name)?.[1] ?? name), path);
  }
  return files;
}

/** The pages of a report as text, without marks of direction and with its lines joined. */
const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' '));

for (const language of ['ar', 'en'] as const)
  test.describe(`in ${language}, from an empty library, by keyboard alone`, () => {
    test.use({ language, start: 'empty' });

    test('a dialogue is recorded, decided on, answered and handed in', async ({ page, hiwar }) => {
      test.setTimeout(180_000);
      const say = sayer(language);
      await createDossier(page, say, language);
      await fillMandate(page, say, language);
      await recordDeficits(page, say, language);
      await takePositions(page, say, language);
      await draftStrategy(page, say, language);
      const files = await exportFiles(page, say, hiwar);
      expect([...files.keys()].sort()).toEqual(['ar', 'en', 'package']);

      expect(JSON.parse(await hiwar.cli('verify', files.get('package') as string, '--json'))).toMatchObject({
        ok: true,
        edition: 'restricted',
        records: { deficit: 6, strategy: 1, action: 1 },
      });
      for (const report of ['ar', 'en'] as const) {
        const pages = pagesOf(files.get(report) as string);
        expect(pages.join(' '), `the reservation in the ${report} report`).toContain(RESERVATION);
        // Five deficits and the strategy have not been put to anyone: nothing of this is agreed yet as a whole.
        for (const [index, text] of pages.entries())
          expect(text, `page ${index + 1} of the ${report} report`).toContain(DRAFT[report]);
      }
    });
  });
