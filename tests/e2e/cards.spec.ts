/** Cards of the room and pasted text, by keyboard alone, in Arabic and in English. */
import type { Locator, Page } from '@playwright/test';
import { ask, dossierOf } from '../fixtures/ask.ts';
import { sayer } from '../fixtures/words.ts';
import { problemsOf } from './axe.ts';
import { expect, goTo, test } from './fixtures.ts';
import { find, press, reach, select, write } from './keyboard.ts';

const CARD = {
  ar: {
    title: 'لا حافلات ليلية إلى المنطقة الصناعية',
    group: 'نساء',
    label: 'النساء',
    lines: ['تنتهي النوبة عند العاشرة.', 'ويمشي العمال ساعة.'],
  },
  en: {
    title: 'No night bus to the industrial zone',
    group: 'wom',
    label: 'Women',
    lines: ['The shift ends at ten.', 'People walk for an hour.'],
  },
} as const;

for (const language of ['ar', 'en'] as const)
  test.describe(`in ${language}, by keyboard alone`, () => {
    test.use({ language, theme: language === 'ar' ? 'dark' : 'light' });
    const say = sayer(language);
    const words = CARD[language];
    const box = (page: Page, field: string): Locator =>
      page.getByRole('textbox', { name: say('capture', `field.${field}`) });
    const combo = (page: Page, field: string): Locator =>
      page.getByRole('combobox', { name: new RegExp(say('capture', `field.${field}`).replace('?', '\\?')) });

    test('a card of five fields becomes a deficit by Enter alone, and none is half saved', async ({
      page,
    }) => {
      // A session runs, and the room is shown something: cards are written all the while.
      const dossier = dossierOf(page);
      const session = crypto.randomUUID();
      await ask(page, 'record.create', {
        dossier,
        type: 'session',
        id: session,
        members: { title: { [language]: 'S-1' }, kind: 'plenary' },
      });
      await ask(page, 'floor.act', { dossier, session, act: { kind: 'open' } });
      await ask(page, 'projector.show', { dossier, session, request: { kind: 'agenda' } });
      await page.reload();
      await goTo(page, 'deficits', '?view=cards');
      await expect(box(page, 'title')).toBeFocused();
      await press(
        page,
        page.getByRole('button', { name: new RegExp(say('capture', 'session')) }),
        'Shift+Tab',
      );
      await reach(page, page.getByRole('option', { name: 'S-1' }), 'ArrowDown', 5);
      await page.keyboard.press('Enter');
      await reach(page, box(page, 'title'));
      const problems: string[] = [];
      const before = (
        await ask<unknown[]>(page, 'record.list', { dossier: dossierOf(page), type: 'deficit' })
      ).length;

      await page.keyboard.type(words.title);
      await page.keyboard.press('Enter');
      await expect(combo(page, 'area')).toBeFocused();
      await page.keyboard.type(language === 'ar' ? '٣' : '3');
      await page.keyboard.press('Enter');
      await expect(combo(page, 'groups')).toBeFocused();
      await page.keyboard.type(words.group);
      await page.keyboard.press('Enter');
      // An open list hides the rest from the roles.
      await expect(page.locator('.capture-card .tag')).toHaveText(words.label);
      await page.keyboard.press('Enter');
      await expect(box(page, 'statement')).toBeFocused();
      await page.keyboard.type(words.lines[0]);
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(words.lines[1]);

      // Half written it is a draft of the page: it outlives the screen and a reload, and no record is made of it.
      await goTo(page, 'overview');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.reload();
      await goTo(page, 'deficits', '?view=cards');
      await expect(box(page, 'title')).toHaveValue(words.title);
      await expect(box(page, 'statement')).toHaveValue(words.lines.join('\n\n'));
      const meanwhile = await ask<unknown[]>(page, 'record.list', {
        dossier: dossierOf(page),
        type: 'deficit',
      });
      expect(meanwhile).toHaveLength(before);

      await reach(page, box(page, 'statement'));
      await page.keyboard.press('Enter');
      const seats = page.getByRole('radiogroup', { name: say('capture', 'field.raisedBy') });
      await expect(seats.getByRole('radio').first()).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(seats).toContainText(say('capture', 'groupFirst'));
      await page.keyboard.press('3');
      await expect(seats.getByRole('radio').nth(2)).toBeChecked();
      await page.keyboard.press('Enter');

      const made = page.locator('.capture-made li');
      await expect(made).toHaveCount(1);
      await expect(made).toContainText(words.title);
      await expect(box(page, 'title')).toBeFocused();
      await expect(box(page, 'title')).toHaveValue('');
      // The group stays for the next card of the same table.
      await expect(seats.getByRole('radio').nth(2)).toBeChecked();
      const id = (await made.getByRole('link').getAttribute('href'))?.split('/').at(-1);
      const { record } = await ask<{ record: object }>(page, 'record.get', {
        dossier: dossierOf(page),
        type: 'deficit',
        id,
      });
      expect(record).toMatchObject({
        title: { [language]: { text: words.title, status: 'original' } },
        statement: { [language]: { text: words.lines.join('\n\n'), status: 'original' } },
        area: 'TA3',
        affectedGroups: ['women'],
        raisedBy: 'W',
        captured: 'screen',
        session,
        confidentiality: 'secretariat',
      });

      expect(JSON.stringify(await ask(page, 'room.look', {}))).not.toContain(words.title);

      await press(page, made.getByRole('button'));
      await expect(made).toContainText(say('capture', 'isTakenBack'));
      problems.push(...(await problemsOf(page, `cards made ${language}`)));
      expect(problems).toEqual([]);
    });

    test('pasted text is cleaned only after it was compared, and its original is kept', async ({ page }) => {
      // As a PDF holds it: shapes, two blanks, lam and alef in the wrong order, a broken word, kashida.
      const dirty = 'ﺍﻟﻌﺪﺍﻟﺔ  االجتماعي ة حـــق';
      await goTo(page, 'deficits', '?view=cards');
      await write(page, box(page, 'title'), words.title);
      await reach(page, box(page, 'statement'));
      await page.keyboard.insertText(dirty);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+x');
      await page.keyboard.press('Control+v');
      await expect(box(page, 'statement')).toHaveValue(dirty);
      await press(page, page.getByRole('button', { name: say('pasting', 'open') }));
      const dialog = page.getByRole('dialog');
      const side = (name: string): Locator => dialog.getByRole('region', { name: say('pasting', name) });
      await expect(side('original')).toHaveText(dirty);
      await expect(side('result')).toHaveText('العدالة الاجتماعية حق');
      const problems = await problemsOf(page, `pasted ${language}`);
      await reach(page, dialog.getByRole('checkbox', { name: say('pasting', 'kind.kashida') }));
      await page.keyboard.press('Space');
      await expect(side('result')).toHaveText('العدالة الاجتماعية حـــق');
      await press(page, dialog.getByRole('button', { name: say('pasting', 'accept') }), 'Shift+Tab');
      await expect(box(page, 'statement')).toHaveValue('العدالة الاجتماعية حـــق');
      await expect(box(page, 'statement')).toBeFocused();

      await page.keyboard.press('Enter');
      await page.keyboard.press('1');
      await page.keyboard.press('Enter');
      const made = page.locator('.capture-made li');
      await press(page, made.getByRole('link'), 'Shift+Tab');
      await reach(page, page.getByRole('tab', { name: say('deficits', 'detail.positions') }), 'Shift+Tab');
      await page.keyboard.press('End');
      await expect(page.getByRole('tabpanel', { name: say('deficits', 'detail.history') })).toContainText(
        say('history', 'field.pasted'),
      );
      await expect(page.locator('.as-pasted')).toContainText(dirty);

      // The editor offers the same.
      const title = page.getByRole('textbox', { name: new RegExp(say('deficits', 'field.title')) });
      await reach(page, title, 'Shift+Tab');
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('حـــق العمال');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+x');
      await page.keyboard.press('Control+v');
      await press(page, page.getByRole('button', { name: say('pasting', 'open') }));
      await press(page, dialog.getByRole('button', { name: say('pasting', 'accept') }), 'Shift+Tab');
      await expect(title).toHaveValue('حق العمال');
      expect(problems).toEqual([]);
    });

    test('a quote and a cause are cleaned as well, and their originals stand beside one another', async ({
      page,
    }) => {
      const dossier = dossierOf(page);
      const id = crypto.randomUUID();
      await ask(page, 'record.create', {
        dossier,
        type: 'deficit',
        id,
        members: { title: { [language]: words.title } },
      });
      const only = async (
        type: string,
      ): Promise<{ [member: string]: { [lang: string]: { text: string } } }> => {
        const of = { field: 'deficit', id };
        const [view] = await ask<{ record: never }[]>(page, 'record.list', { dossier, type, of });
        return view?.record ?? {};
      };
      const keeps = (type: string, member: string, texts: readonly [string, string]): Promise<void> =>
        expect
          .poll(async () => {
            const record = await only(type);
            return [record[member]?.[language]?.text, record.pasted?.[language]?.text];
          })
          .toEqual(texts);
      const paste = async (text: string): Promise<void> => {
        await page.keyboard.press('Control+a');
        await page.keyboard.insertText(text);
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+x');
        await page.keyboard.press('Control+v');
      };
      const comparing = page.getByRole('dialog', { name: say('pasting', 'title') });
      const accept = (): Promise<void> =>
        press(page, comparing.getByRole('button', { name: say('pasting', 'accept') }), 'Shift+Tab');
      const onwards = language === 'ar' ? 'ArrowLeft' : 'ArrowRight';
      await page.reload();

      // Two lines that a PDF holds from left to right, pasted into a field of several lines and into one of one line.
      const quote = 'ﺔﻴﻋﺎﻤﺘﺟﻻﺍ ﺔﻟﺍﺪﻌﻟﺍ\nﻖﺋﻼﻟﺍ ﻞﻤﻌﻟﺍﻭ';
      const read = ['العدالة الاجتماعية', 'والعمل اللائق'];
      await goTo(page, `deficits/${id}`);
      await reach(page, page.getByRole('tab', { name: say('deficits', 'detail.positions') }), 'Shift+Tab');
      await page.keyboard.press(onwards);
      await press(page, page.getByRole('button', { name: say('deficits', 'evidence.add') }));
      const field = (name: string): Locator =>
        page
          .getByRole('dialog')
          .getByRole('textbox', { name: new RegExp(say('deficits', `evidence.${name}`)) });
      await reach(page, field('quote'));
      await paste(quote);
      await press(page, page.getByRole('button', { name: say('pasting', 'open') }));
      await accept();
      await expect(field('quote')).toBeFocused();
      await keeps('evidence', 'quote', [read.join('\n'), quote]);
      await reach(page, field('source'), 'Shift+Tab');
      await page.keyboard.press('Control+v');
      await press(page, page.getByRole('button', { name: say('pasting', 'open') }));
      await expect(comparing.getByRole('region', { name: say('pasting', 'result') })).toHaveText(
        read.join('\n'),
        { useInnerText: true },
      );
      await accept();
      await expect(field('source')).toHaveValue(read.join(' '));
      // The same original is kept once.
      await keeps('evidence', 'source', [read.join(' '), quote]);
      const problems = await problemsOf(page, `cleaned evidence ${language}`);
      await page.keyboard.press('Escape');
      await expect(page.locator('.deficits-items .as-pasted')).toContainText(say('editing', 'pasted'));

      // In the outline the Tab key sets in: the comparison comes by itself, and leaves the line as it was.
      const outline = page.getByRole('treegrid');
      await goTo(page, `deficits/${id}`, '?view=causes');
      await reach(page, outline.locator('[tabindex="0"]'));
      await page.keyboard.press('Enter');
      const line = outline.getByRole('textbox');
      await expect(line).toBeFocused();
      await paste('حـــق العمل');
      await expect(comparing).toBeVisible();
      problems.push(...(await problemsOf(page, `a line compared ${language}`)));
      await accept();
      await expect(line).toHaveValue('حق العمل');
      await expect(line).toBeFocused();
      await page.keyboard.press('Enter');
      await keeps('cause', 'body', ['حق العمل', 'حـــق العمل']);
      await page.keyboard.press('Escape');
      await expect(outline.getByRole('row').filter({ hasText: 'حق العمل' })).toBeFocused();
      await page.keyboard.press('F2');
      await paste('الـــحق');
      await accept();
      await expect(line).toHaveValue('الحق');
      await page.keyboard.press('Escape');
      await keeps('cause', 'body', ['الحق', 'حـــق العمل\n\nالـــحق']);
      await expect(page.locator('.as-pasted')).toHaveCount(1);
      // One undo takes back the text and what was kept with it.
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await only('cause')).pasted?.[language]?.text).toBe('حـــق العمل');
      expect((await only('cause')).body?.[language]?.text).not.toBe('الحق');
      expect(problems).toEqual([]);
    });

    test('references, grounds and evidence of a deficit are coded, and what is not asked is said', async ({
      page,
    }) => {
      const dossier = dossierOf(page);
      const id = crypto.randomUUID();
      await ask(page, 'record.create', {
        dossier,
        type: 'deficit',
        id,
        members: { title: { [language]: words.title }, severity: { W: 4 } },
      });
      const cause = { [language]: words.lines[0] };
      await ask(page, 'record.create', {
        dossier,
        type: 'cause',
        members: { deficit: id, kind: 'cause', order: 1, body: cause },
      });
      const national = { list: 'affected-groups', parent: 'women', code: 'x-rural', label: cause };
      await ask(page, 'record.create', { dossier, type: 'nationalCode', members: national });
      await ask(page, 'record.edit', {
        dossier,
        type: 'dossier',
        id: dossier,
        members: { widerGrounds: 'not-asked' },
      });
      const [known] = await ask<{ record: { id: string; number: string } }[]>(page, 'record.list', {
        dossier,
        type: 'deficit',
        limit: 1,
      });
      const lookedUp = { ratification: 'not-ratified', checkedOn: '2025-02-01' };
      await ask(page, 'record.create', {
        dossier,
        type: 'norm',
        members: { deficit: known?.record.id, kind: 'instrument', instrument: 'C087', ...lookedUp },
      });
      const topic = { list: 'sub-topics', parent: 'TA1-fprw', code: 'x-rural-topic', label: cause };
      await ask(page, 'record.create', { dossier, type: 'nationalCode', members: topic });
      // The page reads anew what was written past it.
      await page.reload();
      await goTo(page, `deficits/${id}`);
      const form = page.getByRole('region', { name: say('deficits', 'editor.form'), exact: true });
      await expect(form).toContainText(say('coding', 'notAsked'));
      await expect(form).toContainText(say('coding', 'evidence.lacking'));
      const pickerOf = (field: string): Locator =>
        page.getByRole('combobox', {
          name: say('ui', 'tags.addTo', { name: say('deficits', `field.${field}`) }),
        });

      // A sub-topic of the country's own is offered in the area of the one above it, stays in it, and leaves with it.
      const choice = (field: string): Locator =>
        form
          .getByRole('button', { name: say('deficits', `field.${field}`) })
          .and(page.locator('.select-button'));
      const areaIs = async (code: number): Promise<void> => {
        await press(page, choice('area'));
        await page.keyboard.press('Home');
        for (let n = 1; n < code; n += 1) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      };
      await areaIs(1);
      await select(page, choice('subTopic'), words.lines[0]);
      await expect(choice('subTopic')).toContainText(words.lines[0]);
      await reach(page, choice('area'), 'Shift+Tab');
      await areaIs(2);
      await expect(choice('subTopic')).not.toContainText(words.lines[0]);
      await page.keyboard.press('Control+z');
      await expect(choice('subTopic')).toContainText(words.lines[0]);

      // What the country added stands under its parent, and is found by its own words.
      await find(
        page,
        pickerOf('affectedGroups'),
        words.lines[0].split(' ').at(-1) as string,
        words.lines[0],
      );
      await page.keyboard.press('Tab');
      await reach(page, pickerOf('grounds'));
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('option')).toHaveCount(7);
      // Escape closes the list, and the editor stays.
      await page.keyboard.press('Escape');
      await expect(page.getByRole('option')).toHaveCount(0);

      await press(page, page.getByRole('button', { name: say('coding', 'norm.add') }));
      const dialog = page.getByRole('dialog');
      await select(
        page,
        dialog.getByRole('button', { name: new RegExp(say('coding', 'norm.kind')) }),
        say('coding', 'norm.kinds.instrument'),
      );
      await find(page, dialog.getByRole('combobox', { name: say('coding', 'norm.instrument') }), '87', /87/);
      // What another deficit holds of it is taken over, said, and changed below.
      await expect(dialog.getByRole('status').filter({ hasText: `D-${known?.record.number}` })).toBeVisible();
      await expect(
        dialog.getByRole('button', { name: new RegExp(`${say('coding', 'norm.ratification')}$`) }).first(),
      ).toContainText(say('coding', 'norm.ratifications.not-ratified'));
      await write(
        page,
        dialog.getByRole('textbox', { name: say('coding', 'norm.article'), exact: true }),
        '2',
      );
      await press(
        page,
        dialog.getByRole('button', { name: new RegExp(`${say('coding', 'norm.ratification')}$`) }).first(),
      );
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      const problems = await problemsOf(page, `norm ${language}`);
      await press(page, dialog.getByRole('button', { name: say('common', 'done') }));
      await expect(form).toContainText(say('coding', 'norm.ratifications.in-force'));
      const [norm] = await ask<{ record: object }[]>(page, 'record.list', {
        dossier,
        type: 'norm',
        of: { field: 'deficit', id },
      });
      expect(norm?.record).toMatchObject({
        kind: 'instrument',
        instrument: 'C087',
        article: '2',
        ratification: 'in-force',
        checkedOn: '2025-02-01',
      });
      expect(problems).toEqual([]);
    });
  });
